#include "hypelint/config.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <tuple>

#include "lint/config_paths.h"
#include "lint/config_rules.h"
#include "rules/table_reader.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileName = "hypelint.toml";

using SeverityTable = std::vector<std::pair<std::string, Severity>>;

class ConfigReader {
 public:
  ConfigReader(const TomlValue& root, FileErrors& errors) : root_(root, errors) {}

  Config read() {
    root_.allow({"packs", "include", "exclude", "baseline", "fail-on", "select", "extend-select", "ignore",
                 "min-severity", "min-confidence", "severity", "profile", "jurisdiction", "overrides"});
    config_.path = root_.errors().path;
    read_packs();
    config_.include = globs(root_, "include");
    config_.exclude = globs(root_, "exclude");
    config_.baseline = root_.text("baseline");
    read_threshold();
    config_.settings.select = rule_names(root_, "select");
    config_.settings.extend_select = rule_names(root_, "extend-select");
    config_.settings.ignore = rule_names(root_, "ignore");
    config_.settings.min_severity = root_.choice<Severity>("min-severity").value_or(Severity::Info);
    config_.settings.min_confidence = root_.choice<Confidence>("min-confidence").value_or(Confidence::Low);
    config_.settings.severity = severities(root_);
    config_.settings.profile = profile(root_).value_or("");
    config_.settings.jurisdictions = jurisdictions(root_).value_or(std::vector<std::string>());
    read_overrides();
    std::stable_sort(config_.rule_names.begin(), config_.rule_names.end(), [](const auto& a, const auto& b) {
      return std::tie(a.second.line, a.second.column) < std::tie(b.second.line, b.second.column);
    });
    return std::move(config_);
  }

 private:
  static std::vector<std::string> globs(const TableReader& reader, std::string_view key) {
    std::vector<std::string> strings;
    for (Located& one : reader.strings(key)) {
      if (strings.empty() && one.text.starts_with('!')) {
        reader.errors().add(one.where,
                            quoted(key) + " begins with an exception, and there is nothing before it to except");
      }
      strings.push_back(std::move(one.text));
    }
    return strings;
  }

  void read_packs() {
    for (Located& pack : root_.strings("packs")) {
      config_.packs.push_back(std::move(pack.text));
      config_.pack_places.push_back(pack.where);
    }
  }

  std::vector<std::string> rule_names(const TableReader& reader, std::string_view key) {
    std::vector<std::string> names;
    for (Located& name : reader.strings(key)) {
      config_.rule_names.emplace_back(name.text, name.where);
      names.push_back(std::move(name.text));
    }
    return names;
  }

  std::optional<std::string> profile(const TableReader& reader) {
    const TomlValue* value = reader.find("profile");
    std::string name = reader.text("profile");
    if (name.empty()) return std::nullopt;
    config_.profile_names.emplace_back(name, value->where);
    return name;
  }

  // An array of names, or one name.
  std::optional<std::vector<std::string>> jurisdictions(const TableReader& reader) {
    const TomlValue* value = reader.find("jurisdiction");
    if (value == nullptr) return std::nullopt;
    std::vector<Located> names;
    if (value->kind == TomlKind::String) {
      names.push_back({reader.text("jurisdiction"), value->where});
    } else {
      names = reader.strings("jurisdiction");
    }
    std::vector<std::string> texts;
    for (Located& name : names) {
      config_.jurisdiction_names.emplace_back(name.text, name.where);
      texts.push_back(std::move(name.text));
    }
    return texts;
  }

  void read_threshold() {
    static constexpr std::array<std::string_view, 4> kThresholds = {"info", "warning", "error", "never"};
    const TomlValue* value = root_.find("fail-on");
    if (value == nullptr || root_.text("fail-on").empty()) return;
    if (!root_.index_of({value->string, value->where}, "fail-on", kThresholds)) return;
    config_.fail_on = severity_from(value->string);
    config_.fail_never = value->string == "never";
  }

  // Groups before rules, so that the last entry that matches a rule is the one that names it most closely.
  SeverityTable severities(const TableReader& reader) {
    SeverityTable table;
    const auto levels = reader.table("severity");
    if (!levels) return table;
    for (const TomlEntry& entry : levels->entries()) {
      config_.rule_names.emplace_back(entry.key, entry.where);
      if (const auto level = levels->named<Severity>(entry.value, entry.key)) table.emplace_back(entry.key, *level);
    }
    std::stable_partition(table.begin(), table.end(), [](const auto& entry) {
      return entry.first.find('/') == std::string::npos || entry.first.ends_with("/*");
    });
    return table;
  }

  void read_overrides() {
    const TomlValue* value = root_.find("overrides");
    if (value != nullptr && value->kind == TomlKind::Table) {
      root_.errors().add(value->where, "\"overrides\" must be an array of tables: write [[overrides]]");
    }
    for (const TableReader& table : root_.tables("overrides")) config_.overrides.push_back(read_override(table));
  }

  Override read_override(const TableReader& reader) {
    reader.allow({"files", "select", "extend-select", "ignore", "min-severity", "min-confidence", "severity", "profile",
                  "jurisdiction"});
    Override changed;
    changed.files = globs(reader, "files");
    if (reader.require("files", "an entry of \"overrides\"") && changed.files.empty()) {
      reader.errors().add(reader.where("files"), "\"files\" must hold at least one glob");
    }
    if (reader.find("select") != nullptr) changed.select = rule_names(reader, "select");
    changed.extend_select = rule_names(reader, "extend-select");
    changed.ignore = rule_names(reader, "ignore");
    changed.min_severity = reader.choice<Severity>("min-severity");
    changed.min_confidence = reader.choice<Confidence>("min-confidence");
    changed.severity = severities(reader);
    changed.profile = profile(reader);
    changed.jurisdictions = jurisdictions(reader);
    return changed;
  }

  TableReader root_;
  Config config_;
};

fs::path absolute(const std::string& path) {
  std::error_code status;
  return fs::absolute(path.empty() ? "." : path, status).lexically_normal();
}

// Relative to the working directory for what stands in it.
std::string shortened(const fs::path& path) {
  const fs::path here = absolute(".");
  const fs::path shorter = path.lexically_relative(here.has_filename() ? here : here.parent_path());
  const bool outside = shorter.empty() || *shorter.begin() == "..";
  return (outside ? path : shorter).generic_string();
}

template <typename T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// What is named is no longer ignored; of an ignored group that holds more, the rest still is.
void spare(const std::vector<std::string>& names, Settings& settings) {
  for (const std::string& name : names) {
    std::erase_if(settings.ignore,
                  [&](const std::string& ignored) { return covers(ignored, name) && covers(name, ignored); });
    const auto holds_it = [&](const std::string& ignored) { return covers(ignored, name); };
    if (std::any_of(settings.ignore.begin(), settings.ignore.end(), holds_it)) settings.spared.push_back(name);
  }
}

// What a file's override selects is no longer ignored by the settings before it.
void apply(const Override& changed, Settings& settings) {
  if (changed.select) settings.select = *changed.select;
  if (changed.select) spare(*changed.select, settings);
  spare(changed.extend_select, settings);
  append(settings.extend_select, changed.extend_select);
  ignore_too(changed.ignore, settings);
  append(settings.severity, changed.severity);
  settings.profile = changed.profile.value_or(settings.profile);
  settings.jurisdictions = changed.jurisdictions.value_or(settings.jurisdictions);
  settings.min_severity = changed.min_severity.value_or(settings.min_severity);
  settings.min_confidence = changed.min_confidence.value_or(settings.min_confidence);
}

}  // namespace

Result<Config> load_config(const std::string& path) {
  const auto root = load_toml(path, ErrorCode::Config);
  if (!root) return root.errors();
  FileErrors faults{ErrorCode::Config, path, {}};
  Config config = ConfigReader(root.value(), faults).read();
  if (faults.errors.empty()) return config;
  std::stable_sort(faults.errors.begin(), faults.errors.end(), [](const Error& a, const Error& b) {
    return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
  });
  return std::move(faults.errors);
}

std::string find_config(const std::string& path) {
  std::error_code status;
  const fs::path start = absolute(path);
  fs::path folder = fs::is_directory(start, status) && start.has_filename() ? start : start.parent_path();
  while (true) {
    const fs::path candidate = folder / kFileName;
    if (fs::exists(fs::symlink_status(candidate, status))) return shortened(candidate);
    if (folder == folder.parent_path()) return {};
    folder = folder.parent_path();
  }
}

std::string path_below(const Config& config, const std::string& path) {
  const fs::path folder = config.path.empty() ? absolute(".") / "" : absolute(config.path);
  return absolute(path).lexically_relative(folder.parent_path()).generic_string();
}

Settings settings_for(const Config& config, const std::string& path) {
  Settings settings = config.settings;
  if (config.overrides.empty()) return settings;
  const std::string relative = path_below(config, path);
  for (const Override& changed : config.overrides) {
    if (globs_match(changed.files, relative)) apply(changed, settings);
  }
  return settings;
}

}  // namespace hypelint

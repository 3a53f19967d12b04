#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "rules/loading.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

// A folder of overlays and what its files are.
struct Shelf {
  std::string_view folder;
  OverlayKind kind;
};
constexpr std::array kShelves = {Shelf{"profiles", OverlayKind::Profile},
                                 Shelf{"jurisdictions", OverlayKind::Jurisdiction}};

// Sorted; none and no error where there is no such folder.
std::vector<fs::path> overlay_files(const fs::path& folder, std::error_code& status) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : entries_of(folder, status)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  if (status == std::errc::no_such_file_or_directory || status == std::errc::not_a_directory) status.clear();
  return files;
}

// The rules of all packs that stand in the folder, by the names of their files.
void add_rules_beside(const fs::path& folder, std::vector<std::string>& rules) {
  std::error_code status;
  for (const fs::directory_entry& entry : entries_of(folder, status)) {
    if (!fs::exists(entry.path() / "pack.toml", status)) continue;
    for (PackFile& file : list_pack(entry.path().generic_string()).rules) rules.push_back(std::move(file.name));
  }
}

bool has_any(const TableReader& reader, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return reader.find(key) != nullptr; });
}

Adjustment read_adjustment(const TableReader& reader, const RuleNames& rules) {
  constexpr std::string_view kOwner = "[[adjust]]";
  reader.allow({"rules", "on", "severity", "confidence", "cleared", "sources", "note"});
  Adjustment adjustment;
  if (reader.require("rules", kOwner)) adjustment.rules = read_rule_names(reader, "rules", rules);
  if (reader.find("rules") != nullptr && reader.find("rules")->array.empty()) {
    reader.errors().add(reader.where("rules"), "\"rules\" must name at least one rule or group");
  }
  if (!has_any(reader, {"on", "severity", "confidence", "cleared", "sources", "note"})) {
    reader.errors().add(reader.where(),
                        "this [[adjust]] changes nothing; it needs one of: on, severity, confidence, "
                        "cleared, sources, note");
  }
  if (reader.find("on") != nullptr) adjustment.on = reader.boolean("on", true);
  adjustment.severity = reader.choice<Severity>("severity");
  adjustment.confidence = reader.choice<Confidence>("confidence");
  if (reader.find("cleared") != nullptr) adjustment.cleared = reader.boolean("cleared", true);
  adjustment.sources = read_sources(reader);
  adjustment.note = reader.text("note");
  return adjustment;
}

Overlay read_overlay(const TableReader& reader, OverlayKind kind, const std::string& name, const RuleNames& rules) {
  const std::string owner = "a " + std::string(to_string(kind));
  reader.allow({"name", "kind", "summary", "licence", "adjust"});
  Overlay overlay{kind, name, {}, {}, reader.errors().path, {}};
  const std::string given = reader.required_text("name", owner);
  if (!given.empty() && given != name) {
    reader.errors().add(reader.where("name"),
                        "\"name\" must be " + quoted(std::string_view(name)) + ", as the file is called");
  }
  reader.require("kind", owner);
  if (const auto written = reader.choice<OverlayKind>("kind"); written && *written != kind) {
    reader.errors().add(reader.where("kind"), "\"kind\" must be " + quoted(to_string(kind)) + " in this folder");
  }
  overlay.summary = reader.required_text("summary", owner);
  overlay.licence = reader.text("licence");
  for (const TableReader& table : reader.tables("adjust")) overlay.adjust.push_back(read_adjustment(table, rules));
  return overlay;
}

std::string same_folder(const std::string& folder) {
  std::error_code status;
  const fs::path same = fs::weakly_canonical(folder, status);
  return status ? folder : same.string();
}

class OverlayLoader {
 public:
  explicit OverlayLoader(const std::vector<std::string>& rules) : rules_(rules) {}

  void read_folder(const std::string& folder) {
    std::error_code status;
    if (!seen_.insert(same_folder(folder)).second) return;
    std::optional<RuleNames> names;
    for (const Shelf& shelf : kShelves) {
      const fs::path place = fs::path(folder) / shelf.folder;
      const std::vector<fs::path> files = overlay_files(place, status);
      if (status) loaded_.errors.push_back(unlisted_folder(place.lexically_normal(), status));
      for (const fs::path& file : files) {
        if (!names) names = names_in(folder);
        read_file(file.lexically_normal().generic_string(), file.stem().string(), shelf.kind, *names);
      }
    }
  }

  LoadedOverlays finish() && {
    const auto order = [](const Overlay& overlay) { return std::tie(overlay.kind, overlay.name); };
    auto& all = loaded_.overlays;
    std::stable_sort(all.begin(), all.end(), [&](const Overlay& a, const Overlay& b) { return order(a) < order(b); });
    all.erase(
        std::unique(all.begin(), all.end(), [&](const Overlay& a, const Overlay& b) { return order(a) == order(b); }),
        all.end());
    return std::move(loaded_);
  }

 private:
  RuleNames names_in(const std::string& folder) const {
    std::vector<std::string> names = rules_;
    add_rules_beside(folder, names);
    return RuleNames(std::move(names));
  }

  void read_file(const std::string& path, const std::string& name, OverlayKind kind, const RuleNames& rules) {
    FileErrors faults{ErrorCode::RulePack, path, {}};
    const auto root = load_toml(path, ErrorCode::RulePack);
    if (root) {
      loaded_.overlays.push_back(read_overlay(TableReader(root.value(), faults), kind, name, rules));
    } else {
      faults.errors = root.errors();
    }
    std::move(faults.errors.begin(), faults.errors.end(), std::back_inserter(loaded_.errors));
  }

  const std::vector<std::string>& rules_;
  std::set<std::string> seen_;
  LoadedOverlays loaded_;
};

}  // namespace

std::vector<std::string> overlay_folders_of(const std::vector<std::string>& packs,
                                            const std::vector<std::string>& more) {
  std::vector<std::string> folders;
  std::set<std::string> common;
  const auto add = [&](std::string folder) {
    if (std::find(folders.begin(), folders.end(), folder) == folders.end()) folders.push_back(std::move(folder));
  };
  for (const std::string& folder : more) common.insert(same_folder(folder));
  const auto is_common = [&](const std::string& pack) { return common.contains(same_folder(folder_around(pack))); };
  for (const std::string& pack : packs) {
    if (!is_common(pack)) add(folder_around(pack));
  }
  for (const std::string& pack : packs) add(folder_around(pack));
  for (const std::string& folder : more) add(folder);
  return folders;
}

std::vector<std::string> overlay_files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code status;
  for (const Shelf& shelf : kShelves) {
    for (const fs::path& file : overlay_files(fs::path(folder) / shelf.folder, status)) files.push_back(file.string());
  }
  return files;
}

std::vector<std::string> rules_beside_overlays(const std::string& folder) {
  std::vector<std::string> names;
  if (!overlay_files_in(folder).empty()) add_rules_beside(folder, names);
  return names;
}

LoadedOverlays load_overlays(const std::vector<std::string>& folders, const std::vector<std::string>& rules) {
  OverlayLoader loader(rules);
  for (const std::string& folder : folders) loader.read_folder(folder);
  return std::move(loader).finish();
}

}  // namespace hypelint

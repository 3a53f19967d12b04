#include "cli/packs.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

#include "cli/suggest.h"
#include "lint/config_rules.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> packs_of_environment() {
  const char* value = std::getenv("HYPELINT_PACKS");
  std::vector<std::string> packs;
  std::istringstream parts(value == nullptr ? "" : value);
  for (std::string part; std::getline(parts, part, ':');) {
    if (!part.empty()) packs.push_back(part);
  }
  return packs;
}

constexpr std::array kBuiltInPacks = {"health", "zh"};

// The folder of the built-in packs and overlays; canonical, so that rule files are named as they stand on disk.
fs::path built_in_rules() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  const fs::path rules = fs::canonical(program.parent_path().parent_path() / "share/hypelint/rules", failed);
  return failed ? fs::path{} : rules;
}

// Empty when the name is that of no built-in pack, or the pack is missing.
std::string built_in_pack(const std::string& name) {
  std::error_code failed;
  const fs::path rules = built_in_rules();
  const bool known = std::ranges::find(kBuiltInPacks, name) != kBuiltInPacks.end();
  return known && !rules.empty() && fs::exists(rules / name, failed) ? (rules / name).string() : "";
}

std::vector<std::string> built_in_packs() {
  std::vector<std::string> packs;
  for (const char* name : kBuiltInPacks) {
    if (std::string pack = built_in_pack(name); !pack.empty()) packs.push_back(std::move(pack));
  }
  return packs;
}

// Names of the rule packs in a folder, and of the built-in ones.
std::vector<std::string> packs_in(const fs::path& folder) {
  std::vector<std::string> names(kBuiltInPacks.begin(), kBuiltInPacks.end());
  std::error_code failed;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, failed), end; !failed && at != end;
       at.increment(failed)) {
    std::error_code unknown;
    if (fs::exists(at->path() / "pack.toml", unknown)) names.push_back(at->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

// Empty when the folder is there.
std::string fault_of_pack(const std::string& written, const fs::path& pack) {
  std::error_code unknown;
  if (fs::is_directory(pack, unknown)) return "";
  if (fs::exists(pack, unknown)) return "`" + written + "` is no folder; a rule pack is a folder with a pack.toml";
  const fs::path folder = pack.has_filename() ? pack : pack.parent_path();
  return "no such rule pack folder `" + written + "`" +
         did_you_mean(folder.filename().string(), packs_in(folder.parent_path()));
}

// A pack as written: the folder, or the built-in pack of that name where the folder is no pack.
std::string pack_at(const std::string& written, const fs::path& folder) {
  std::error_code unknown;
  if (fs::exists(folder / "pack.toml", unknown)) return folder.string();
  const std::string built_in = built_in_pack(written);
  return built_in.empty() ? folder.string() : built_in;
}

Result<std::vector<std::string>> packs_named(const std::vector<std::string>& named) {
  std::vector<std::string> packs;
  Errors errors;
  for (const std::string& written : named) {
    packs.push_back(pack_at(written, written));
    std::string fault = fault_of_pack(written, packs.back());
    if (!fault.empty()) errors.push_back({ErrorCode::RulePack, std::move(fault), "", {}});
  }
  if (!errors.empty()) return errors;
  return packs;
}

Result<std::vector<std::string>> packs_of_config(const Config& config) {
  std::vector<std::string> packs;
  Errors errors;
  const fs::path folder = fs::path(config.path).parent_path();
  for (std::size_t i = 0; i < config.packs.size(); ++i) {
    packs.push_back(pack_at(config.packs[i], (folder / config.packs[i]).lexically_normal()));
    std::string fault = fault_of_pack(config.packs[i], packs.back());
    if (!fault.empty()) errors.push_back({ErrorCode::Config, std::move(fault), config.path, config.pack_places[i]});
  }
  if (!errors.empty()) return errors;
  return packs;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Empty when there is none.
std::string cache_folder() {
  if (const std::string folder = environment("HYPELINT_CACHE"); !folder.empty()) return folder;
  if (const std::string folder = environment("XDG_CACHE_HOME"); !folder.empty()) return folder + "/hypelint";
  const std::string home = environment("HOME");
  return home.empty() ? "" : home + "/.cache/hypelint";
}

// Size and time of the program's file: another build differs in one of them. Empty when unknown.
std::string this_program() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  const auto size = failed ? 0 : fs::file_size(program, failed);
  const auto time = failed ? fs::file_time_type{} : fs::last_write_time(program, failed);
  return failed ? "" : std::to_string(size) + " " + std::to_string(time.time_since_epoch().count());
}

}  // namespace

Result<std::vector<std::string>> find_packs(const std::vector<std::string>& named, const Config& config) {
  if (!named.empty()) return packs_named(named);
  std::vector<std::string> packs = packs_of_environment();
  if (!packs.empty()) return packs_named(packs);
  if (!config.packs.empty()) return packs_of_config(config);
  packs = built_in_packs();
  if (packs.size() < kBuiltInPacks.size()) {
    return Error{ErrorCode::RulePack,
                 "a built-in rule pack is missing (health and zh belong into ../share/hypelint/rules from the "
                 "program); name packs with --pack DIR or in HYPELINT_PACKS",
                 "",
                 {}};
  }
  return packs;
}

Result<Linter> load_linter(const std::vector<std::string>& packs, bool cached) {
  const fs::path built_in = built_in_rules();
  std::vector<std::string> overlays;
  if (!built_in.empty()) overlays.push_back(built_in.string());
  const std::string program = this_program();
  return Linter::load(packs, overlays, cached && !program.empty() ? cache_folder() : "", program);
}

Result<Config> config_here() {
  const std::string path = find_config(".");
  return path.empty() ? Config{} : load_config(path);
}

Result<Linter> load_linter_of(const std::vector<std::string>& named, const Config& config) {
  const Result<std::vector<std::string>> packs = find_packs(named, config);
  if (!packs) return packs.errors();
  return load_linter(packs.value());
}

Result<Linter> load_linter_of(const std::vector<std::string>& named) {
  if (!named.empty()) return load_linter_of(named, {});
  const Result<Config> config = config_here();
  if (!config) return config.errors();
  return load_linter_of(named, config.value());
}

Errors unknown_names(const Config& config, const Linter& linter) {
  Errors errors = check_rule_names(config, linter.rules());
  const Errors overlays = check_overlay_names(config, linter.overlays());
  errors.insert(errors.end(), overlays.begin(), overlays.end());
  return errors;
}

Errors unknown_overlays(const OverlayOptions& named, const std::vector<Overlay>& overlays) {
  Errors errors;
  const auto check = [&](const std::string& name, OverlayKind kind) {
    const std::string fault = fault_of_overlay(name, kind, overlays);
    if (fault.empty()) return;
    errors.push_back({ErrorCode::Usage, "--" + std::string(to_string(kind)) + ": " + fault, "", {}});
  };
  if (!named.profile.empty()) check(named.profile, OverlayKind::Profile);
  for (const std::string& name : named.jurisdictions) check(name, OverlayKind::Jurisdiction);
  return errors;
}

Settings with_overlays(Settings settings, const OverlayOptions& named) {
  if (!named.profile.empty()) settings.profile = named.profile;
  if (!named.jurisdictions.empty()) settings.jurisdictions = named.jurisdictions;
  return settings;
}

std::vector<std::string> rule_names(const std::vector<Rule>& rules) {
  std::set<std::string> names;
  for (const Rule& rule : rules) {
    names.insert(rule.id);
    names.insert(std::string(group_of(rule.id)));
  }
  return {names.begin(), names.end()};
}

bool names_a_rule(const std::vector<Rule>& rules, const std::string& name) {
  return std::ranges::any_of(rules, [&](const Rule& rule) { return rule_matches(name, rule.id); });
}

}  // namespace hypelint

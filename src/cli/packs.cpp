#include "cli/packs.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>

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

std::vector<std::string> packs_of_config(const Config& config) {
  std::vector<std::string> packs;
  const fs::path folder = fs::path(config.path).parent_path();
  for (const std::string& pack : config.packs) packs.push_back((folder / pack).lexically_normal().string());
  return packs;
}

// Canonical, so that rule files are named as they stand on disk.
fs::path built_in_pack() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  const fs::path pack = fs::canonical(program.parent_path().parent_path() / "share/hypelint/rules/health", failed);
  return failed ? fs::path{} : pack;
}

}  // namespace

Result<std::vector<std::string>> find_packs(const std::vector<std::string>& named, const Config& config) {
  if (!named.empty()) return named;
  std::vector<std::string> packs = packs_of_environment();
  if (packs.empty()) packs = packs_of_config(config);
  if (!packs.empty()) return packs;
  const fs::path built_in = built_in_pack();
  if (built_in.empty()) {
    return Error{ErrorCode::RulePack,
                 "the built-in rule pack is missing (it belongs into ../share/hypelint/rules/health from the program); "
                 "name one with --pack DIR or in HYPELINT_PACKS",
                 "",
                 {}};
  }
  return std::vector<std::string>{built_in.string()};
}

Result<Linter> load_linter(const std::vector<std::string>& packs) {
  Result<RulePack> pack = load_rule_packs(packs);
  if (!pack) return pack.errors();
  return Linter::create(std::move(pack).value());
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

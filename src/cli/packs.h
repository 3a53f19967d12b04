// Which rule packs a run uses, and loading them.
#pragma once

#include <string>
#include <vector>

#include "hypelint/config.h"
#include "hypelint/linter.h"

namespace hypelint {

// The folders named by --pack; else by HYPELINT_PACKS (colon separated); else by the configuration; else the built-in
// pack, which stands at ../share/hypelint/rules/health from the program, in a build tree as where it is installed.
Result<std::vector<std::string>> find_packs(const std::vector<std::string>& named, const Config& config);

// Loads and compiles packs.
Result<Linter> load_linter(const std::vector<std::string>& packs);

// ids and groups of all rules, for suggestions.
std::vector<std::string> rule_names(const std::vector<Rule>& rules);
// Whether `name` is a rule, a group or "group/*" of some rule.
bool names_a_rule(const std::vector<Rule>& rules, const std::string& name);

}  // namespace hypelint

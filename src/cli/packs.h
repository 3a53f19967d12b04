// Which rule packs a run uses, and loading them.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "hypelint/config.h"
#include "hypelint/linter.h"

namespace hypelint {

// The folders of the packs named by --pack; else by HYPELINT_PACKS (colon separated); else by the configuration; else
// of the built-in packs, health (English) and zh (Chinese), which stand in ../share/hypelint/rules from the program, in
// a build tree as where it is installed. A name is that of a folder, or of a built-in pack where no such folder holds a
// pack. Errors: a pack that does not exist, with its place in the configuration; built-in packs that are missing.
Result<std::vector<std::string>> find_packs(const std::vector<std::string>& named, const Config& config);

// Loads and compiles packs, with the profiles and jurisdictions beside them and the built-in ones.
// With `cached`, what an earlier run compiled is taken from $HYPELINT_CACHE, else from hypelint/ in the user's cache
// folder ($XDG_CACHE_HOME, ~/.cache).
Result<Linter> load_linter(const std::vector<std::string>& packs, bool cached = true);
// The configuration that governs the working directory; without one, the built-in defaults.
Result<Config> config_here();
// find_packs and load_linter.
Result<Linter> load_linter_of(const std::vector<std::string>& named, const Config& config);
// The same with config_here(), which is not read where packs are named.
Result<Linter> load_linter_of(const std::vector<std::string>& named);

// Errors: a rule, group, profile or jurisdiction that the configuration names and that does not exist.
Errors unknown_names(const Config& config, const Linter& linter);
// Errors: a profile or jurisdiction that does not exist.
Errors unknown_overlays(const OverlayOptions& named, const std::vector<Overlay>& overlays);
// The settings with what the flags name in place of their own profile and jurisdictions.
Settings with_overlays(Settings settings, const OverlayOptions& named);

// ids and groups of all rules, for suggestions.
std::vector<std::string> rule_names(const std::vector<Rule>& rules);
// Whether `name` is a rule, a group or "group/*" of some rule.
bool names_a_rule(const std::vector<Rule>& rules, const std::string& name);

}  // namespace hypelint

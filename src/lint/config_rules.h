// Whether a configuration names rules, profiles and jurisdictions that exist.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hypelint/config.h"
#include "hypelint/rule.h"
#include "hypelint/rule_pack.h"

namespace hypelint {

// One error, with its place and the nearest right name, for each name in the file that is no rule and no group.
Errors check_rule_names(const Config& config, const std::vector<Rule>& rules);
// The same for its profiles and jurisdictions.
Errors check_overlay_names(const Config& config, const std::vector<Overlay>& overlays);
// What is wrong with a name: empty when such an overlay exists (or it is the profile "none").
std::string fault_of_overlay(std::string_view name, OverlayKind kind, const std::vector<Overlay>& overlays);

// Whether what `pattern` names is, or holds, all that `name` names; both are rules, groups or "group/*".
bool covers(std::string_view pattern, std::string_view name);
// Leaves out what the names name, of what is spared too.
void ignore_too(const std::vector<std::string>& names, Settings& settings);

}  // namespace hypelint

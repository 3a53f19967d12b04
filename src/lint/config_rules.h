// Whether a configuration names rules that exist.
#pragma once

#include <vector>

#include "hypelint/config.h"
#include "hypelint/rule.h"

namespace hypelint {

// One error, with its place and the nearest right name, for each name in the file that is no rule and no group.
Errors check_rule_names(const Config& config, const std::vector<Rule>& rules);

}  // namespace hypelint

// Looking up rules by their id.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "hypelint/rule.h"

namespace hypelint {

// Index of the rule, or the number of rules when there is none of that id. They are sorted by id.
inline std::size_t rule_index(const std::vector<Rule>& rules, std::string_view id) {
  const auto at = std::ranges::lower_bound(rules, id, {}, &Rule::id);
  return static_cast<std::size_t>((at != rules.end() && at->id == id ? at : rules.end()) - rules.begin());
}

}  // namespace hypelint

#include "rules/rule_names.h"

#include <algorithm>
#include <utility>

#include "hypelint/rule.h"
#include "text/nearest_name.h"

namespace hypelint {

RuleNames::RuleNames(std::vector<std::string> ids) : patterns_(std::move(ids)) {
  const std::size_t count = patterns_.size();
  for (std::size_t index = 0; index < count; ++index) {
    const std::string group(group_of(patterns_[index]));
    patterns_.push_back(group + "/*");
    patterns_.push_back(group);
  }
  std::sort(patterns_.begin(), patterns_.end());
  patterns_.erase(std::unique(patterns_.begin(), patterns_.end()), patterns_.end());
}

bool RuleNames::knows(std::string_view pattern) const {
  return std::binary_search(patterns_.begin(), patterns_.end(), pattern);
}

std::optional<std::string> RuleNames::fault_of(std::string_view pattern) const {
  if (knows(pattern)) return std::nullopt;
  std::string message = "no rule or group is called \"" + std::string(pattern) + "\"";
  const std::vector<std::string_view> names(patterns_.begin(), patterns_.end());
  if (const auto nearest = nearest_name(pattern, names)) message += "; did you mean \"" + std::string(*nearest) + "\"?";
  return message;
}

}  // namespace hypelint

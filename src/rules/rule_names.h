// The rules there are, by name: what rule files and configurations may refer to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

class RuleNames {
 public:
  explicit RuleNames(std::vector<std::string> ids);

  // The pattern is the id of a rule, or a group ("trial", "trial/*") that has rules.
  [[nodiscard]] bool knows(std::string_view pattern) const;
  // Nothing for a known pattern, else a message with the nearest right name.
  [[nodiscard]] std::optional<std::string> fault_of(std::string_view pattern) const;

 private:
  std::vector<std::string> patterns_;  // sorted: ids, groups, "group/*"
};

}  // namespace hypelint

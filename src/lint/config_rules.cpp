#include "lint/config_rules.h"

#include <utility>

#include "rules/rule_names.h"

namespace hypelint {

Errors check_rule_names(const Config& config, const std::vector<Rule>& rules) {
  std::vector<std::string> ids;
  for (const Rule& rule : rules) ids.push_back(rule.id);
  const RuleNames names(std::move(ids));
  Errors errors;
  for (const auto& [name, where] : config.rule_names) {
    if (auto fault = names.fault_of(name)) errors.push_back({ErrorCode::Config, std::move(*fault), config.path, where});
  }
  return errors;
}

}  // namespace hypelint

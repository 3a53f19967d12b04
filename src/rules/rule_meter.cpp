#include "rules/rule_meter.h"

namespace hypelint {

std::vector<RuleCost> RuleMeter::costs(const CompiledRules& rules, const Selection& selection) const {
  std::vector<RuleCost> out;
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    if (selection.runs[rule]) out.push_back({rules.rules[rule].id, spent_[rule].triggers, spent_[rule].time});
  }
  return out;
}

}  // namespace hypelint

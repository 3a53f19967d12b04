#include "hypelint/costs.h"

#include <algorithm>

namespace hypelint {
namespace {

void add(std::vector<StageCost>& to, const StageCost& stage) {
  const auto same = std::ranges::find(to, stage.stage, &StageCost::stage);
  if (same == to.end())
    to.push_back(stage);
  else
    same->time += stage.time;
}

void add(std::vector<RuleCost>& to, const RuleCost& rule) {
  const auto at = std::ranges::lower_bound(to, rule.rule, {}, &RuleCost::rule);
  if (at == to.end() || at->rule != rule.rule) {
    to.insert(at, rule);
  } else {
    at->triggers += rule.triggers;
    at->time += rule.time;
  }
}

}  // namespace

Costs& Costs::operator+=(const Costs& other) {
  for (const StageCost& stage : other.stages) add(stages, stage);
  for (const RuleCost& rule : other.rules) add(rules, rule);
  return *this;
}

}  // namespace hypelint

#include <algorithm>
#include <ranges>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/candidate.h"
#include "rules/rule_meter.h"
#include "rules/statistics.h"

namespace hypelint {
namespace {

// Candidates of one rule from places that carry a detail: each is wrong for itself, whatever `once_per` says.
template <typename Problems>
Candidates of_problems(const CompiledRules& rules, RuleIndex rule, const Scene& scene, Problems&& problems) {
  Candidates out;
  for (const auto& problem : problems) {
    if (!scene.has_sentences(problem.block)) continue;
    const Trigger at = scene.trigger_at(problem.block, problem.span);
    if (!is_claim(rules, rule, scene, at)) continue;
    Candidate candidate{rule, at};
    candidate.detail = problem.detail;
    out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace

Candidates evaluate_citations(const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  Candidates out;
  for (const RuleIndex rule : rules.of_kind[static_cast<std::size_t>(RuleKind::Citation)]) {
    const auto fault = rules.rules[rule].fault;
    if (!selection.runs[rule] || !fault) continue;
    const RuleTimer timer(selection.meter, rule, scene.evidence().problems().size());
    const auto is_meant = [&](const CitationProblem& problem) { return problem.fault == *fault; };
    Candidates found = of_problems(rules, rule, scene, scene.evidence().problems() | std::views::filter(is_meant));
    if (*fault == CitationFault::UncitedEntry) {
      for (Candidate& candidate : found) candidate.scope = FindingScope::Document;
    }
    append(out, std::move(found));
  }
  return out;
}

Candidates evaluate_statistics(const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  std::vector<RuleIndex> run;
  std::vector<StatisticCheck> checks;
  for (const RuleIndex rule : rules.of_kind[static_cast<std::size_t>(RuleKind::Statistic)]) {
    const std::optional<StatisticCheck> check = rules.rules[rule].check;
    if (!selection.runs[rule] || !check) continue;
    run.push_back(rule);
    checks.push_back(*check);
  }
  SharedRuleTimer reading(selection.meter, run);
  const std::vector<StatisticProblems> problems = check_statistics(checks, scene.text(), scene.evidence());
  reading.stop();
  Candidates out;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const RuleTimer timer(selection.meter, run[i], 1);
    append(out, of_problems(rules, run[i], scene, problems[i]));
  }
  return out;
}

}  // namespace hypelint

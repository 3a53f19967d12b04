#include "rules/evaluate.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "rules/candidate.h"
#include "rules/clearance.h"
#include "rules/praise.h"
#include "rules/rule_meter.h"
#include "rules/situations.h"
#include "rules/unspoken.h"

namespace hypelint {
namespace {

bool has_bit(std::uint32_t set, unsigned index) { return (set >> index & 1U) != 0; }

bool is_excepted(const Rule& rule, const Scene& scene, const Trigger& at) {
  return std::any_of(rule.except.begin(), rule.except.end(),
                     [&](TermListId list) { return overlaps_any(scene.terms(list), at.block, at.span); });
}

// A trigger of a rule.
struct Meeting {
  RuleIndex rule;
  Trigger at;
  const Further* by = nullptr;  // the further triggers that it is one of
};

// Calls `meet` with each Meeting, in document order, hits before evidence at the same place.
template <typename Meet>
class Meetings {
 public:
  Meetings(const CompiledRules& rules, const Selection& selection, const Scene& scene, const Meet& meet)
      : rules_(rules), selection_(selection), scene_(scene), meet_(meet) {}

  void run() const {
    const auto place = [](const auto& found) { return std::pair(found.block, found.span.begin); };
    const std::span<const Evidence> evidence = scene_.evidence().all();
    auto item = evidence.begin();
    for (const Hit& hit : scene_.hits().all) {
      for (; item != evidence.end() && place(*item) < place(hit); ++item) meet_evidence(*item);
      meet_hit(hit);
    }
    for (; item != evidence.end(); ++item) meet_evidence(*item);
  }

 private:
  void meet_all(const std::vector<RuleIndex>& triggered, const Trigger& at) const {
    for (const RuleIndex rule : triggered) {
      if (selection_.runs[rule] && rules_.rules[rule].kind != RuleKind::Density) meet_({rule, at});
    }
  }

  void meet_hit(const Hit& hit) const {
    const Trigger at = trigger_of(hit);
    meet_all(rules_.by_list[hit.list], at);
    for (const auto& [rule, also] : rules_.further[hit.list]) {
      const Further* const by = &rules_.rules[rule].also[also];
      const auto is_so = [&](Situation situation) { return holds(situation, scene_, at); };
      if (selection_.runs[rule] && std::ranges::all_of(by->when, is_so)) meet_({rule, at, by});
    }
  }

  void meet_evidence(const Evidence& item) const {
    const auto& triggered = rules_.by_evidence[static_cast<std::size_t>(item.kind)];
    if (!triggered.empty() && scene_.has_sentences(item.block))
      meet_all(triggered, scene_.trigger_at(item.block, item.span));
  }

  const CompiledRules& rules_;
  const Selection& selection_;
  const Scene& scene_;
  const Meet& meet_;
};

Candidate candidate_of(const CompiledRules& rules, RuleIndex rule, const Scene& scene, const Trigger& at) {
  Candidate candidate{rule, at};
  const std::optional<ClearanceSets>& wanted = rules.tables[rule].details;
  if (!wanted) return candidate;
  const KindSet found = scene.support(at, wanted->within).kinds & wanted->any_of;
  for (std::size_t kind = 0; kind < kEvidenceKinds; ++kind) {
    const KindSet one = bit(static_cast<EvidenceKind>(kind));
    if ((found & one) != 0) ++candidate.n;
    if ((wanted->any_of & ~found & one) == 0) continue;
    if (!candidate.detail.empty()) candidate.detail += ", ";
    candidate.detail += to_string(static_cast<EvidenceKind>(kind));
  }
  return candidate;
}

// Sentences in which a rule that absorbs drops the findings of `rule`, as (sentence, absorbed rule).
using Absorption = std::vector<std::pair<std::uint32_t, RuleIndex>>;

Absorption absorptions(const CompiledRules& rules, const Selection& selection, const Candidates& candidates,
                       const Scene& scene) {
  Absorption out;
  for (const Candidate& candidate : candidates) {
    if (!selection.absorbs[candidate.rule] || candidate.scope == FindingScope::Document) continue;
    if (!scene.has_sentences(candidate.at.block)) continue;
    const std::vector<Absorbs>& absorbs = rules.tables[candidate.rule].absorbs;
    if (absorbs.empty()) continue;
    const KindSet kinds = scene.support(candidate.at, Reach::Sentence).kinds;
    for (const Absorbs& absorbed : absorbs) {
      if ((absorbed.unless & kinds) == 0) out.emplace_back(candidate.at.sentence, absorbed.rule);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_absorbed(const Absorption& absorption, const Scene& scene, const Candidate& candidate) {
  return candidate.scope == FindingScope::Span && scene.has_sentences(candidate.at.block) &&
         std::binary_search(absorption.begin(), absorption.end(), std::pair(candidate.at.sentence, candidate.rule));
}

Candidates all_candidates(const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  Candidates all = evaluate_terms(rules, selection, scene);
  append(all, evaluate_links(rules, selection, scene));
  append(all, evaluate_citations(rules, selection, scene));
  append(all, evaluate_statistics(rules, selection, scene));
  append(all, evaluate_density(rules, selection, scene, all));
  append(all, evaluate_document(rules, selection, scene, all));
  return all;
}

// Links and citations are looked for in addresses too.
bool reads_prose(RuleKind kind) { return kind != RuleKind::Link && kind != RuleKind::Citation; }

}  // namespace

bool looks_in(const RuleTables& tables, const Block& block) {
  return has_bit(tables.zones, static_cast<unsigned>(block.zone)) &&
         has_bit(tables.kinds, static_cast<unsigned>(block.kind));
}

bool is_claim(const CompiledRules& rules, RuleIndex index, const Scene& scene, const Trigger& at, bool cleared,
              const Further* by) {
  const Rule& rule = rules.rules[index];
  const std::vector<Nearby>& needs = by != nullptr && !by->needs.empty() ? by->needs : rule.needs;
  const std::vector<Nearby>& unless = by != nullptr && !by->unless.empty() ? by->unless : rule.unless;
  const RuleTables& tables = rules.tables[index];
  if (!looks_in(tables, scene.block_of(at))) return false;
  const auto is_so = [&](Situation situation) { return holds(situation, scene, at); };
  const auto is_near = [&](const Nearby& nearby) { return has_nearby(nearby, scene, at); };
  const auto clears = [&](const ClearanceSets& clearance) { return is_cleared(clearance, scene, at); };
  return !is_excepted(rule, scene, at) && std::all_of(rule.only_when.begin(), rule.only_when.end(), is_so) &&
         std::none_of(rule.not_when.begin(), rule.not_when.end(), is_so) &&
         std::all_of(needs.begin(), needs.end(), is_near) && std::none_of(unless.begin(), unless.end(), is_near) &&
         !(tables.details && clears(*tables.details)) &&
         !(cleared && std::any_of(tables.cleared_by.begin(), tables.cleared_by.end(), clears)) &&
         !(reads_prose(rule.kind) && is_unspoken(scene.block_of(at).text, at.span));
}

Candidates evaluate_terms(const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  Candidates out;
  std::vector<std::uint32_t> last_unit(rules.rules.size(), std::numeric_limits<std::uint32_t>::max());
  const auto meet = [&](const Meeting& meeting) {
    const RuleTimer timer(selection.meter, meeting.rule, 1);
    const std::uint32_t unit = scene.unit(meeting.at, rules.rules[meeting.rule].once_per);
    if (last_unit[meeting.rule] == unit) return;
    if (!is_claim(rules, meeting.rule, scene, meeting.at, selection.adjusted[meeting.rule].cleared, meeting.by)) return;
    last_unit[meeting.rule] = unit;
    out.push_back(candidate_of(rules, meeting.rule, scene, meeting.at));
  };
  Meetings(rules, selection, scene, meet).run();
  return out;
}

std::vector<Finding> evaluate(const CompiledRules& rules, const Selection& selection, const Text& text,
                              const EvidenceIndex& evidence, const Hits& hits) {
  Scene scene(text, evidence, hits, rules.by_list.size());
  if (!scene.promotional() && !scene.press_release() && praises_enough(rules, selection, scene)) {
    scene.call_promotional();
  }
  const Candidates candidates = all_candidates(rules, selection, scene);
  const Absorption absorption = absorptions(rules, selection, candidates, scene);
  FindingWriter writer(scene);
  std::vector<Finding> findings;
  findings.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    if (!selection.reports[candidate.rule] || is_absorbed(absorption, scene, candidate)) continue;
    const RuleTimer timer(selection.meter, candidate.rule, 0);
    findings.push_back(writer.write(rules.rules[candidate.rule], candidate));
    const AdjustedRule& adjusted = selection.adjusted[candidate.rule];
    findings.back().severity = adjusted.severity;
    findings.back().confidence = adjusted.confidence;
    if (!adjusted.cleared) findings.back().related.clear();  // no evidence would clear it, wherever it stands
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.span.begin, a.span.end, a.rule) < std::tie(b.span.begin, b.span.end, b.rule);
  });
  return findings;
}

}  // namespace hypelint

#include "rules/praise.h"

#include <algorithm>
#include <optional>

#include "rules/candidate.h"

namespace hypelint {
namespace {

std::size_t sentences_to_praise(const PraiseClaims& claims, const Scene& scene) {
  const std::size_t share = (scene.text().sentences.size() + claims.one_in - 1) / claims.one_in;
  return std::max<std::size_t>(claims.at_least, share) + count_sentences(scene.evidence(), claims.less);
}

bool speaks_of(const std::vector<TermListId>& about, const Scene& scene) {
  return about.empty() || std::ranges::any_of(about, [&](TermListId list) { return !scene.terms(list).empty(); });
}

bool praises(const PraiseClaims& claims, const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  std::size_t missing = sentences_to_praise(claims, scene);
  std::optional<std::uint32_t> last;
  for (const Hit& hit : scene.hits().all) {
    if (hit.sentence == last) continue;
    const Trigger at = trigger_of(hit);
    const auto is_praise = [&](RuleIndex rule, const Further* by) {
      return claims.counts[rule] && selection.runs[rule] && rules.rules[rule].kind != RuleKind::Density &&
             is_claim(rules, rule, scene, at, selection.adjusted[rule].cleared, by);
    };
    // What counts in some situation only is left out: the page may turn out to be promotional.
    const auto is_further_praise = [&](const FurtherTrigger& further) {
      const Further& by = rules.rules[further.rule].also[further.also];
      return by.when.empty() && is_praise(further.rule, &by);
    };
    if (std::ranges::none_of(rules.by_list[hit.list], [&](RuleIndex rule) { return is_praise(rule, nullptr); }) &&
        std::ranges::none_of(rules.further[hit.list], is_further_praise)) {
      continue;
    }
    last = hit.sentence;
    if (--missing == 0) return true;
  }
  return false;
}

}  // namespace

bool praises_enough(const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  return std::ranges::any_of(rules.praise, [&](const PraiseClaims& claims) {
    return speaks_of(claims.about, scene) && praises(claims, rules, selection, scene);
  });
}

}  // namespace hypelint

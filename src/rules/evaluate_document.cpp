#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "rules/candidate.h"
#include "rules/rule_meter.h"

namespace hypelint {
namespace {

// Sentences with a candidate of one of the rules, ascending and distinct; `rules` is ascending.
std::vector<std::uint32_t> sentences_of(const Candidates& claims, const std::vector<RuleIndex>& rules) {
  std::vector<std::uint32_t> out;
  for (const Candidate& claim : claims) {
    if (std::binary_search(rules.begin(), rules.end(), claim.rule)) out.push_back(claim.at.sentence);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool earlier(const Trigger& a, const Trigger& b) {
  return a.block != b.block ? a.block < b.block : a.span.begin < b.span.begin;
}

// The first claim that a document rule counts and that none of its own situations excuses, when there are enough.
std::optional<Trigger> counted_claim(const CompiledRules& rules, RuleIndex rule, const Scene& scene,
                                     const Candidates& claims) {
  const std::vector<RuleIndex>& counts = rules.tables[rule].counts;
  const int found = static_cast<int>(sentences_of(claims, counts).size());
  if (found == 0 || found < rules.rules[rule].document.at_least) return std::nullopt;
  std::optional<Trigger> first;
  for (const Candidate& claim : claims) {
    if (!std::binary_search(counts.begin(), counts.end(), claim.rule)) continue;
    if (first && !earlier(claim.at, *first)) continue;
    if (!scene.has_sentences(claim.at.block) || is_claim(rules, rule, scene, claim.at)) first = claim.at;
  }
  return first;
}

// The first term of the lists that is a claim of the rule.
std::optional<Trigger> named_term(const CompiledRules& rules, RuleIndex rule, const Scene& scene,
                                  const std::vector<TermListId>& lists) {
  std::optional<Trigger> first;
  for (const TermListId list : lists) {
    for (const Occurrence& place : scene.terms(list)) {
      const Trigger at = scene.trigger_at(place.block, place.span);
      if (first && !earlier(at, *first)) break;
      if (is_claim(rules, rule, scene, at)) first = at;
    }
  }
  return first;
}

bool is_menu(const Block& block) {
  return block.zone == Zone::Navigation || block.zone == Zone::Form || block.zone == Zone::Hidden;
}

// True when a property of the document goes by the name: "author", "seo.author".
bool has_property(const Document& document, std::string_view name) {
  return std::any_of(document.properties.begin(), document.properties.end(), [&](const Property& property) {
    if (property.value.empty() || !std::string_view(property.key).ends_with(name)) return false;
    return property.key.size() == name.size() || property.key[property.key.size() - name.size() - 1] == '.';
  });
}

// The kinds of the first group of which the document has nothing; empty when it has something of each.
std::string missing_group(const DocumentCriteria& criteria, const Scene& scene) {
  std::string names;
  for (const std::vector<EvidenceKind>& group : criteria.incomplete) {
    if ((kind_set(group) & scene.document_support().kinds) != 0) continue;
    for (const EvidenceKind kind : group) names.append(names.empty() ? "" : ", ").append(to_string(kind));
    break;
  }
  return names;
}

// Sentences of the read part of the page with evidence of one of the kinds.
std::size_t sentences_with(const Scene& scene, KindSet kinds) {
  return count_sentences(scene.evidence(), kinds,
                         [&](const Evidence& item) { return !is_menu(scene.document().blocks[item.block]); });
}

bool lacks_everything(const DocumentCriteria& criteria, const Scene& scene) {
  const Support& support = scene.document_support();
  if ((tier_set(criteria.lacks_tiers) & support.tiers) != 0) return false;
  if ((kind_set(criteria.lacks) & support.kinds) != 0) return false;
  const auto is_given = [&](const std::string& name) { return has_property(scene.document(), name); };
  if (std::any_of(criteria.lacks_properties.begin(), criteria.lacks_properties.end(), is_given)) return false;
  if (!criteria.incomplete.empty() && missing_group(criteria, scene).empty()) return false;
  const auto is_written = [&](TermListId list) {
    const Occurrences places = scene.terms(list);
    return std::any_of(places.begin(), places.end(),
                       [&](const Occurrence& place) { return !is_menu(scene.document().blocks[place.block]); });
  };
  return std::none_of(criteria.lacks_terms.begin(), criteria.lacks_terms.end(), is_written);
}

// The first sentence of the article, for rules that ask every document for something.
std::optional<Trigger> first_sentence(const CompiledRules& rules, RuleIndex rule, const Scene& scene) {
  const Text& text = scene.text();
  for (const Sentence& sentence : text.sentences) {
    const Trigger at = scene.trigger_at(sentence.block, sentence.span);
    if (is_claim(rules, rule, scene, at)) return at;
  }
  return std::nullopt;
}

bool outweighs(const CompiledRules& rules, RuleIndex rule, const Scene& scene, const Candidates& claims) {
  const SentenceRatio& ratio = rules.rules[rule].document.ratio;
  if (ratio.above == 0) return true;
  const std::size_t counted = sentences_of(claims, rules.tables[rule].counts).size();
  return counted > static_cast<std::size_t>(ratio.above) * sentences_with(scene, kind_set(ratio.to));
}

// The claim that makes the missing thing necessary.
std::optional<Trigger> occasion(const CompiledRules& rules, RuleIndex rule, const Scene& scene,
                                const Candidates& claims) {
  const DocumentCriteria& criteria = rules.rules[rule].document;
  if (!lacks_everything(criteria, scene) || !outweighs(rules, rule, scene, claims)) return std::nullopt;
  std::optional<Trigger> claim = counted_claim(rules, rule, scene, claims);
  if (!claim) claim = named_term(rules, rule, scene, criteria.when_terms);
  if (!claim && criteria.when_rules.empty() && criteria.when_terms.empty()) claim = first_sentence(rules, rule, scene);
  return claim && !criteria.at.empty() ? named_term(rules, rule, scene, criteria.at) : claim;
}

// What stands at a wording is about that sentence; a ratio is of the whole article, wherever it stands.
FindingScope scope_of(const DocumentCriteria& criteria) {
  return criteria.at.empty() || criteria.ratio.above != 0 ? FindingScope::Document : FindingScope::Span;
}

}  // namespace

Candidates evaluate_document(const CompiledRules& rules, const Selection& selection, const Scene& scene,
                             const Candidates& claims) {
  Candidates out;
  for (const RuleIndex rule : rules.of_kind[static_cast<std::size_t>(RuleKind::Document)]) {
    if (!selection.runs[rule]) continue;
    const RuleTimer timer(selection.meter, rule, 1);
    const auto at = occasion(rules, rule, scene, claims);
    if (!at) continue;
    const DocumentCriteria& criteria = rules.rules[rule].document;
    Candidate candidate{rule, *at, scope_of(criteria)};
    candidate.detail = missing_group(criteria, scene);
    candidate.n = sentences_of(claims, rules.tables[rule].counts).size();
    out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace hypelint

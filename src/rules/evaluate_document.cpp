#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "rules/candidate.h"

namespace hypelint {
namespace {

// The words of a density rule in one sentence.
struct Cluster {
  RuleIndex rule = 0;
  std::uint32_t sentence = 0;
  Trigger first;
  std::uint32_t end = 0;  // end of the last word, in the block
  std::size_t boosters = 0;
  std::vector<std::string> words;  // distinct, folded, in order
  std::unordered_set<std::string> known;  // the same words
};

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

Trigger trigger_of(const Hit& hit) { return {hit.block, hit.sentence, hit.span, hit.first_word, hit.end_word}; }

void add_word(Cluster& cluster, const Hit& hit, const Scene& scene) {
  std::string word = folded(scene.text().block_text(hit.block).substr(hit.span.begin, hit.span.size()));
  if (!cluster.known.insert(word).second) return;
  if (cluster.words.empty()) cluster.first = trigger_of(hit);
  cluster.end = hit.span.end;
  cluster.words.push_back(std::move(word));
}

// Clusters of every sentence that holds a word of the rule. `open` has one cluster a rule, of the last sentence seen.
class Clusters {
 public:
  explicit Clusters(std::size_t rules) : open_(rules) {}

  Cluster& at(RuleIndex rule, std::uint32_t sentence) {
    Cluster& cluster = open_[rule];
    if (cluster.sentence != sentence) close(rule);
    cluster.rule = rule;
    cluster.sentence = sentence;
    return cluster;
  }
  std::vector<Cluster> finish() {
    for (RuleIndex rule = 0; rule < open_.size(); ++rule) close(rule);
    return std::move(closed_);
  }

 private:
  void close(RuleIndex rule) {
    if (!open_[rule].words.empty()) closed_.push_back(std::move(open_[rule]));
    open_[rule] = {};
  }
  std::vector<Cluster> open_;
  std::vector<Cluster> closed_;
};

std::vector<Cluster> clusters_of(const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  Clusters clusters(rules.rules.size());
  for (const Hit& hit : scene.hits().all) {
    for (const RuleIndex rule : rules.by_list[hit.list]) {
      if (rules.rules[rule].kind != RuleKind::Density || !selection.runs[rule]) continue;
      if (is_claim(rules, rule, scene, trigger_of(hit))) add_word(clusters.at(rule, hit.sentence), hit, scene);
    }
    for (const RuleIndex rule : rules.boosters[hit.list]) ++clusters.at(rule, hit.sentence).boosters;
  }
  return clusters.finish();
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

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

// The first claim that a document rule counts, when there are enough.
std::optional<Trigger> counted_claim(const CompiledRules& rules, RuleIndex rule, const Candidates& claims) {
  const std::vector<RuleIndex>& counts = rules.tables[rule].counts;
  const int found = static_cast<int>(sentences_of(claims, counts).size());
  if (found == 0 || found < rules.rules[rule].document.at_least) return std::nullopt;
  std::optional<Trigger> first;
  for (const Candidate& claim : claims) {
    if (!std::binary_search(counts.begin(), counts.end(), claim.rule)) continue;
    if (!first || earlier(claim.at, *first)) first = claim.at;
  }
  return first;
}

std::optional<Trigger> named_term(const CompiledRules& rules, RuleIndex rule, const Scene& scene) {
  std::optional<Trigger> first;
  for (const TermListId list : rules.rules[rule].document.when_terms) {
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

bool lacks_everything(const DocumentCriteria& criteria, const Scene& scene) {
  const Support& support = scene.document_support();
  if ((tier_set(criteria.lacks_tiers) & support.tiers) != 0) return false;
  if ((kind_set(criteria.lacks) & support.kinds) != 0) return false;
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

std::optional<Trigger> occasion(const CompiledRules& rules, RuleIndex rule, const Scene& scene,
                                const Candidates& claims) {
  const DocumentCriteria& criteria = rules.rules[rule].document;
  if (!lacks_everything(criteria, scene)) return std::nullopt;
  if (criteria.when_rules.empty() && criteria.when_terms.empty()) return first_sentence(rules, rule, scene);
  const auto claim = counted_claim(rules, rule, claims);
  return claim ? claim : named_term(rules, rule, scene);
}

}  // namespace

Candidates evaluate_density(const CompiledRules& rules, const Selection& selection, const Scene& scene,
                            const Candidates& claims) {
  Candidates out;
  const auto& dense = rules.of_kind[static_cast<std::size_t>(RuleKind::Density)];
  if (dense.empty()) return out;
  std::map<RuleIndex, std::vector<std::uint32_t>> barred;
  for (const RuleIndex rule : dense) barred[rule] = sentences_of(claims, rules.tables[rule].counts);
  for (Cluster& cluster : clusters_of(rules, selection, scene)) {
    const std::size_t weight = cluster.words.size() + cluster.boosters;
    if (static_cast<int>(weight) < rules.rules[cluster.rule].density.at_least) continue;
    const auto& elsewhere = barred[cluster.rule];
    if (std::binary_search(elsewhere.begin(), elsewhere.end(), cluster.sentence)) continue;
    Candidate candidate{cluster.rule, cluster.first};
    candidate.at.span.end = std::max(candidate.at.span.end, cluster.end);
    candidate.n = weight;
    candidate.match = joined(cluster.words);
    out.push_back(std::move(candidate));
  }
  return out;
}

Candidates evaluate_document(const CompiledRules& rules, const Selection& selection, const Scene& scene,
                             const Candidates& claims) {
  Candidates out;
  for (const RuleIndex rule : rules.of_kind[static_cast<std::size_t>(RuleKind::Document)]) {
    if (!selection.runs[rule]) continue;
    const auto at = occasion(rules, rule, scene, claims);
    if (!at) continue;
    Candidate candidate{rule, *at, FindingScope::Document};
    candidate.n = sentences_of(claims, rules.tables[rule].counts).size();
    out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace hypelint

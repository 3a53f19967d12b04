#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "rules/candidate.h"
#include "rules/rule_meter.h"
#include "support/ascii.h"
#include "support/prose.h"

namespace hypelint {
namespace {

// The words of a density rule in one sentence, paragraph or section.
struct Cluster {
  RuleIndex rule = 0;
  std::uint32_t unit = 0;
  Trigger first;
  std::uint32_t end = 0;  // end of the last word in the first one's block
  std::size_t boosters = 0;
  std::vector<std::string> words;         // distinct, folded, in order
  std::unordered_set<std::string> known;  // the same words
  std::vector<TermListId> lists;          // distinct
};

void add_word(Cluster& cluster, const Hit& hit, const Scene& scene) {
  std::string word = ascii::lower_copy(scene.text().block_text(hit.block).substr(hit.span.begin, hit.span.size()));
  if (!cluster.known.insert(word).second) return;
  if (cluster.words.empty()) cluster.first = trigger_of(hit);
  if (cluster.first.block == hit.block) cluster.end = hit.span.end;
  cluster.words.push_back(std::move(word));
  if (std::find(cluster.lists.begin(), cluster.lists.end(), hit.list) == cluster.lists.end()) {
    cluster.lists.push_back(hit.list);
  }
}

// Clusters of every unit that holds a word of the rule. `open_` has one cluster a rule, of the last unit seen.
class Clusters {
 public:
  Clusters(const CompiledRules& rules, const Scene& scene) : rules_(rules), scene_(scene), open_(rules.rules.size()) {}

  Cluster& at(RuleIndex rule, const Hit& hit) {
    const std::uint32_t unit = scene_.unit(trigger_of(hit), rules_.rules[rule].density.within);
    Cluster& cluster = open_[rule];
    if (cluster.unit != unit) close(rule);
    cluster.rule = rule;
    cluster.unit = unit;
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
  const CompiledRules& rules_;
  const Scene& scene_;
  std::vector<Cluster> open_;
  std::vector<Cluster> closed_;
};

std::vector<Cluster> clusters_of(const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  Clusters clusters(rules, scene);
  for (const Hit& hit : scene.hits().all) {
    for (const RuleIndex rule : rules.by_list[hit.list]) {
      if (rules.rules[rule].kind != RuleKind::Density || !selection.runs[rule]) continue;
      const RuleTimer timer(selection.meter, rule, 1);
      if (is_claim(rules, rule, scene, trigger_of(hit), selection.adjusted[rule].cleared)) {
        add_word(clusters.at(rule, hit), hit, scene);
      }
    }
    for (const RuleIndex rule : rules.boosters[hit.list]) ++clusters.at(rule, hit).boosters;
  }
  return clusters.finish();
}

std::size_t weight_of(const Cluster& cluster, const DensityCriteria& criteria) {
  return (criteria.distinct_lists ? cluster.lists.size() : cluster.words.size()) + cluster.boosters;
}

// Units of a density rule in which a rule fired that bars it, ascending.
std::vector<std::uint32_t> barred_units(const CompiledRules& rules, RuleIndex rule, const Scene& scene,
                                        const Candidates& claims) {
  const std::vector<RuleIndex>& barring = rules.tables[rule].counts;
  std::vector<std::uint32_t> out;
  for (const Candidate& claim : claims) {
    if (!std::binary_search(barring.begin(), barring.end(), claim.rule)) continue;
    if (claim.at.block < scene.document().blocks.size()) {
      out.push_back(scene.unit(claim.at, rules.rules[rule].density.within));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

Candidates evaluate_density(const CompiledRules& rules, const Selection& selection, const Scene& scene,
                            const Candidates& claims) {
  Candidates out;
  const auto& dense = rules.of_kind[static_cast<std::size_t>(RuleKind::Density)];
  if (dense.empty()) return out;
  std::map<RuleIndex, std::vector<std::uint32_t>> barred;
  for (const RuleIndex rule : dense) barred[rule] = barred_units(rules, rule, scene, claims);
  for (Cluster& cluster : clusters_of(rules, selection, scene)) {
    const DensityCriteria& criteria = rules.rules[cluster.rule].density;
    const std::size_t weight = weight_of(cluster, criteria);
    if (static_cast<int>(weight) < criteria.at_least) continue;
    const auto& elsewhere = barred[cluster.rule];
    if (std::binary_search(elsewhere.begin(), elsewhere.end(), cluster.unit)) continue;
    Candidate candidate{cluster.rule, cluster.first};
    candidate.at.span.end = std::max(candidate.at.span.end, cluster.end);
    candidate.n = weight;
    candidate.match = joined(cluster.words);
    out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace hypelint

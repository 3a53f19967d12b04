#include "rules/nearest_evidence.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hypelint {
namespace {

bool is_support(const Evidence& item) {
  return item.tier == Tier::T1 || item.tier == Tier::T2 || item.tier == Tier::T3;
}

TierSet accepted_tiers(const Rule& rule) {
  TierSet tiers = 0;
  for (const Clearance& clearance : rule.cleared_by) tiers = static_cast<TierSet>(tiers | tier_set(clearance.tiers));
  return tiers;
}

std::string widest_reach(const Rule& rule) {
  Reach widest = Reach::Sentence;
  for (const Clearance& clearance : rule.cleared_by) widest = std::max(widest, clearance.within);
  return std::string(to_string(widest));
}

}  // namespace

NearestEvidence::NearestEvidence(const Scene& scene) : scene_(scene) {
  const auto all = scene.evidence().all();
  for (std::uint32_t index = 0; index < all.size(); ++index) {
    if (is_support(all[index]) && scene.has_sentences(all[index].block)) tiered_.push_back(index);
  }
}

std::optional<Related> NearestEvidence::find(const Rule& rule, const Trigger& claim) const {
  const TierSet tiers = accepted_tiers(rule);
  if (tiers == 0 || tiered_.empty()) return std::nullopt;
  const auto all = scene_.evidence().all();
  const auto after = std::partition_point(tiered_.begin(), tiered_.end(), [&](std::uint32_t index) {
    return std::pair(all[index].block, all[index].span.begin) < std::pair(claim.block, claim.span.begin);
  });
  const auto fits = [&](std::uint32_t index) {
    const Evidence& item = all[index];
    const Trigger at{item.block, item.sentence, item.span};
    return (bit(item.tier) & tiers) != 0 && scene_.unit(at, Reach::Section) == scene_.unit(claim, Reach::Section);
  };
  const bool next = after != tiered_.end() && fits(*after);
  const bool previous = after != tiered_.begin() && fits(*std::prev(after));
  if (!next && !previous) return std::nullopt;
  const auto sentences_to = [&](std::uint32_t index) {
    const std::uint32_t there = all[index].sentence;
    return there > claim.sentence ? there - claim.sentence : claim.sentence - there;
  };
  const bool take_next = next && (!previous || sentences_to(*after) < sentences_to(*std::prev(after)));
  const Evidence& nearest = all[take_next ? *after : *std::prev(after)];
  return Related{scene_.document().blocks[nearest.block].map.to_source(nearest.span),
                 "the nearest " + std::string(to_string(nearest.kind)) + " stands beyond the " + widest_reach(rule) +
                     " that the rule looks at"};
}

}  // namespace hypelint

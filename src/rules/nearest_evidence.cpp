#include "rules/nearest_evidence.h"

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>
#include <utility>

namespace hypelint {
namespace {

bool is_support(const Evidence& item) {
  return item.tier == Tier::T1 || item.tier == Tier::T2 || item.tier == Tier::T3;
}

bool accepts(const Clearance& clearance, Tier tier) { return (tier_set(clearance.tiers) & bit(tier)) != 0; }

bool accepts(const Rule& rule, Tier tier) {
  return std::ranges::any_of(rule.cleared_by, [&](const Clearance& clearance) { return accepts(clearance, tier); });
}

bool is_within(const Scene& scene, const Evidence& item, const Trigger& claim, Reach reach) {
  return std::ranges::any_of(scene.sentences(claim, reach),
                             [&](Range range) { return range.begin <= item.sentence && item.sentence < range.end; });
}

// The first clearance of the rule that takes the evidence and looks where it stands.
const Clearance* reaching(const Rule& rule, const Scene& scene, const Evidence& item, const Trigger& claim) {
  const auto found = std::ranges::find_if(rule.cleared_by, [&](const Clearance& clearance) {
    return accepts(clearance, item.tier) && is_within(scene, item, claim, clearance.within);
  });
  return found == rule.cleared_by.end() ? nullptr : &*found;
}

// Some clearance has the source that it asks for, wherever in its reach.
bool has_source(const Rule& rule, const Scene& scene, const Trigger& claim) {
  return std::ranges::any_of(rule.cleared_by, [&](const Clearance& clearance) {
    return (tier_set(clearance.tiers) & scene.support(claim, clearance.within).tiers) != 0;
  });
}

// "metric, year and percent"
std::string listed(const std::vector<EvidenceKind>& kinds, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (i > 0) out += i + 1 == kinds.size() ? last : ", ";
    out += to_string(kinds[i]);
  }
  return out;
}

// "no metric and year", "fewer than 2 of percent and follow-up": what the clearance asks for beside a source, and does
// not find; empty when it finds it all.
std::string lacking(const Clearance& clearance, KindSet found) {
  std::vector<EvidenceKind> missing;
  std::ranges::copy_if(clearance.with, std::back_inserter(missing),
                       [&](EvidenceKind kind) { return (found & bit(kind)) == 0; });
  std::string out = missing.empty() ? "" : "no " + listed(missing, " and ");
  const std::vector<EvidenceKind>& any_of = clearance.any_of;
  if (any_of.empty() || std::popcount(kind_set(any_of) & found) >= clearance.at_least) return out;
  if (!out.empty()) out += " and ";
  if (clearance.at_least == 1) return out + "no " + listed(any_of, " or ");
  return out + "fewer than " + std::to_string(clearance.at_least) + " of " + listed(any_of, " and ");
}

std::string with_article(std::string_view name) {
  const bool vowel = std::string_view("aeio").find(name.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(name);
}

std::string_view place_of(Reach reach) {
  switch (reach) {
    case Reach::Sentence:
      return "the sentence that the rule looks at";
    case Reach::NextSentence:
      return "the two sentences that the rule looks at, the claim's and the next";
    case Reach::Paragraph:
      return "the paragraph that the rule looks at";
    case Reach::Section:
      return "the section that the rule looks at";
    case Reach::Document:
      break;
  }
  return "the part of the article that the rule looks at";
}

std::string beyond_reach(const Rule& rule, const Evidence& item) {
  Reach widest = Reach::Sentence;
  for (const Clearance& clearance : rule.cleared_by) {
    if (accepts(clearance, item.tier)) widest = std::max(widest, clearance.within);
  }
  return "the nearest " + std::string(to_string(item.kind)) + " stands beyond " + std::string(place_of(widest));
}

// What keeps the evidence from clearing the claim; empty when that cannot be said of this piece alone: another stands
// within reach, or this one supports nothing but itself, as small print does.
std::string obstacle(const Rule& rule, const Scene& scene, const Evidence& item, const Trigger& claim) {
  const bool sourced = has_source(rule, scene, claim);
  const Clearance* const clearance = reaching(rule, scene, item, claim);
  if (clearance == nullptr) return sourced ? std::string() : beyond_reach(rule, item);
  const std::string missing = lacking(*clearance, scene.support(claim, clearance->within).kinds);
  if (!sourced || missing.empty()) return {};
  return with_article(to_string(item.kind)) + " stands here, but " + missing + " with it";
}

}  // namespace

NearestEvidence::NearestEvidence(const Scene& scene) : scene_(scene) {
  const auto all = scene.evidence().all();
  for (std::uint32_t index = 0; index < all.size(); ++index) {
    if (is_support(all[index]) && scene.has_sentences(all[index].block)) tiered_.push_back(index);
  }
}

const Evidence* NearestEvidence::nearest(const Rule& rule, const Trigger& claim) const {
  const auto all = scene_.evidence().all();
  const auto after = std::partition_point(tiered_.begin(), tiered_.end(), [&](std::uint32_t index) {
    return std::pair(all[index].block, all[index].span.begin) < std::pair(claim.block, claim.span.begin);
  });
  const auto fits = [&](const Evidence& item) {
    const Trigger at{item.block, item.sentence, item.span};
    return accepts(rule, item.tier) && scene_.unit(at, Reach::Section) == scene_.unit(claim, Reach::Section);
  };
  const Evidence* const next = after != tiered_.end() && fits(all[*after]) ? &all[*after] : nullptr;
  const Evidence* const previous =
      after != tiered_.begin() && fits(all[*std::prev(after)]) ? &all[*std::prev(after)] : nullptr;
  if (next == nullptr || previous == nullptr) return next != nullptr ? next : previous;
  const auto distance = [&](const Evidence* item) {
    const std::uint32_t sentences =
        item->sentence > claim.sentence ? item->sentence - claim.sentence : claim.sentence - item->sentence;
    return std::pair(reaching(rule, scene_, *item, claim) == nullptr, sentences);
  };
  return distance(next) < distance(previous) ? next : previous;
}

std::optional<Related> NearestEvidence::find(const Rule& rule, const Trigger& claim) const {
  const Evidence* const item = nearest(rule, claim);
  if (item == nullptr) return std::nullopt;
  std::string label = obstacle(rule, scene_, *item, claim);
  if (label.empty()) return std::nullopt;
  return Related{scene_.document().blocks[item->block].map.to_source(item->span), std::move(label)};
}

}  // namespace hypelint

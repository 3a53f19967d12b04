// The names of every enumeration that rule and configuration files may use.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "hypelint/rule.h"
#include "hypelint/rule_pack.h"

namespace hypelint {

// "malformed-identifier", "dangling-marker", "uncited-entry".
std::string_view to_string(CitationFault fault);

// The last enumerator; the enumerations count from 0 without holes.
template <typename Enum>
inline constexpr Enum last_value = Enum{};
template <>
inline constexpr OverlayKind last_value<OverlayKind> = OverlayKind::Jurisdiction;
template <>
inline constexpr Severity last_value<Severity> = Severity::Error;
template <>
inline constexpr Confidence last_value<Confidence> = Confidence::High;
template <>
inline constexpr RuleKind last_value<RuleKind> = RuleKind::Density;
template <>
inline constexpr Reach last_value<Reach> = Reach::Document;
template <>
inline constexpr Situation last_value<Situation> = Situation::Review;
template <>
inline constexpr Side last_value<Side> = Side::Either;
template <>
inline constexpr EvidenceKind last_value<EvidenceKind> = static_cast<EvidenceKind>(kEvidenceKinds - 1);
template <>
inline constexpr Tier last_value<Tier> = Tier::T4;
template <>
inline constexpr HostClass last_value<HostClass> = HostClass::Other;
template <>
inline constexpr CitationFault last_value<CitationFault> = CitationFault::UncitedEntry;
template <>
inline constexpr StatisticCheck last_value<StatisticCheck> = StatisticCheck::PCiSanity;
template <>
inline constexpr BlockKind last_value<BlockKind> = BlockKind::Code;
template <>
inline constexpr Zone last_value<Zone> = Zone::Hidden;
template <>
inline constexpr LinkRole last_value<LinkRole> = LinkRole::Autolink;
template <>
inline constexpr Format last_value<Format> = Format::Plain;

// Every name of an enumeration; the index of a name is its value.
template <typename Enum>
const std::vector<std::string_view>& names_of() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (std::size_t value = 0; value <= static_cast<std::size_t>(last_value<Enum>); ++value) {
      all.push_back(to_string(static_cast<Enum>(value)));
    }
    return all;
  }();
  return names;
}

}  // namespace hypelint

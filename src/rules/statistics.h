// Arithmetic of what is printed.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/evidence.h"
#include "hypelint/text.h"

namespace hypelint {

// A number that cannot be right.
struct StatisticProblem {
  std::uint32_t block = 0;
  TextSpan span;
  std::string detail;  // the arithmetic
};
using StatisticProblems = std::vector<StatisticProblem>;

// What a rule of kind "statistic" may check (rules/README.md says what each looks at).
inline constexpr std::array<std::string_view, 3> kStatisticChecks = {"grim", "parts-whole", "p-ci-sanity"};

// By place. Total and linear; any other name than these checks finds nothing.
StatisticProblems check_statistics(std::string_view check, const Text& text, const EvidenceIndex& evidence);
// Several checks, in their order; the text is read once.
std::vector<StatisticProblems> check_statistics(std::span<const std::string_view> checks, const Text& text,
                                                const EvidenceIndex& evidence);

}  // namespace hypelint

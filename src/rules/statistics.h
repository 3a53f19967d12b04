// Arithmetic of what is printed.
#pragma once

#include <cstdint>
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

// "percent-range": a share of people above 100 %. "p-value": a probability of 0 or above 1. "grim": a percentage with
// decimals that no count of any total at hand, or of a sum or difference of two, rounds to. Any other name: nothing.
std::vector<StatisticProblem> check_statistics(std::string_view check, const Text& text, const EvidenceIndex& evidence);

}  // namespace hypelint

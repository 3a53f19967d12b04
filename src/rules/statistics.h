// Arithmetic of what is printed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hypelint/evidence.h"
#include "hypelint/rule.h"
#include "hypelint/text.h"

namespace hypelint {

// A number that cannot be right.
struct StatisticProblem {
  std::uint32_t block = 0;
  TextSpan span;
  std::string detail;  // the arithmetic
};
using StatisticProblems = std::vector<StatisticProblem>;

// By place. Total and linear.
StatisticProblems check_statistics(StatisticCheck check, const Text& text, const EvidenceIndex& evidence);
// Several checks, in their order; the text is read once.
std::vector<StatisticProblems> check_statistics(std::span<const StatisticCheck> checks, const Text& text,
                                                const EvidenceIndex& evidence);

}  // namespace hypelint

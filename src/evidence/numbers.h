// Quantities in a block's text: percentages, counts, sample sizes, effects, statistics, durations, money, years,
// phases.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "hypelint/evidence.h"

namespace hypelint {

struct NumberMatch {
  EvidenceKind kind;
  TextSpan span;
};

// Total and linear. `words` are the words of the text; digits inside `masked` spans (sorted, disjoint: identifiers)
// are no quantities. Every figure in digits, years excepted, is also a Number; one in words ("six") is none.
std::vector<NumberMatch> find_numbers(std::string_view text, std::span<const Word> words,
                                      std::span<const TextSpan> masked);

}  // namespace hypelint

// The figures of a text: numbers in digits, and number words up to ninety-nine.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "hypelint/text.h"

namespace hypelint {

struct Figure {
  TextSpan span;
  double value = 0;
  bool spelled = false;  // "six", "twenty-four"
  bool plain = false;    // digits only, no grouping commas, no decimals
};

// By place. Digits inside words ("COVID-19", "3D"), addresses, enumerators ("2." at the start) and masked spans are
// none.
std::vector<Figure> find_figures(std::string_view text, std::span<const Word> words, std::span<const TextSpan> masked);

}  // namespace hypelint

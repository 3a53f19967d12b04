// Sizes of effects and the tests of them.
#pragma once

#include <cstddef>

#include "evidence/figure_text.h"

namespace hypelint {

// "HR 0.72", "4.2 points", "reduced by 5 mmHg", "2% v 4%", "from 34% to 12%", where figure `i` stands; none for any
// other.
Match as_effect(const FigureText& passage, std::size_t i);

// "p < 0.05", "P-value = .003", where figure `i` stands.
Match as_p_value(const FigureText& passage, std::size_t i);

}  // namespace hypelint

// What ICU divides a text into.
#pragma once

#include <span>

#include "text/utf16_text.h"

namespace hypelint {

enum class Pieces { Words, Sentences };

// Half-open, in UTF-16 units.
struct Piece {
  int begin = 0;
  int end = 0;
  int rule = 0;  // ICU's status of the boundary at `end`: UWordBreak or USentenceBreakTag
};

// All pieces in order, without gaps. They stay valid until the same thread divides another text. Throws
// std::runtime_error where ICU fails, as it does without its data.
std::span<const Piece> divide(const Utf16Text& text, Pieces into);

}  // namespace hypelint

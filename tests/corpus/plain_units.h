// The words of a block as the plain matcher compares them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/text.h"

namespace hypelint {

// A word of a block, or a character of an ideographic word.
struct Unit {
  std::string text;              // case-folded
  std::string base;              // without a possessive 's; empty for a word that has none
  std::uint32_t possessive = 0;  // bytes of the 's
  bool number = false;
  std::string_view before;  // what stands between this word and the one before it
  std::uint32_t word = 0;   // index into Text::words
  bool begins_word = true;
  bool ends_word = true;
  std::size_t sentence_end = 0;  // index of the first unit after the sentence
};

// Views into the text, which must outlive them.
std::vector<Unit> units_of(const Text& text, std::uint32_t block);

}  // namespace hypelint

// Characters that prose seldom has, by kind: a cheap test of what a text may hold.
#pragma once

#include <cstdint>
#include <string_view>

namespace hypelint {

// A set of kinds; rarer kinds have the lower bits.
using Marks = std::uint8_t;

// Those that are not ASCII are told by their first byte.
inline constexpr Marks kIdeographMark = 1 << 0;    // from U+3000 on
inline constexpr Marks kOtherMark = 1 << 1;        // "#", "@", "+", "="
inline constexpr Marks kPercentMark = 1 << 2;      // "%"
inline constexpr Marks kDollarMark = 1 << 3;       // "$"
inline constexpr Marks kSlashMark = 1 << 4;        // "/"
inline constexpr Marks kAlphabetMark = 1 << 5;     // U+0080 to U+1FFF
inline constexpr Marks kPunctuationMark = 1 << 6;  // U+2000 to U+2FFF
inline constexpr Marks kDigitMark = 1 << 7;        // "0" to "9"
inline constexpr Marks kNotAsciiMarks = kIdeographMark | kAlphabetMark | kPunctuationMark;

[[nodiscard]] Marks marks_in(std::string_view text);
// Of the character and of every other that is the same without regard to case; 0 for one that prose is full of.
[[nodiscard]] Marks marks_of(char32_t character);

// Signs and punctuation beyond ASCII, some of those that stand in no word (UAX #29 Other).
[[nodiscard]] bool is_sign(char32_t character);
// Characters of East Asia that have one case.
[[nodiscard]] bool is_ideograph(char32_t character);

}  // namespace hypelint

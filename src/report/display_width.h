// Text as a terminal shows it: how many columns a code point takes, and how raw bytes are made printable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

// 0 for combining marks and format characters, 2 for East Asian wide and fullwidth, otherwise 1.
std::size_t display_width(std::uint32_t code_point);

// A printable piece of a line and the source bytes it stands for.
struct Glyph {
  std::size_t begin = 0;  // bytes of the line, half-open
  std::size_t end = 0;
  std::string shown;      // valid UTF-8 without control characters
  std::size_t width = 0;  // terminal columns of `shown`
};

// Splits a line into printable pieces, one a code point. Control characters and bidirectional overrides become
// escapes (`\x1b`, `\u202e`), tabs become spaces up to the next multiple of four, an ill-formed byte becomes U+FFFD.
std::vector<Glyph> printable(std::string_view line);

// The whole string made printable; line ends are escaped too.
std::string printable_text(std::string_view text);

// Well-formed UTF-8: every ill-formed byte replaced by U+FFFD, everything else unchanged.
std::string well_formed(std::string_view text);

}  // namespace hypelint

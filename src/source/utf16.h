// Decoding of UTF-16 into UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

#include "source/decoded.h"

namespace hypelint {

// One code point of UTF-16 at `at`, which must be less than bytes.size().
struct Utf16Unit {
  char32_t value;
  std::size_t size;  // bytes taken: 1 (odd last byte), 2 or 4
  bool well_formed;
};
Utf16Unit decode_utf16_unit(std::string_view bytes, std::size_t at, bool big_endian);

// Whether bytes without a byte order mark are UTF-16 all the same: most of the first units are ASCII, so that every
// other byte is NUL.
bool reads_as_utf16(std::string_view bytes, bool big_endian);

// Decodes bytes from `begin` (after the byte order mark) to the end; lone surrogates and an odd last byte are
// ill-formed. Total.
DecodedText decode_utf16(std::string_view bytes, std::size_t begin, bool big_endian);

}  // namespace hypelint

// Decoding of UTF-16 into UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

// A place where both texts are known to be in step.
struct Utf16Step {
  std::size_t text;  // offset into the UTF-8 text
  std::size_t raw;   // offset into the UTF-16 bytes
};

struct DecodedUtf16 {
  std::string text;
  std::vector<Utf16Step> steps;  // ascending; at the start and then at most kUtf16StepBytes of text apart
  std::size_t invalid = 0;       // lone surrogates and an odd last byte, each decoded as U+FFFD
};

inline constexpr std::size_t kUtf16StepBytes = 256;

// One code point of UTF-16 at `at`, which must be less than bytes.size().
struct Utf16Unit {
  char32_t value;
  std::size_t size;  // bytes taken: 1 (odd last byte), 2 or 4
  bool well_formed;
};
Utf16Unit decode_utf16_unit(std::string_view bytes, std::size_t at, bool big_endian);

// Decodes bytes from `begin` (after the byte order mark) to the end. Total.
DecodedUtf16 decode_utf16(std::string_view bytes, std::size_t begin, bool big_endian);

}  // namespace hypelint

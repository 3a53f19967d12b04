// Words told by bytes alone: runs of ASCII letters and digits and of bytes above ASCII.
#pragma once

#include <cstddef>
#include <string_view>

#include "support/ascii.h"
#include "support/byte_set.h"

namespace hypelint {

inline constexpr ByteSet kWordBytes = [] {
  ByteSet bytes;
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    if (ascii::is_alnum(c) || ascii::is_high(c)) bytes.add(c);
  }
  return bytes;
}();

constexpr bool is_word_byte(char c) { return kWordBytes.contains(c); }

// No word goes on at the offset, which may be that of the end or beyond.
constexpr bool ends_word(std::string_view text, std::size_t end) {
  return end >= text.size() || !is_word_byte(text[end]);
}

}  // namespace hypelint

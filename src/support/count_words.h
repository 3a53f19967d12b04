// The length of a text in words.
#pragma once

#include <cstddef>
#include <string_view>

#include "support/ascii.h"

namespace hypelint {

// Number of words between white space of ASCII; counting stops at the first above `most`.
constexpr std::size_t count_words(std::string_view text, std::size_t most = std::string_view::npos) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size() && words <= most; ++at) {
    const bool space = ascii::is_space(text[at]) || text[at] == '\f' || text[at] == '\v';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

}  // namespace hypelint

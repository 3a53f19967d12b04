// Small pieces of messages: lists, counts, cuts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "support/utf8.h"

namespace hypelint {

// "a, b".
inline std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

// "1 file", "2 files".
inline std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count).append(" ").append(count == 1 ? one : many);
}
// The same for a word whose plural ends in s.
inline std::string count_of(std::size_t count, std::string_view one) {
  return count_of(count, one, std::string(one) + "s");
}

// At most so many bytes of UTF-8, in whole characters, and an ellipsis where that is not all.
inline std::string cut(std::string_view text, std::size_t bytes) {
  constexpr std::size_t kMostContinuations = 3;
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes;
  while (end > 0 && bytes - end < kMostContinuations && is_continuation_byte(text[end])) --end;
  return std::string(text.substr(0, end)).append("…");
}

}  // namespace hypelint

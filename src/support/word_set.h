// A fixed set of ASCII words, asked for without regard to case.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/ascii.h"

namespace hypelint {

// Made at compile time from words in lower case: `constexpr WordSet kBases({"of", "among"});`
template <std::size_t N>
class WordSet {
 public:
  consteval explicit WordSet(const std::string_view (&words)[N]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    for (const std::string_view word : words_) {
      sizes_[folded(word.front()) % kFirsts] |= size_bit(word);
      filter_[key(word) / 64] |= std::uint64_t{1} << (key(word) % 64);
    }
  }

  [[nodiscard]] static constexpr std::size_t size() { return N; }
  [[nodiscard]] constexpr bool contains(std::string_view word) const { return index_of(word) < N; }
  // In the order of the constructor; size() for a word that is not in the set.
  [[nodiscard]] constexpr std::size_t index_of(std::string_view word) const {
    if (word.empty() || !(sizes_[folded(word.front()) % kFirsts] & size_bit(word))) return N;
    if (!(filter_[key(word) / 64] >> (key(word) % 64) & 1)) return N;
    const auto at = std::ranges::find_if(words_, [word](auto own) { return ascii::equals_folded(own, word); });
    return static_cast<std::size_t>(at - words_.begin());
  }

 private:
  // Equal for both cases of a letter.
  static constexpr std::size_t folded(char c) { return static_cast<unsigned char>(c) | 0x20U; }
  static constexpr std::uint32_t size_bit(std::string_view word) { return std::uint32_t{1} << (word.size() % 32); }
  // Most words that are not in the set share no key with one that is.
  static constexpr std::size_t key(std::string_view word) {
    return (word.size() * 37 + folded(word.front()) * 131 + folded(word[word.size() / 2]) * 17 + folded(word.back())) %
           kKeys;
  }

  static constexpr std::size_t kFirsts = 32;
  static constexpr std::size_t kKeys = 512;
  std::array<std::string_view, N> words_;
  std::array<std::uint32_t, kFirsts> sizes_{};  // by first letter: how long the words are
  std::array<std::uint64_t, kKeys / 64> filter_{};
};

}  // namespace hypelint

// A fixed set of bytes, looked for in one pass.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace hypelint {

class ByteSet {
 public:
  constexpr ByteSet() = default;
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }

  constexpr void add(char c) { member_[static_cast<unsigned char>(c)] = true; }

  [[nodiscard]] constexpr bool contains(char c) const { return member_[static_cast<unsigned char>(c)]; }
  // Offset of the first member at or behind `from`; npos when there is none. std::string_view::find_first_of searches
  // the set anew for every byte.
  [[nodiscard]] constexpr std::size_t first_in(std::string_view text, std::size_t from = 0) const {
    for (std::size_t at = from; at < text.size(); ++at) {
      if (contains(text[at])) return at;
    }
    return std::string_view::npos;
  }

 private:
  std::array<bool, 256> member_{};
};

}  // namespace hypelint

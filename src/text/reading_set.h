// What a word may be read as, several symbols to a bit: a quick test before the exact one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hypelint {

// A Bloom filter whose user says which bit stands for what: meets() may say yes wrongly, and never no.
class ReadingSet {
 public:
  static constexpr std::uint16_t kBits = 256;

  // `bit` in [0, kBits).
  constexpr void add(std::uint8_t bit) { bits_[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  constexpr void add(const ReadingSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }
  [[nodiscard]] constexpr bool meets(const ReadingSet& other) const {
    static_assert(kBits == 256);
    const std::uint64_t low = (bits_[0] & other.bits_[0]) | (bits_[1] & other.bits_[1]);
    const std::uint64_t high = (bits_[2] & other.bits_[2]) | (bits_[3] & other.bits_[3]);
    return (low | high) != 0;
  }
  auto operator<=>(const ReadingSet&) const = default;

 private:
  std::array<std::uint64_t, kBits / 64> bits_{};
};

}  // namespace hypelint

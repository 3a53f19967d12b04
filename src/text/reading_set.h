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
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) common |= bits_[i] & other.bits_[i];
    return common != 0;
  }
  bool operator==(const ReadingSet&) const = default;

 private:
  std::array<std::uint64_t, kBits / 64> bits_{};
};

}  // namespace hypelint

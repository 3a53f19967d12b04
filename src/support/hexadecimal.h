// Hash values as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace hypelint {

// Sixteen digits in lower case.
inline std::string hexadecimal(std::uint64_t value) {
  std::string digits(16, '0');
  for (std::size_t digit = digits.size(); digit-- > 0; value >>= 4) digits[digit] = "0123456789abcdef"[value & 15];
  return digits;
}

}  // namespace hypelint

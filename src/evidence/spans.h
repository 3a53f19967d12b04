// Spans, bytes of names and years, as all recognisers make them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "hypelint/span.h"
#include "support/ascii.h"

namespace hypelint {

constexpr TextSpan span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A byte of a surname.
constexpr bool is_name_byte(char c) { return ascii::is_letter(c) || ascii::is_high(c) || c == '\'' || c == '-'; }

// Four digits, 1900 to 2099, and nothing else.
constexpr bool is_year(std::string_view text) {
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         std::all_of(text.begin(), text.end(), ascii::is_digit);
}

}  // namespace hypelint

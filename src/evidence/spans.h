// Spans and bytes of names, as all recognisers make them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "hypelint/span.h"
#include "support/ascii.h"

namespace hypelint {

constexpr TextSpan span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A byte of a surname.
constexpr bool is_name_byte(char c) { return ascii::is_letter(c) || ascii::is_high(c) || c == '\'' || c == '-'; }

}  // namespace hypelint

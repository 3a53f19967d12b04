// What a text must have at least for a regular expression to match it: a cheap test before the search.
#pragma once

#include <cstdint>
#include <string_view>

namespace hypelint {

enum class RegexGate : std::uint8_t {
  Start,     // matches at the start of the text only
  RareByte,  // needs a byte for which has_rare_byte() is true
  Any,
};

// Of a valid RE2 pattern without the flag `m`. Where the pattern is hard to read, RegexGate::Any.
[[nodiscard]] RegexGate gate_of(std::string_view pattern);

// The text holds a digit, a mark that prose seldom has ("%", "$", "#", "@", "+", "=", "/"), or a byte that is not
// ASCII.
[[nodiscard]] bool has_rare_byte(std::string_view text);

}  // namespace hypelint

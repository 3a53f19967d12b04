// How the scalars of YAML, TOML and JSON spell what they cannot hold as it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hypelint {

enum class Escapes {
  None,
  Backslash,     // "\"", "\n", "\u2019" …: JSON, and TOML and YAML in double quotes
  DoubledQuote,  // "''" for "'": YAML in single quotes
};

struct Escape {
  std::size_t size;  // bytes taken
  std::string text;  // what it stands for; empty for a line end that is left out
};

// The escape that begins at `at`, which must be less than text.size(), if one does. Two that spell one code point in
// UTF-16 are one. After a backslash any other byte stands for itself.
std::optional<Escape> escape_at(std::string_view text, std::size_t at, Escapes escapes);

// The text that the content of a scalar stands for.
std::string unescaped(std::string_view content, Escapes escapes);

}  // namespace hypelint

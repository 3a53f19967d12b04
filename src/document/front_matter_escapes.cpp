#include "document/front_matter_escapes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "support/utf8.h"

namespace hypelint {
namespace {

constexpr std::size_t kUnitSize = 6;  // bytes of "\uD83D"

// The value of exactly `digits` hexadecimal digits at the start of `text`.
std::optional<char32_t> hexadecimal_value(std::string_view text, std::size_t digits) {
  std::uint32_t value = 0;
  const std::string_view number = text.substr(0, digits);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value, 16);
  if (number.size() < digits || error != std::errc() || end != number.data() + digits) return {};
  return value;
}

std::size_t digits_after(char letter) {
  if (letter == 'x') return 2;
  return letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

// The second half of a code point in UTF-16, spelled at the start of `text`.
std::optional<char32_t> low_surrogate(std::string_view text) {
  if (!text.starts_with("\\u")) return {};
  const std::optional<char32_t> unit = hexadecimal_value(text.substr(2), 4);
  return unit && *unit >= 0xDC00 && *unit <= 0xDFFF ? unit : std::nullopt;
}

std::optional<Escape> numeric_escape(std::string_view text) {
  const std::size_t digits = digits_after(text[1]);
  std::optional<char32_t> value = digits > 0 ? hexadecimal_value(text.substr(2), digits) : std::nullopt;
  if (!value) return {};
  Escape escape{2 + digits, {}};
  if (digits == 4 && *value >= 0xD800 && *value <= 0xDBFF) {
    if (const std::optional<char32_t> low = low_surrogate(text.substr(kUnitSize))) {
      value = 0x10000 + ((*value - 0xD800) << 10U) + (*low - 0xDC00);
      escape.size += kUnitSize;
    }
  }
  append_utf8(escape.text, *value);
  return escape;
}

// "\" at the end of a line takes the line end and the white space behind it.
std::optional<Escape> line_continuation(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of(" \t\r\n", 1), text.size());
  const bool breaks = text.substr(1, end - 1).find_first_of("\r\n") != std::string_view::npos;
  return breaks ? std::optional(Escape{end, {}}) : std::nullopt;
}

std::string named_escape(char letter) {
  struct Name {
    char letter;
    std::string_view text;
  };
  static constexpr std::array<Name, 13> kNames = {{{'0', {"\0", 1}},
                                                   {'a', "\a"},
                                                   {'b', "\b"},
                                                   {'t', "\t"},
                                                   {'n', "\n"},
                                                   {'v', "\v"},
                                                   {'f', "\f"},
                                                   {'r', "\r"},
                                                   {'e', "\x1B"},
                                                   {'N', "\u0085"},
                                                   {'_', "\u00A0"},
                                                   {'L', "\u2028"},
                                                   {'P', "\u2029"}}};
  const auto* name = std::ranges::find(kNames, letter, &Name::letter);
  return name == kNames.end() ? std::string(1, letter) : std::string(name->text);
}

Escape backslash_escape(std::string_view text) {
  if (auto numeric = numeric_escape(text)) return *numeric;
  if (auto continuation = line_continuation(text)) return *continuation;
  const std::size_t size = std::min(decode_utf8(text, 1).size, text.size() - 1);
  return {1 + size, size == 1 ? named_escape(text[1]) : std::string(text.substr(1, size))};
}

}  // namespace

std::optional<Escape> escape_at(std::string_view text, std::size_t at, Escapes escapes) {
  const std::string_view rest = text.substr(at);
  if (escapes == Escapes::DoubledQuote && rest.starts_with("''")) return Escape{2, "'"};
  if (escapes == Escapes::Backslash && rest.size() > 1 && rest[0] == '\\') return backslash_escape(rest);
  return {};
}

std::string unescaped(std::string_view content, Escapes escapes) {
  std::string text;
  for (std::size_t at = 0; at < content.size();) {
    const std::optional<Escape> escape = escape_at(content, at, escapes);
    text += escape ? std::string_view(escape->text) : content.substr(at, 1);
    at += escape ? escape->size : 1;
  }
  return text;
}

}  // namespace hypelint

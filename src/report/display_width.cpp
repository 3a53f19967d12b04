#include "report/display_width.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

#include "report/width_tables.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

constexpr std::size_t kTabStop = 4;
constexpr std::string_view kSpaces = "    ";  // as many as a tab may take
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool within(std::span<const CodePointRange> ranges, std::uint32_t code_point) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), code_point,
                       [](std::uint32_t value, const CodePointRange& range) { return value < range.first; });
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

bool is_control(std::uint32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

// Characters that reorder or hide what follows them.
bool is_bidirectional_control(std::uint32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

std::string escape(std::uint32_t code_point) {
  std::array<char, 16> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), code_point < 0x100 ? "\\x%02x" : "\\u%04x", code_point);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

Glyph glyph_at(std::string_view line, std::size_t begin, std::size_t column) {
  const CodePoint decoded = decode_utf8(line, begin);
  const std::size_t end = begin + decoded.size;
  if (!decoded.well_formed) return {begin, end, kReplacement, 1};
  if (decoded.value == '\t') {
    const std::size_t width = kTabStop - column % kTabStop;
    return {begin, end, kSpaces.substr(0, width), width};
  }
  if (is_control(decoded.value) || is_bidirectional_control(decoded.value)) {
    const std::string escaped = escape(decoded.value);
    return {begin, end, escaped, escaped.size()};
  }
  return {begin, end, line.substr(begin, decoded.size), display_width(decoded.value)};
}

}  // namespace

std::size_t display_width(std::uint32_t code_point) {
  if (code_point < 0x300) return 1;
  if (within(kZeroWidthRanges, code_point)) return 0;
  return within(kWideRanges, code_point) ? 2 : 1;
}

Glyph::Glyph(std::size_t first, std::size_t past, std::string_view shown, std::size_t columns)
    : begin(first), end(past), width(columns), size_(static_cast<std::uint8_t>(shown.size())) {
  std::ranges::copy(shown, bytes_.begin());
}

std::vector<Glyph> printable(std::string_view line) {
  std::vector<Glyph> glyphs;
  glyphs.reserve(line.size());
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size(); at = glyphs.back().end) {
    glyphs.push_back(glyph_at(line, at, column));
    column += glyphs.back().width;
  }
  return glyphs;
}

std::string printable_text(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; })) return std::string(text);
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at, 0);
    shown += text[at] == '\t' ? "\\t" : glyph.shown();
    at = glyph.end;
  }
  return shown;
}

std::string well_formed(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint decoded = decode_utf8(text, at);
    result += decoded.well_formed ? text.substr(at, decoded.size) : kReplacement;
    at += decoded.size;
  }
  return result;
}

}  // namespace hypelint

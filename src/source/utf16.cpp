#include "source/utf16.h"

#include <algorithm>

#include "support/utf8.h"

namespace hypelint {
namespace {

char32_t unit_at(std::string_view bytes, std::size_t at, bool big_endian) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return big_endian ? (char32_t{first} << 8) | second : (char32_t{second} << 8) | first;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

}  // namespace

Utf16Unit decode_utf16_unit(std::string_view bytes, std::size_t at, bool big_endian) {
  if (at + 2 > bytes.size()) return {kReplacementCharacter, 1, false};
  const char32_t first = unit_at(bytes, at, big_endian);
  if (is_high_surrogate(first) && at + 4 <= bytes.size()) {
    const char32_t second = unit_at(bytes, at + 2, big_endian);
    if (is_low_surrogate(second)) return {0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 4, true};
  }
  if (is_high_surrogate(first) || is_low_surrogate(first)) return {kReplacementCharacter, 2, false};
  return {first, 2, true};
}

bool reads_as_utf16(std::string_view bytes, bool big_endian) {
  constexpr std::size_t kMinUnits = 8;
  constexpr std::size_t kMaxUnits = 256;
  const std::size_t units = std::min(bytes.size() / 2, kMaxUnits);
  std::size_t ascii_units = 0;
  for (std::size_t unit = 0; unit < units; ++unit) {
    const char32_t value = unit_at(bytes, 2 * unit, big_endian);
    if ((value & 0xFFU) == 0) return false;
    if (value < 0x80) ++ascii_units;
  }
  return units >= kMinUnits && 4 * ascii_units >= 3 * units;
}

DecodedText decode_utf16(std::string_view bytes, std::size_t begin, bool big_endian) {
  DecodedText out;
  out.text.reserve(bytes.size() / 2);
  out.steps.push_back({0, begin});
  for (std::size_t at = begin; at < bytes.size();) {
    if (out.text.size() - out.steps.back().text >= kDecodingStepBytes) out.steps.push_back({out.text.size(), at});
    const Utf16Unit unit = decode_utf16_unit(bytes, at, big_endian);
    append_utf8(out.text, unit.value);
    if (!unit.well_formed) ++out.invalid;
    at += unit.size;
  }
  return out;
}

}  // namespace hypelint

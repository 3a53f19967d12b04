#include "document/entities.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "document/parsers.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

struct NamedReference {
  std::string_view name;  // with its ";" where it has one
  std::string_view utf8;
};

constexpr NamedReference kNamed[] = {
#include "document/entity_table.inc"
};

constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestWithoutSemicolon = 6;
constexpr char32_t kReplacement = 0xFFFD;

// What the numbers 0x80 to 0x9F stand for: windows-1252; 0 where it has no character.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

int digit_value(char c, int base) {
  if (ascii::is_digit(c)) return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string encode_utf8(char32_t c) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

char32_t scalar_value(char32_t number) {
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return kReplacement;
  if (number < 0x80 || number > 0x9F) return number;
  const char32_t mapped = kWindows1252[number - 0x80];
  return mapped == 0 ? number : mapped;
}

const NamedReference* find_named(std::string_view name) {
  const auto* found =
      std::lower_bound(std::begin(kNamed), std::end(kNamed), name,
                       [](const NamedReference& entry, std::string_view key) { return entry.name < key; });
  return found != std::end(kNamed) && found->name == name ? found : nullptr;
}

// `input` begins with "&#".
std::optional<CharacterReference> read_number(std::string_view input) {
  std::size_t at = 2;
  const int base = at < input.size() && (input[at] == 'x' || input[at] == 'X') ? 16 : 10;
  if (base == 16) ++at;
  const std::size_t first = at;
  char32_t number = 0;
  for (; at < input.size(); ++at) {
    const int digit = digit_value(input[at], base);
    if (digit < 0) break;
    number = std::min<char32_t>(number * static_cast<char32_t>(base) + static_cast<char32_t>(digit), 0x110000);
  }
  if (at == first) return std::nullopt;
  if (at < input.size() && input[at] == ';') ++at;
  return CharacterReference{encode_utf8(scalar_value(number)), at};
}

// A name that is complete without ";", by the longest match. `name` follows the "&".
const NamedReference* find_unterminated(std::string_view name) {
  for (std::size_t size = std::min(name.size(), kLongestWithoutSemicolon); size >= 2; --size) {
    if (const NamedReference* entry = find_named(name.substr(0, size))) return entry;
  }
  return nullptr;
}

std::optional<CharacterReference> read_name(std::string_view input, ReferencePlace place) {
  std::size_t end = 1;
  while (end < input.size() && end <= kLongestName && ascii::is_alnum(input[end])) ++end;
  const bool terminated = end < input.size() && input[end] == ';';
  if (terminated) {
    if (const NamedReference* entry = find_named(input.substr(1, end)))
      return CharacterReference{std::string(entry->utf8), end + 1};
  }
  const NamedReference* entry = find_unterminated(input.substr(1, end - 1));
  if (entry == nullptr) return std::nullopt;
  const std::size_t size = entry->name.size() + 1;
  const bool continues = size < input.size() && (input[size] == '=' || ascii::is_alnum(input[size]));
  if (place == ReferencePlace::AttributeValue && continues) return std::nullopt;
  return CharacterReference{std::string(entry->utf8), size};
}

}  // namespace

std::optional<CharacterReference> read_character_reference(std::string_view input, ReferencePlace place) {
  if (input.size() < 2) return std::nullopt;
  return input[1] == '#' ? read_number(input) : read_name(input, place);
}

std::string decode_references(std::string_view text, ReferencePlace place) {
  std::string decoded;
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    decoded += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto reference = read_character_reference(text, place);
    decoded += reference ? std::string_view(reference->utf8) : text.substr(0, 1);
    text.remove_prefix(reference ? reference->size : 1);
  }
  return decoded;
}

std::string decode_character_reference(std::string_view name) {
  const std::string whole = "&" + std::string(name) + ";";
  const auto reference = read_character_reference(whole, ReferencePlace::Text);
  return reference && reference->size == whole.size() ? reference->utf8 : std::string();
}

}  // namespace hypelint

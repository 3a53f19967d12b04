#include "document/entities.h"

#include <algorithm>
#include <cstdint>

#include "document/parsers.h"
#include "source/windows_1252.h"
#include "support/ascii.h"
#include "support/utf8.h"

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

int digit_value(char c, int base) {
  if (ascii::is_digit(c)) return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char32_t scalar_value(char32_t number) {
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return kReplacement;
  return number > 0xFF ? number : windows_1252_code_point(static_cast<unsigned char>(number));
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
  CharacterReference reference{{}, at};
  append_utf8(reference.utf8, scalar_value(number));
  return reference;
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

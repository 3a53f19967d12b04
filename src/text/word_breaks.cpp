#include "text/word_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "support/ascii.h"
#include "text/icu_pieces.h"

namespace hypelint {
namespace {

// Word_Break property values that occur in ASCII, as flags.
enum : std::uint8_t {
  kOther = 0,
  kLetter = 1,
  kDigit = 2,
  kExtend = 4,      // underscore
  kMidLetter = 8,   // joins letters
  kMidNumber = 16,  // joins digits
  kWordLike = kLetter | kDigit | kExtend,
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = kLetter;
  for (int c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  classes['@'] = kLetter;  // as CLDR has it, so that mail addresses stay whole
  classes['_'] = kExtend;
  classes['.'] = classes['\''] = kMidLetter | kMidNumber;
  classes[','] = classes[';'] = kMidNumber;
  return classes;
}
constexpr auto kClasses = make_classes();

std::uint8_t class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? kClasses[static_cast<unsigned char>(text[at])] : std::uint8_t{kOther};
}

// True when the character at `at` joins `before` to what follows it (WB6, WB7, WB11, WB12).
bool joins(std::string_view text, std::size_t at, std::uint8_t before) {
  const std::uint8_t joiner = class_at(text, at);
  return ((joiner & kMidLetter) && before == kLetter && class_at(text, at + 1) == kLetter) ||
         ((joiner & kMidNumber) && before == kDigit && class_at(text, at + 1) == kDigit);
}

// A number has digits and no letters, whatever rule of ICU ended the word.
WordKind kind_of(std::u16string_view word, int status) {
  if (status >= UBRK_WORD_KANA) return WordKind::Ideograph;
  const bool letters =
      std::any_of(word.begin(), word.end(), [](char16_t unit) { return unit == u'@' || u_isalpha(unit); });
  const bool digits = std::any_of(word.begin(), word.end(), [](char16_t unit) { return u_isdigit(unit); });
  return digits && !letters ? WordKind::Number : WordKind::Letters;
}

}  // namespace

bool is_ascii(std::string_view text) { return ascii::find_high(text, 0) == text.size(); }

std::size_t next_character(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

void append_ascii_words(std::string_view text, std::vector<Word>& words) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    std::uint8_t seen = class_at(text, at++) & kWordLike;
    if (seen == kOther) continue;
    for (std::uint8_t last = seen; at < text.size();) {
      std::uint8_t next = class_at(text, at);
      if (!(next & kWordLike)) {
        if (!joins(text, at, last)) break;
        next = class_at(text, ++at);
      }
      seen |= next;
      last = next;
      ++at;
    }
    if (seen == kExtend && at - begin == 1) continue;
    const WordKind kind = (seen & kDigit) && !(seen & kLetter) ? WordKind::Number : WordKind::Letters;
    words.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}, kind});
  }
}

void append_icu_words(const Utf16Text& text, std::vector<Word>& words) {
  for (const auto [begin, end, rule] : divide(text, Pieces::Words)) {
    if (rule < UBRK_WORD_NUMBER) continue;
    const std::u16string_view word(text.units.data() + begin, static_cast<std::size_t>(end - begin));
    words.push_back({{text.offsets[begin], text.offsets[end]}, kind_of(word, rule)});
  }
}

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  if (is_ascii(text)) {
    append_ascii_words(text, words);
  } else {
    Utf16Text converted;
    converted.assign(text);
    append_icu_words(converted, words);
  }
  return words;
}

}  // namespace hypelint

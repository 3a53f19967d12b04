#include "text/marks.h"

#include <array>
#include <cstddef>

namespace hypelint {
namespace {

// By byte; those behind the first of a character say nothing.
constexpr std::array<Marks, 256> kMarksOfByte = [] {
  std::array<Marks, 256> marks{};
  for (std::size_t digit = '0'; digit <= '9'; ++digit) marks[digit] = kDigitMark;
  for (const char c : {'#', '@', '+', '='}) marks[static_cast<unsigned char>(c)] = kOtherMark;
  marks['%'] = kPercentMark;
  marks['$'] = kDollarMark;
  marks['/'] = kSlashMark;
  for (std::size_t first = 0xC2; first <= 0xF4; ++first) {
    marks[first] = first < 0xE2 ? kAlphabetMark : first == 0xE2 ? kPunctuationMark : kIdeographMark;
  }
  return marks;
}();

Marks marks_of_byte(char byte) { return kMarksOfByte[static_cast<unsigned char>(byte)]; }

std::size_t first_byte(char32_t character) {
  if (character < 0x80) return character;
  if (character < 0x800) return 0xC0 | character >> 6U;
  return character < 0x10000 ? 0xE0 | character >> 12U : 0xF0 | character >> 18U;
}

}  // namespace

Marks marks_in(std::string_view text) {
  constexpr std::size_t kLanes = 4;  // so that no byte waits for the one before it
  std::array<Marks, kLanes> marks{};
  const std::size_t whole = text.size() - text.size() % kLanes;
  for (std::size_t at = 0; at < whole; at += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) marks[lane] |= marks_of_byte(text[at + lane]);
  }
  for (std::size_t at = whole; at < text.size(); ++at) marks[0] |= marks_of_byte(text[at]);
  return marks[0] | marks[1] | marks[2] | marks[3];
}

Marks marks_of(char32_t character) {
  const bool one_case = character < 0x80 || is_sign(character) || is_ideograph(character);
  return one_case ? kMarksOfByte[first_byte(character)] : kNotAsciiMarks;
}

bool is_sign(char32_t character) {
  return (character >= 0xA0 && character < 0xC0 && character != 0xAA && character != 0xB5 && character != 0xBA) ||
         (character >= 0x2010 && character < 0x203F) || (character >= 0x20A0 && character < 0x20D0) ||
         (character >= 0x2500 && character < 0x2C00);
}

bool is_ideograph(char32_t character) { return character >= 0x3000 && character < 0xA000; }

}  // namespace hypelint

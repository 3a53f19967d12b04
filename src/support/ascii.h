// ASCII classification and lower case that no locale can change, and case-folded prefix tests on byte strings.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace hypelint::ascii {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_alnum(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
// A byte of a multi-byte UTF-8 sequence.
constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
inline std::string lower_copy(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

// The byte at `at`, or NUL beyond the end (also for at == npos, so `at - 1` of 0 is safe).
constexpr char at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

constexpr bool equals_folded(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}
constexpr bool starts_with_folded(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equals_folded(text.substr(0, prefix.size()), prefix);
}
constexpr bool ends_with_folded(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && equals_folded(text.substr(text.size() - suffix.size()), suffix);
}
// Prefix that ends at a word boundary.
constexpr bool starts_with_word(std::string_view text, std::string_view word) {
  return starts_with_folded(text, word) && !is_alnum(at(text, word.size()));
}
// Suffix that starts at a word boundary.
constexpr bool ends_with_word(std::string_view text, std::string_view word) {
  return ends_with_folded(text, word) && (text.size() == word.size() || !is_alnum(text[text.size() - word.size() - 1]));
}
constexpr std::string_view trim_left(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}
constexpr std::string_view trim_right(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}
// Offset of the first byte at or behind `from` that is not ASCII; the size of the text when there is none.
inline std::size_t find_high(std::string_view text, std::size_t from) {
  for (std::uint64_t bytes = 0; from + sizeof bytes <= text.size(); from += sizeof bytes) {
    std::memcpy(&bytes, text.data() + from, sizeof bytes);
    if ((bytes & 0x8080808080808080) != 0) break;
  }
  while (from < text.size() && !is_high(text[from])) ++from;
  return from;
}
// Offset of the first digit at or behind `from`; the size of the text when there is none.
inline std::size_t find_digit(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  for (; from + sizeof(std::uint64_t) <= text.size(); from += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + from, sizeof bytes);
    bytes ^= kEach * '0';
    const std::uint64_t beyond_nine = ((bytes & kEach * 0x7F) + kEach * (0x80 - 10)) | bytes;  // in the top bits
    if ((~beyond_nine & kEach * 0x80) != 0) break;
  }
  while (from < text.size() && !is_digit(text[from])) ++from;
  return from;
}
// The letters at the start or the end of the text; may be empty.
constexpr std::string_view leading_letters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(0, end);
}
constexpr std::string_view trailing_letters(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin);
}

}  // namespace hypelint::ascii

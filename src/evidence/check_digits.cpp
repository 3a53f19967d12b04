#include "evidence/check_digits.h"

#include <algorithm>

#include "support/ascii.h"

namespace hypelint {
namespace {

bool has_shape(std::string_view digits, std::size_t size) {
  return digits.size() == size && std::all_of(digits.begin(), digits.end() - 1, ascii::is_digit);
}

int value(char digit) { return digit - '0'; }

char mod11_character(int remainder) { return remainder == 10 ? 'X' : static_cast<char>('0' + remainder); }

// Weights size, size-1, … 2 over all but the last character.
char descending_mod11(std::string_view digits) {
  int sum = 0;
  int weight = static_cast<int>(digits.size());
  for (char digit : digits.substr(0, digits.size() - 1)) sum += value(digit) * weight--;
  return mod11_character((11 - sum % 11) % 11);
}

}  // namespace

char issn_check_digit(std::string_view digits) { return has_shape(digits, 8) ? descending_mod11(digits) : '\0'; }

char isbn10_check_digit(std::string_view digits) { return has_shape(digits, 10) ? descending_mod11(digits) : '\0'; }

char isbn13_check_digit(std::string_view digits) {
  if (!has_shape(digits, 13)) return '\0';
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += value(digits[i]) * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

char orcid_check_digit(std::string_view digits) {
  if (!has_shape(digits, 16)) return '\0';
  int total = 0;
  for (char digit : digits.substr(0, 15)) total = (total + value(digit)) * 2 % 11;
  return mod11_character((12 - total) % 11);
}

}  // namespace hypelint

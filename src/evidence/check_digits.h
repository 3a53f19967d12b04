// Check characters of book, serial and researcher numbers. Arguments are the digits alone (X or x for ten),
// without hyphens or spaces; each function returns the right last character, or NUL when the length or a
// character is wrong. The given last character is not looked at.
#pragma once

#include <string_view>

namespace hypelint {

char issn_check_digit(std::string_view digits);    // 8 characters
char isbn10_check_digit(std::string_view digits);  // 10 characters
char isbn13_check_digit(std::string_view digits);  // 13 characters
char orcid_check_digit(std::string_view digits);   // 16 characters, ISO 7064 MOD 11-2

}  // namespace hypelint

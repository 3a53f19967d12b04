// English words that more than one recogniser knows.
#pragma once

#include <string_view>

#include "support/word_set.h"

namespace hypelint {

// One to twenty, then the tens.
inline constexpr WordSet kNumberWords({"one",      "two",      "three",   "four",    "five",      "six",
                                       "seven",    "eight",    "nine",    "ten",     "eleven",    "twelve",
                                       "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                                       "nineteen", "twenty",   "thirty",  "forty",   "fifty",     "sixty",
                                       "seventy",  "eighty",   "ninety"});

// 0 for any word but these.
constexpr int number_word_value(std::string_view word) {
  const auto index = static_cast<int>(kNumberWords.index_of(word));
  if (index >= static_cast<int>(kNumberWords.size())) return 0;
  return index < 20 ? index + 1 : 10 * (index - 17);
}

inline constexpr WordSet kMonths({"january", "february", "march", "april", "may", "june", "july", "august", "september",
                                  "october", "november", "december"});

}  // namespace hypelint

// Where the clauses of a sentence end, told by its marks and a few words. The text that the functions take is part of
// one sentence.
#pragma once

#include <algorithm>
#include <string_view>

#include "support/ascii.h"

namespace hypelint {

// Calls `is` with each word of ASCII letters until it is true of one.
template <typename Is>
bool any_word(std::string_view text, const Is& is) {
  while (!text.empty()) {
    const std::string_view word = ascii::leading_letters(text);
    if (!word.empty() && is(word)) return true;
    text.remove_prefix(std::max<std::size_t>(word.size(), 1));
  }
  return false;
}

// The text leads from one clause to another that the first does not govern.
[[nodiscard]] bool leaves_clause(std::string_view text);
// The text leads to another statement, which a report ("Critics say", "a myth that") does not include: behind a
// semicolon or "but", not behind "and".
[[nodiscard]] bool leaves_report(std::string_view text);
// Behind a comma of the text stands a new subject ("[Do not] wait, our cells …"). Lists ("your pills, your rest or …")
// and insertions ("[not], as we say, …", "evidence, the authors write, that …", "that in mice, the …") have none.
[[nodiscard]] bool has_new_subject(std::string_view text);
// The last word of `before` stands in a clause or phrase of its own, which opens the sentence ("Without surgery, …") or
// is inserted (", which is not a drug, …") and has ended where `after` begins. `before` begins with the sentence.
[[nodiscard]] bool leaves_adjunct(std::string_view before, std::string_view between, std::string_view after);

}  // namespace hypelint

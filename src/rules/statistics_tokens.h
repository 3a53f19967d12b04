// A block as the number checks read it: words, numbers, percentages and marks, sentence by sentence.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hypelint/evidence.h"
#include "hypelint/text.h"
#include "rules/decimals.h"
#include "support/word_set.h"

namespace hypelint {

enum class TokenKind : std::uint8_t { Word, Number, Percent, Mark };

struct Token {
  std::string_view text;
  Decimal value;            // of numbers and percentages
  std::uint32_t begin = 0;  // byte within the block
  TokenKind kind = TokenKind::Mark;
  bool count = false;  // a number that may count people or things: no year, dose, duration, date, label or interval

  [[nodiscard]] TextSpan span() const { return {begin, end()}; }
  [[nodiscard]] std::uint32_t end() const { return begin + static_cast<std::uint32_t>(text.size()); }
  [[nodiscard]] bool is(std::string_view word) const;  // case-folded
  [[nodiscard]] bool is_mark(char mark) const { return kind == TokenKind::Mark && text.front() == mark; }
};

using Tokens = std::span<const Token>;

struct Passage {
  std::vector<Token> tokens;
  std::vector<Tokens> sentences;  // views into `tokens`
};

// "Twenty-four" and "24" are one number each, "24 %" and "24 per cent" one percentage.
Passage read_passage(const Text& text, const EvidenceIndex& evidence, std::uint32_t block);

// "one" to "nineteen", "twenty" … "ninety", case-folded.
bool is_number_word(std::string_view word);
// The token at `at`, or an empty mark beyond the end; `at` may be "before the first".
const Token& at(Tokens tokens, std::size_t at);
template <std::size_t N>
bool is_any(const Token& token, const WordSet<N>& words) {
  return token.kind == TokenKind::Word && words.contains(token.text);
}
template <std::size_t N>
bool has_any(Tokens tokens, const WordSet<N>& words) {
  return std::ranges::any_of(tokens, [&words](const Token& token) { return is_any(token, words); });
}
bool is_people(const Token& token);
// "about", "up to", "more than" … stands before the quantity, or "or so" after it.
bool is_approximate(Tokens tokens, std::size_t quantity);
// What follows says what happened to a share or count: a verb, or the end of the clause.
bool is_predicate(Tokens tokens, std::size_t from);
// Behind "of [all] [the] …" that begins at `from`; `from` when there is no "of".
std::size_t skip_of(Tokens tokens, std::size_t from);
// A noun for people among the next words of a noun phrase.
bool names_people(Tokens tokens, std::size_t from);
// People, or what is counted like them: eyes, lesions, procedures.
bool is_counted_noun(const Token& token);
// Such a noun ends the noun phrase that begins at `from`.
bool names_counted(Tokens tokens, std::size_t from);
bool is_preposition(const Token& token);
// "30 men and 20 women": another count is added to the one at `count`.
bool adds_another(Tokens tokens, std::size_t count);

}  // namespace hypelint

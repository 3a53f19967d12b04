// p values and the word "significant", as the checks of p values and of intervals read them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "rules/statistics.h"
#include "rules/statistics_tokens.h"

namespace hypelint {

struct PValue {
  std::size_t begin = 0;  // of the "p"
  std::size_t end = 0;    // behind the number
  char sign = '=';
  Decimal value;
};

// "p < 0.05" that begins at the token.
std::optional<PValue> p_value_at(Tokens tokens, std::size_t at);
std::string shown(const PValue& p);
// A power of ten, an exponent or a decimal comma behind the number makes it another.
bool is_cut_short(Tokens tokens, std::size_t number);
// The word that calls the result before `place` significant; nothing when it is denied or something else came between.
std::optional<std::size_t> claimed_before(Tokens tokens, std::size_t place);
// "considered significant at p = 0.1": the sentence says what counts, not what was found.
bool defines_threshold(Tokens tokens);
// "P < 0.001 for noninferiority": the p values of the sentence need not be those of a difference.
bool tests_another_hypothesis(Tokens tokens);
// Half a unit of the last printed place.
double half_unit(const Decimal& value);

// Confidence intervals of one sentence that are reversed, miss their estimate, or contradict what is said of them.
void check_intervals(Tokens sentence, StatisticProblems& out);

}  // namespace hypelint

// Percentages beside the count and total that they restate: "18 of 20 (85%)", "85% (18/20)", "12 (45%) of 30 patients".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "rules/statistics.h"
#include "rules/statistics_tokens.h"

namespace hypelint {

// "18 of 20" or "18/20", up to the token `end`.
struct Fraction {
  std::int64_t count = 0;
  std::int64_t total = 0;
  std::size_t end = 0;
};

// The fraction that begins at the token, unless it is approximate, a way to say "most", or a score, class or eyesight.
std::optional<Fraction> fraction_at(Tokens tokens, std::size_t at);
// The percentage that restates the count or fraction that ends at `end`: "(85%)", ", or 85%,", "= 85%", also behind
// those counted and what became of them.
std::optional<std::size_t> restated(Tokens tokens, std::size_t end);
// At most 100%, with no more than four decimals.
bool is_percent(const Token& token);
// "73.4%": the share of `count` in `total`.
std::string share_of(std::int64_t count, std::int64_t total, int decimals);
// "12 of 60 is 20%, not 25%" at the percentage, unless they agree.
void report_share(const Token& percent, const Fraction& fraction, StatisticProblems& out);

// Fractions of one sentence that differ from the percentage beside them.
void check_fractions(Tokens sentence, StatisticProblems& out);

}  // namespace hypelint

// Parts against their whole: subgroups that exceed or miss the stated total, exclusive percentages that do not make
// 100, and cohorts that grow from one sentence to the next.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "rules/statistics_checks.h"
#include "rules/statistics_divisions.h"

namespace hypelint {
namespace {

constexpr WordSet kLosses({"lost",         "dropped",     "dropout",     "dropouts",   "withdrew",
                           "withdrawn",    "withdrawals", "missing",     "unknown",    "excluded",
                           "unavailable",  "unreachable", "untraceable", "died",       "declined",
                           "discontinued", "evaluable",   "evaluated",   "pending",    "ongoing",
                           "analysed",     "analyzed",    "assessed",    "assessable", "follow"});
constexpr WordSet kSplits({"placebo", "sham",    "control", "controls", "group",       "groups",
                           "arm",     "arms",    "versus",  "vs",       "v",           "compared",
                           "than",    "whereas", "whom",    "which",    "including",   "respectively",
                           "both",    "also",    "either",  "multiple", "overlapping", "crossover",
                           "crossed", "then",    "later",   "again",    "initially",   "another",
                           "each",    "per"});
constexpr WordSet kEnrolment({"enrolled", "enroled", "recruited", "included", "treated", "randomised", "randomized",
                              "studied", "followed", "involved", "involving", "tested", "injected", "gave", "given",
                              "received", "took", "enrolling", "recruiting"});
constexpr WordSet kMoreCohorts({"second",     "another",    "previous", "previously", "earlier", "later",
                                "additional", "further",    "separate", "trials",     "studies", "extension",
                                "extended",   "expanded",   "since",    "now",        "control", "controls",
                                "group",      "groups",     "other",    "others",     "more",    "total",
                                "combined",   "altogether", "both",     "two",        "hundred", "thousand"});

std::string sum_of(Tokens tokens, const std::vector<Part>& parts, std::string_view unit) {
  std::string words;
  for (const Part& part : parts) {
    words += (words.empty() ? "" : " + ") + to_string(tokens[part.place].value) + std::string(unit);
  }
  return words;
}

TextSpan span_of(Tokens tokens, const std::vector<Part>& parts) {
  return {tokens[parts.front().place].begin, tokens[parts.back().place].end()};
}

std::int64_t total_of(Tokens tokens, const std::vector<Part>& parts) {
  std::int64_t sum = 0;
  for (const Part& part : parts) sum += tokens[part.place].value.scaled;
  return sum;
}

// "Of …", "Out of …".
bool opens_with_of(Tokens tokens) { return at(tokens, at(tokens, 0).is("out") ? 1 : 0).is("of"); }

// The total of "Of [all] the 22 patients …", "We treated 22 patients: …", "22 patients (12 men and 9 women)".
std::optional<std::size_t> stated_total(Tokens tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_quantity(tokens[i]) || (tokens[i].kind == TokenKind::Number && !tokens[i].count)) continue;
    if (!tokens[i].count || tokens[i].value.scaled < 2 || is_approximate(tokens, i)) return std::nullopt;
    const bool opening = i < 5 && opens_with_of(tokens);
    return opening || names_people(tokens, i + 1) ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

// "Of 22 patients, 25 improved".
void check_first_part(Tokens tokens, std::size_t total, StatisticProblems& out) {
  std::size_t i = total + 1;
  while (i < tokens.size() && i < total + 8 && !is_quantity(tokens[i])) ++i;
  if (!opens_with_of(tokens) || !at(tokens, i).count || !at(tokens, i - 1).is_mark(',')) return;
  if (at(tokens, i + 1).kind != TokenKind::Word || !is_predicate(tokens, i + 1)) return;
  const std::int64_t part = tokens[i].value.scaled;
  const std::int64_t whole = tokens[total].value.scaled;
  if (part <= whole) return;
  out.push_back({0, tokens[i].span(), std::to_string(part) + " of " + std::to_string(whole) + " is more than all"});
}

// Two times of measurement, or two groups, are two wholes.
bool has_one_whole(Tokens tokens) {
  const auto is_time = [](const Token& token) {
    static constexpr WordSet kTimes({"days", "weeks", "months", "years", "day", "week", "month", "year"});
    return is_any(token, kTimes);
  };
  return !has_any(tokens, kSplits) && std::ranges::count_if(tokens, is_time) < 2;
}

void check_counts(Tokens tokens, bool losses, StatisticProblems& out) {
  const auto total = stated_total(tokens);
  if (!total) return;
  const std::size_t before = out.size();
  check_first_part(tokens, *total, out);
  if (out.size() > before || !has_one_whole(tokens)) return;
  const auto parts = parts_of(tokens, *total + 1, TokenKind::Number);
  const Division division = division_of(parts);
  if (division == Division::None) return;
  const std::int64_t whole = tokens[*total].value.scaled;
  const std::int64_t sum = total_of(tokens, parts);
  const bool bracketed = at(tokens, parts.front().place - 1).is_mark('(');
  const bool complete = division == Division::Complete || bracketed;
  if (sum == whole || (sum < whole && (!complete || losses))) return;
  out.push_back({0, span_of(tokens, parts),
                 sum_of(tokens, parts, "") + " = " + std::to_string(sum) + ", not " + std::to_string(whole)});
}

void check_percentages(Tokens tokens, bool losses, StatisticProblems& out) {
  const auto first = std::ranges::find_if(tokens, [](const Token& t) { return t.kind == TokenKind::Percent; });
  if (first == tokens.end() || !has_one_whole(tokens)) return;
  const auto parts = parts_of(tokens, static_cast<std::size_t>(first - tokens.begin()), TokenKind::Percent);
  const Division division = division_of(parts);
  if (division == Division::None) return;
  double sum = 0;
  for (const Part& part : parts) {
    if (is_approximate(tokens, part.place)) return;
    sum += to_double(tokens[part.place].value);
  }
  const double slack = std::max(1.0, 0.5 * static_cast<double>(parts.size())) + 1e-9;
  const bool over = sum > 100 + slack;
  const bool under = sum < 100 - slack && division == Division::Complete && !losses;
  if (!over && !under) return;
  const Decimal shown = shortened({std::llround(sum * 100), 2});
  out.push_back({0, span_of(tokens, parts), sum_of(tokens, parts, "%") + " = " + to_string(shown) + "%, not 100%"});
}

// "120% of our patients", "25 of 22 patients".
void check_excess(Tokens tokens, StatisticProblems& out) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t whole = skip_of(tokens, i + 1);
    if (whole == i + 1) continue;
    const Token& token = tokens[i];
    if (token.kind == TokenKind::Percent && token.value.scaled > 100 * token.value.scale() &&
        is_people(at(tokens, whole)))
      out.push_back({0, token.span(), to_string(token.value) + "% is more than all of them"});
    const Token& total = at(tokens, whole);
    if (!token.count || !total.count || !is_people(at(tokens, whole + 1)) || is_approximate(tokens, i)) continue;
    if (token.value.scaled <= total.value.scaled || is_people(at(tokens, i - 1))) continue;
    if (adds_another(tokens, whole)) continue;
    out.push_back({0,
                   {token.begin, total.end()},
                   to_string(token.value) + " of " + to_string(total.value) + " is more than all"});
  }
}

std::int64_t largest_enrolled(Tokens tokens) {
  std::int64_t largest = 0;
  if (!has_any(tokens, kEnrolment)) return largest;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool people = names_people(tokens, i + 1) || is_any(at(tokens, i + 1), kEnrolment) ||
                        (at(tokens, i + 1).is("were") && is_any(at(tokens, i + 2), kEnrolment));
    if (!tokens[i].count || !people) continue;
    if (is_approximate(tokens, i)) return 0;
    largest = std::max(largest, tokens[i].value.scaled);
  }
  return largest;
}

bool counts_all(const std::vector<Token>& tokens) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].count && tokens[i - 1].is("all")) return true;
  }
  return false;
}

// "Forty were enrolled. … All 46 recovered."
void check_cohort(const Passage& passage, const StatedCounts& counts, StatisticProblems& out) {
  std::int64_t enrolled = 0;
  if (!counts_all(passage.tokens) || has_any(passage.tokens, kMoreCohorts)) return;
  StatedCounts others = counts;
  for (const Tokens tokens : passage.sentences) {
    for (std::size_t i = 1; i < tokens.size() && enrolled > 0; ++i) {
      const std::int64_t all = tokens[i].value.scaled;
      if (!tokens[i].count || !tokens[i - 1].is("all") || all <= enrolled) continue;
      if (!is_people(at(tokens, i + 1)) && !is_predicate(tokens, i + 1)) continue;
      if (counts.many || others.values.erase(all) == 0) continue;
      if (others.explain(all) || *others.values.rbegin() > all) continue;
      out.push_back(
          {0, tokens[i].span(),
           "all " + std::to_string(all) + " is more than the " + std::to_string(enrolled) + " stated before"});
    }
    if (const std::int64_t here = largest_enrolled(tokens); enrolled == 0) enrolled = here;
  }
}

}  // namespace

StatisticProblems check_parts(const Passage& passage, const StatedCounts& counts) {
  StatisticProblems out;
  const bool losses = has_any(passage.tokens, kLosses);
  for (const Tokens tokens : passage.sentences) {
    check_counts(tokens, losses, out);
    check_percentages(tokens, losses, out);
    check_excess(tokens, out);
  }
  check_cohort(passage, counts, out);
  std::ranges::stable_sort(out, {}, [](const StatisticProblem& problem) { return problem.span.begin; });
  return out;
}

}  // namespace hypelint

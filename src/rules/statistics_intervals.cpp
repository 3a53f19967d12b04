// Confidence intervals against their estimate, their p value and the word "significant".
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "rules/statistics_significance.h"

namespace hypelint {
namespace {

constexpr WordSet kRatios({"hr", "ahr", "hrs", "rr", "arr", "or", "aor", "irr", "hazard", "odds", "ratio", "risk"});
constexpr WordSet kDifferences({"md", "smd", "wmd"});
constexpr WordSet kLabels({"of",   "was",   "is",         "were",      "by",       "hr",     "ahr",
                           "rr",   "arr",   "or",         "aor",       "irr",      "md",     "smd",
                           "wmd",  "ratio", "difference", "reduction", "increase", "effect", "median",
                           "mean", "risk",  "estimate",   "average",   "rate"});
constexpr WordSet kScaleUnits({"points", "point", "months", "years", "weeks", "days", "mm", "mmhg", "hg", "kg", "mg",
                               "g", "cm", "units", "percentage", "hours", "minutes", "mmol", "l"});

bool is_number(const Token& token) { return token.kind == TokenKind::Number || token.kind == TokenKind::Percent; }

struct Bound {
  double value = 0;
  double slack = 0;
  bool percent = false;
  std::size_t end = 0;
};

// A number with its sign, which stands apart from a range sign: "-0.4", "1.2".
std::optional<Bound> bound_at(Tokens tokens, std::size_t i) {
  double sign = 1;
  if (at(tokens, i).is_mark('-') && at(tokens, i).end() == at(tokens, i + 1).begin) {
    sign = -1;
    ++i;
  }
  if (!is_number(at(tokens, i))) return std::nullopt;
  const Token& number = tokens[i];
  return Bound{sign * to_double(number.value), half_unit(number.value), number.kind == TokenKind::Percent, i + 1};
}

struct Interval {
  std::size_t begin = 0;  // of the level
  std::size_t end = 0;
  int level = 95;
  Bound low, high;
  bool several = false;  // "CIs"
};

// Behind "CI", "confidence interval [CI]" and the words and marks that lead to the first bound.
std::optional<std::size_t> bounds_begin(Tokens tokens, std::size_t i) {
  if (at(tokens, i).is("confidence") || at(tokens, i).is("credible")) ++i;
  if (!at(tokens, i).is("ci") && !at(tokens, i).is("cis") && !at(tokens, i).is("interval") &&
      !at(tokens, i).is("intervals"))
    return std::nullopt;
  ++i;
  if ((at(tokens, i).is_mark('(') || at(tokens, i).is_mark('[')) && at(tokens, i + 1).is("ci")) i += 3;
  static constexpr WordSet kLeads({"of", "was", "is", "from", "between", "ranging", "ranged"});
  constexpr std::string_view kMarks = ":,=([";
  for (int skipped = 0; skipped < 3; ++skipped) {
    const Token& token = at(tokens, i);
    if (!is_any(token, kLeads) &&
        !(token.kind == TokenKind::Mark && kMarks.find(token.text[0]) != std::string_view::npos))
      break;
    ++i;
  }
  return i;
}

std::size_t skip_range_sign(Tokens tokens, std::size_t i) {
  static constexpr WordSet kSigns({"to", "and"});
  const Token& sign = at(tokens, i);
  const bool known = is_any(sign, kSigns) || sign.is_mark('-') || sign.is_mark(',') || sign.is_mark(';');
  return known ? i + 1 : i;
}

std::optional<Interval> interval_at(Tokens tokens, std::size_t i) {
  const Token& level = at(tokens, i);
  if (level.kind != TokenKind::Percent || level.value.decimals > 1) return std::nullopt;
  const auto begin = bounds_begin(tokens, i + 1);
  if (!begin) return std::nullopt;
  const auto low = bound_at(tokens, *begin);
  if (!low) return std::nullopt;
  const std::size_t second = skip_range_sign(tokens, low->end);
  if (second == low->end) return std::nullopt;
  const auto high = bound_at(tokens, second);
  if (!high || is_cut_short(tokens, low->end - 1) || is_cut_short(tokens, high->end - 1)) return std::nullopt;
  const bool several = at(tokens, i + 1).is("cis") || at(tokens, i + 2).is("intervals");
  return Interval{i, high->end, static_cast<int>(to_double(level.value)), *low, *high, several};
}

// What stands before the interval: the estimate, and the value of no effect when its label says which that is.
struct Estimate {
  std::size_t place = 0;
  double value = 0;
  double slack = 0;
  bool percent = false;
  bool labelled = false;
  std::optional<double> null_value;
};

std::optional<double> null_value_of(Tokens tokens, std::size_t number) {
  const std::size_t from = number < 5 ? 0 : number - 5;
  for (std::size_t i = number; i > from; --i) {
    const Token& token = tokens[i - 1];
    if (is_number(token) || token.is("and") || token.is("reduction")) return std::nullopt;
    if (token.is("difference") || is_any(token, kDifferences)) return 0.0;
    // "or" is a ratio only in capitals.
    if (token.text == "or" || !is_any(token, kRatios)) continue;
    if (token.is("risk") && !at(tokens, i - 2).is("relative") && !at(tokens, i).is("ratio")) continue;
    return 1.0;
  }
  return std::nullopt;
}

// "per increase of 10 points": the step, not the estimate.
bool is_step(Tokens tokens, std::size_t of) {
  static constexpr WordSet kEach({"per", "each", "every"});
  return at(tokens, of).is("of") && is_any(at(tokens, of - 2), kEach);
}

std::optional<Estimate> estimate_before(Tokens tokens, const Interval& interval) {
  constexpr std::string_view kOpen = "([;,";
  const Token& open = at(tokens, interval.begin - 1);
  if (open.kind != TokenKind::Mark || kOpen.find(open.text[0]) == std::string_view::npos) return std::nullopt;
  std::size_t i = interval.begin - 2;
  for (int units = 0; units < 2 && is_any(at(tokens, i), kScaleUnits); ++units) --i;
  if (!is_number(at(tokens, i))) return std::nullopt;
  std::size_t label = i - 1;
  const bool minus = at(tokens, label).is_mark('-') && at(tokens, label).end() == tokens[i].begin;
  if (minus) --label;
  if (is_step(tokens, label)) return std::nullopt;
  const Token& before = at(tokens, label);
  Estimate estimate{i,
                    to_double(tokens[i].value) * (minus ? -1 : 1),
                    half_unit(tokens[i].value),
                    tokens[i].kind == TokenKind::Percent,
                    false,
                    null_value_of(tokens, i)};
  const bool named = before.is_mark(',') || before.is_mark('=') || before.is_mark(':');
  estimate.labelled = is_any(before, kLabels) || (named && estimate.null_value.has_value()) || before.is_mark('=');
  if (before.text == "or") estimate.labelled = false;
  return estimate;
}

// Both in the same unit, as far as the text shows.
bool is_comparable(const Estimate& estimate, const Interval& interval) {
  const bool percent = interval.low.percent || interval.high.percent;
  return estimate.percent == percent || (estimate.percent && interval.high.value >= 10);
}

bool contains(const Interval& interval, double value, double slack) {
  const double low = std::min(interval.low.value, interval.high.value) - interval.low.slack - slack;
  const double high = std::max(interval.low.value, interval.high.value) + interval.high.slack + slack;
  return low - 1e-9 <= value && value <= high + 1e-9;
}

std::string shown(Tokens tokens, const Interval& interval) {
  const auto bound = [&](const Bound& b) {
    return std::string(b.value < 0 ? "-" : "") + to_string(tokens[b.end - 1].value);
  };
  return bound(interval.low) + " to " + bound(interval.high);
}

TextSpan span_of(Tokens tokens, const Interval& interval) {
  return {tokens[interval.begin].begin, tokens[interval.end - 1].end()};
}

// "; p = 0.01" right behind the interval.
std::optional<PValue> p_behind(Tokens tokens, const Interval& interval) {
  for (std::size_t i = interval.end; i < interval.end + 4; ++i) {
    if (const auto p = p_value_at(tokens, i)) return p;
    if (at(tokens, i).kind != TokenKind::Mark) return std::nullopt;
  }
  return std::nullopt;
}

bool is_small(const PValue& p) {
  return p.sign != '>' && to_double(p.value) <= (p.sign == '<' ? 0.05 : 0.04) + 1e-9 && p.value.scaled > 0;
}

// What the sentence says of a difference: its p values, and the word "significant".
struct Claims {
  bool p_values = true;
  bool significance = true;
};

// The interval holds the value of no effect, well inside, and the text calls the effect significant.
std::optional<std::string> contradiction(Tokens tokens, const Interval& interval, const Estimate& estimate,
                                         Claims claims) {
  const double null_value = *estimate.null_value;
  const double margin = null_value == 1.0 ? 0.02 : 0.0;
  const bool spans = interval.low.value < null_value - margin && interval.high.value > null_value + margin;
  if (!spans || interval.level != 95) return std::nullopt;
  const std::string holds = shown(tokens, interval) + " includes " + (null_value == 1.0 ? "1" : "0");
  if (const auto p = p_behind(tokens, interval); p && claims.p_values) {
    if (is_small(*p)) return holds + ", which contradicts " + shown(*p);
  }
  if (!claims.significance || !claimed_before(tokens, estimate.place)) return std::nullopt;
  return holds + ", so the effect is not significant";
}

// The limits of a number needed to treat run over infinity: "6 to -50".
bool is_number_needed(Tokens tokens, std::size_t interval) {
  static constexpr WordSet kNames({"nnt", "nnh", "nntb", "nnth", "needed"});
  const std::size_t from = interval < 8 ? 0 : interval - 8;
  return has_any(tokens.subspan(from, interval - from), kNames);
}

std::optional<std::string> fault_of(Tokens tokens, const Interval& interval, Claims claims) {
  if (is_number_needed(tokens, interval.begin)) return std::nullopt;
  const bool negative = interval.low.value < 0 && interval.high.value < 0;
  if (interval.low.value > interval.high.value && !negative)
    return "the limits " + shown(tokens, interval) + " are reversed";
  const auto estimate = estimate_before(tokens, interval);
  if (!estimate || interval.several) return std::nullopt;
  const bool inside =
      contains(interval, estimate->value, estimate->slack) || contains(interval, -estimate->value, estimate->slack);
  if (estimate->labelled && !inside && is_comparable(*estimate, interval))
    return (estimate->value < 0 ? "-" : "") + to_string(tokens[estimate->place].value) + " lies outside " +
           shown(tokens, interval);
  if (!estimate->null_value) return std::nullopt;
  return contradiction(tokens, interval, *estimate, claims);
}

}  // namespace

void check_intervals(Tokens tokens, StatisticProblems& out) {
  const bool difference = !tests_another_hypothesis(tokens);
  const Claims claims{difference, difference && !defines_threshold(tokens)};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto interval = interval_at(tokens, i);
    if (!interval) continue;
    if (const auto fault = fault_of(tokens, *interval, claims)) out.push_back({0, span_of(tokens, *interval), *fault});
    i = interval->end - 1;
  }
}

}  // namespace hypelint

// p values, confidence intervals and the word "significant" against each other.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "rules/statistics_checks.h"
#include "rules/statistics_significance.h"
#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr WordSet kDenials({"not", "no",      "non",    "nor",    "never",  "neither",  "without", "none",
                            "if",  "whether", "cannot", "didn't", "wasn't", "weren't",  "isn't",   "aren't",
                            "far", "may",     "might",  "could",  "would",  "unlikely", "hardly"});
constexpr WordSet kNegators(
    {"not",        "no",         "non",          "nor",    "never",  "neither",    "without",     "none",   "nearly",
     "almost",     "borderline", "marginally",   "barely", "failed", "fails",      "fell",        "short",  "missed",
     "lack",       "lacked",     "insufficient", "cannot", "hardly", "approached", "approaching", "if",     "whether",
     "trend",      "trended",    "trending",     "didn't", "wasn't", "weren't",    "isn't",       "aren't", "unlikely",
     "clinically", "medically",  "may",          "might",  "could",  "would",      "far"});
constexpr WordSet kTurns({"but",         "not",        "no",       "nor",      "however",    "whereas", "while",
                          "although",    "though",     "except",   "similar",  "comparable", "trend",   "numerically",
                          "remained",    "unchanged",  "didn't",   "wasn't",   "neither",    "yet",     "non",
                          "disappeared", "disappears", "vanished", "vanishes", "attenuated", "waned",   "faded"});
constexpr WordSet kThresholds({"considered", "defined", "set", "level", "threshold", "alpha", "regarded", "deemed",
                               "denotes", "denote", "indicate", "indicates", "indicated", "cutoff", "criterion",
                               "correction"});
constexpr WordSet kOtherHypotheses({"interaction", "heterogeneity", "inferiority", "inferior", "noninferiority",
                                    "noninferior", "equivalence", "equivalent", "bonferroni", "trend"});
// What is tested when it is "significant"; anything else that is significant ("bleeding", "savings") is large or grave.
constexpr WordSet kEffects({"difference",  "differences",  "reduction",   "reductions",   "increase",    "increases",
                            "improvement", "improvements", "effect",      "effects",      "benefit",     "benefits",
                            "change",      "changes",      "association", "associations", "decrease",    "decreases",
                            "gain",        "gains",        "drop",        "fall",         "decline",     "rise",
                            "loss",        "relief",       "correlation", "correlations", "relation",    "relationship",
                            "result",      "results",      "finding",     "findings",     "advantage",   "impact",
                            "predictor",   "predictors",   "link",        "ratio",        "coefficient", "trend"});
// Units of another quantity that is called p.
constexpr WordSet kPressures({"bar", "mbar", "pa", "kpa", "hpa", "mpa", "psi", "atm", "torr", "mmhg", "mm"});
// Said of the wording, not of a result.
constexpr WordSet kOfWording({"avoid", "avoids", "avoided", "avoiding", "wrong", "misleading", "inappropriate",
                              "incorrect", "discouraged", "phrase", "phrases", "phrasing", "wording", "speak",
                              "euphemism", "spin"});

bool is_significance_word(const Token& token) {
  return token.is("significant") || token.is("significantly") || token.is("significance");
}

// "significant bleeding": an adjective of weight, not of a test. "significant" alone and "significant weight loss" are
// of one.
bool is_plain_adjective(Tokens tokens, std::size_t word) {
  static constexpr WordSet kEnds({"the", "a",    "an",  "and",  "or",   "but",   "was", "were",
                                  "is",  "are",  "had", "has",  "that", "which", "who", "when",
                                  "as",  "than", "if",  "only", "even", "also",  "p",   "because"});
  if (!tokens[word].is("significant")) return false;
  const auto is_noun = [](const Token& token) {
    return token.kind == TokenKind::Word && !is_preposition(token) && !is_any(token, kEnds);
  };
  std::size_t end = word + 1;
  while (end < word + 6 && (is_noun(at(tokens, end)) || at(tokens, end).is_mark('-'))) ++end;
  return end > word + 1 && !has_any(tokens.subspan(word + 1, end - word - 1), kEffects);
}

// ---- p values

bool is_high_sign(const Token& token) { return token.text == "\u2264" || token.text == "\u2265"; }

std::vector<PValue> p_values(Tokens tokens) {
  std::vector<PValue> out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (const auto p = p_value_at(tokens, i)) out.push_back(*p);
  }
  return out;
}

TextSpan span_of(Tokens tokens, const PValue& p) { return {tokens[p.begin].begin, tokens[p.end - 1].end()}; }

std::optional<std::string> fault_of(const PValue& p) {
  if (p.value.scaled > p.value.scale()) return "a probability is at most 1";
  if (p.value.scaled != 0 || p.sign == '>') return std::nullopt;
  return p.sign == '<' ? "no probability is below 0" : "a p value is never 0; write p < 0.001";
}

// ---- significance

Tokens six_before(Tokens tokens, std::size_t word) {
  const std::size_t from = word < 6 ? 0 : word - 6;
  return tokens.subspan(from, word - from);
}

bool is_denied(Tokens tokens, std::size_t word) { return has_any(six_before(tokens, word), kNegators); }

// What stands behind the word "significant" and before the p value or interval speaks of another comparison: of the
// change since baseline in each group, of a second clause.
bool turns_to_another(Tokens tokens, std::size_t word, std::size_t place) {
  static constexpr WordSet kWithin({"baseline", "both", "each"});
  static constexpr WordSet kClauses({"and", "so", "then", "was", "were"});
  const bool aside = at(tokens, word - 1).is_mark(',') && is_preposition(at(tokens, word + 1));
  if (aside) return true;  // "the benefit, significant at one year, was lost at five"
  for (std::size_t i = word + 1; i < place; ++i) {
    if (is_any(tokens[i], kWithin) || (tokens[i].is_mark(',') && is_any(at(tokens, i + 1), kClauses))) return true;
  }
  return false;
}

// Printed values that could be 0.05 before rounding are left alone.
bool exceeds_alpha(const PValue& p) {
  if (p.sign == '<' || p.value.scaled > p.value.scale()) return false;
  const double least = to_double(p.value) - (p.sign == '=' ? half_unit(p.value) : 0);
  return least > 0.05 - 1e-9;
}

void check_p_values(Tokens tokens, const std::vector<PValue>& values, StatisticProblems& out) {
  const bool definition = defines_threshold(tokens) || tests_another_hypothesis(tokens);
  for (const PValue& p : values) {
    if (const auto fault = fault_of(p)) {
      out.push_back({0, span_of(tokens, p), *fault});
      continue;
    }
    if (definition || !exceeds_alpha(p)) continue;
    const auto claim = claimed_before(tokens, p.begin);
    if (!claim) continue;
    out.push_back({0,
                   {tokens[*claim].begin, tokens[p.end - 1].end()},
                   shown(p) + " is not below 0.05, so the result is not significant"});
  }
}

// ---- near misses

// The first word of "trend towards significance", "approached statistical significance", "borderline significant".
std::optional<std::size_t> near_miss(Tokens tokens, std::size_t word) {
  static constexpr WordSet kNear({"borderline", "marginally", "nearly", "almost"});
  static constexpr WordSet kMoves({"approached", "approaches", "approaching", "neared", "nearing", "trending",
                                   "trended", "trend", "trends", "bordered", "bordering", "tended"});
  static constexpr WordSet kLinks(
      {"towards", "toward", "to", "on", "a", "statistical", "statistically", "reached", "for"});
  std::size_t i = word - 1;
  for (int links = 0; links < 3 && is_any(at(tokens, i), kLinks); ++links) --i;
  if (is_any(at(tokens, i), kMoves)) return tokens[word].is("significantly") ? std::nullopt : std::optional(i);
  const bool adjective = is_any(at(tokens, i), kNear) && (i + 1 == word || !at(tokens, i + 1).is("a"));
  return adjective && !tokens[word].is("significantly") ? std::optional(i) : std::nullopt;
}

bool is_quoted(Tokens tokens, std::size_t begin) {
  const Token& before = at(tokens, begin - 1);
  return before.is_mark('"') || before.is_mark('\'') || before.is_mark('`');
}

void check_near_misses(Tokens tokens, StatisticProblems& out) {
  if (has_any(tokens, kOfWording)) return;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (!is_significance_word(tokens[i])) continue;
    const auto begin = near_miss(tokens, i);
    if (!begin || is_plain_adjective(tokens, i) || is_quoted(tokens, *begin)) continue;
    if (has_any(six_before(tokens, *begin), kDenials)) continue;
    out.push_back({0,
                   {tokens[*begin].begin, tokens[i].end()},
                   "a result that misses the threshold is not significant; give the p value and the interval"});
  }
}

}  // namespace

bool is_cut_short(Tokens tokens, std::size_t number) {
  const Token& next = at(tokens, number + 1);
  if (next.is("x") || next.is("\u00D7") || next.is_mark('*') || next.is_mark('^')) return true;
  if (next.kind == TokenKind::Word && ascii::is_high(next.text.front()) && !is_high_sign(next)) return true;
  return next.is_mark(',') && at(tokens, number + 2).kind == TokenKind::Number &&
         at(tokens, number + 2).begin == next.end();
}

std::optional<PValue> p_value_at(Tokens tokens, std::size_t i) {
  if (!at(tokens, i).is("p")) return std::nullopt;
  std::size_t next = i + 1;
  if (at(tokens, next).is_mark('-')) ++next;
  const bool worded = at(tokens, next).is("value") || at(tokens, next).is("values");
  if (worded) ++next;
  const Token& sign = at(tokens, next);
  const bool stated = worded && (sign.is("of") || sign.is("was") || sign.is_mark(':'));
  const bool known = stated || sign.is_mark('=') || sign.is_mark('<') || sign.is_mark('>') || is_high_sign(sign);
  if (!known) return std::nullopt;
  ++next;
  if (at(tokens, next).is_mark('=')) ++next;
  if (at(tokens, next).kind != TokenKind::Number || is_cut_short(tokens, next)) return std::nullopt;
  if (to_double(tokens[next].value) >= 2) return std::nullopt;
  if (is_any(at(tokens, next + 1), kPressures)) return std::nullopt;
  // "A p value of 0" is what texts explain, "of 0.000" what they report.
  if (stated && tokens[next].value.decimals == 0) return std::nullopt;
  if (stated) return PValue{i, next + 1, '=', tokens[next].value};
  const char shown = is_high_sign(sign) ? (sign.text == "\u2264" ? '<' : '>') : sign.text[0];
  return PValue{i, next + 1, shown, tokens[next].value};
}

std::string shown(const PValue& p) { return std::string("p ") + p.sign + " " + to_string(p.value); }

std::optional<std::size_t> claimed_before(Tokens tokens, std::size_t place) {
  const std::size_t from = place < 16 ? 0 : place - 16;
  for (std::size_t i = place; i > from; --i) {
    const Token& token = tokens[i - 1];
    if (is_significance_word(token)) {
      const bool reached = !token.is("significance") || at(tokens, i - 2).is("reached") ||
                           (at(tokens, i - 2).is("statistical") && at(tokens, i - 3).is("reached"));
      const bool tested = reached && !is_plain_adjective(tokens, i - 1) && !turns_to_another(tokens, i - 1, place);
      return tested && !is_denied(tokens, i - 1) ? std::optional(i - 1) : std::nullopt;
    }
    if (token.is("p") || token.is_mark(';') || is_any(token, kTurns)) return std::nullopt;
  }
  return std::nullopt;
}

double half_unit(const Decimal& value) { return 0.5 / static_cast<double>(value.scale()); }

bool tests_another_hypothesis(Tokens tokens) { return has_any(tokens, kOtherHypotheses); }

bool defines_threshold(Tokens tokens) { return has_any(tokens, kThresholds); }

StatisticProblems check_significance(const Passage& passage) {
  StatisticProblems out;
  for (const Tokens tokens : passage.sentences) {
    check_p_values(tokens, p_values(tokens), out);
    check_intervals(tokens, out);
    check_near_misses(tokens, out);
  }
  std::ranges::stable_sort(out, {}, [](const StatisticProblem& problem) { return problem.span.begin; });
  return out;
}

}  // namespace hypelint

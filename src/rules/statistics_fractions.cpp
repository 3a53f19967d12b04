#include "rules/statistics_fractions.h"

#include <algorithm>
#include <string_view>

#include "rules/statistics_checks.h"
#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr int kMostDecimals = 4;
// Few scores, classes and stages have more steps.
constexpr std::int64_t kLeastSlashed = 5;

// Where "18/20" stands for a count; behind other words it may be a score, a class or a type.
constexpr WordSet kLeads({"in",   "and",  "was", "were", "is",   "are",   "with",   "to", "by", "for",  "from",
                          "than", "then", "or",  "but",  "only", "while", "versus", "vs", "v",  "among"});
// What is written "6/9" or "16/18" and counts nobody.
constexpr WordSet kMeasures({"acuity", "vision",   "sight",    "score",  "scores",  "scored",    "rating",
                             "rated",  "grade",    "grades",   "stage",  "stages",  "class",     "classes",
                             "type",   "types",    "serotype", "scale",  "index",   "serotypes", "genotype",
                             "status", "pressure", "hpv",      "points", "mixture", "ratio",     "genotypes"});
// What a share of a group had or finished.
constexpr WordSet kOutcomes({"event",     "events",     "reaction",     "reactions",     "response",  "responses",
                             "effect",    "effects",    "complication", "complications", "death",     "deaths",
                             "relapse",   "relapses",   "recurrence",   "recurrences",   "remission", "remissions",
                             "infection", "infections", "fracture",     "fractures",     "stroke",    "strokes",
                             "symptoms",  "pregnancy",  "pregnancies",  "birth",         "births",    "group",
                             "groups",    "arm",        "arms",         "study",         "trial",     "course",
                             "surgery",   "operation"});
constexpr WordSet kCopulas({"was", "were", "is", "are", "became", "remained", "stayed", "felt", "got"});
constexpr WordSet kSubjects({"who", "that", "had", "have", "has", "not", "also", "was", "were", "are", "one"});
constexpr WordSet kTakes({"received", "had", "used", "got", "took", "given", "underwent", "needed", "required"});

bool is_whole(const Token& token) {
  return token.count || (token.kind == TokenKind::Number && token.value.decimals == 0 && token.value.scaled == 0);
}

bool opens(const Token& token) { return token.is_mark('(') || token.is_mark('['); }

bool closes(const Token& token) {
  return token.is_mark(')') || token.is_mark(']') || token.is_mark(';') || token.is_mark(',') || token.is_mark('.');
}

// "nine out of ten people": a way to say "most", but not "nine of the ten".
bool is_colloquial(Tokens tokens, std::size_t count, std::size_t total) {
  static constexpr WordSet kGiven({"the", "these", "those", "our"});
  if (is_any(at(tokens, total - 1), kGiven)) return false;
  const bool spelled = ascii::is_letter(tokens[count].text[0]) || ascii::is_letter(tokens[total].text[0]);
  return tokens[total].value.scaled <= 10 && (spelled || at(tokens, total - 2).is("out"));
}

// "18/20 patients", "in 18/20 (90%)"; not "20/40 or better", "NYHA class 2/3".
bool counts_with_slash(Tokens tokens, std::size_t count, std::size_t total) {
  if (names_counted(tokens, total + 1)) return true;
  const bool eyesight = tokens[count].value.scaled == 20;
  if (eyesight || tokens[total].value.scaled < kLeastSlashed) return false;
  const Token& before = at(tokens, count - 1);
  const Token& after = at(tokens, total + 1);
  const bool led = before.kind == TokenKind::Mark ? !before.is_mark('-') : is_any(before, kLeads);
  const bool alone = total + 1 >= tokens.size() || opens(after) || closes(after) || after.is_mark('=');
  const std::size_t from = count < 8 ? 0 : count - 8;
  return led && alone && !has_any(tokens.subspan(from, count - from), kMeasures);
}

// The place of the total behind "/", "of", "out of" or "women out of".
std::optional<std::size_t> total_behind(Tokens tokens, std::size_t count) {
  std::size_t i = count + 1;
  if (at(tokens, i).is_mark('/')) return i + 1;
  if (is_people(at(tokens, i)) && at(tokens, i + 1).is("out")) ++i;
  if (at(tokens, i).is("out")) ++i;
  const std::size_t total = skip_of(tokens, i);
  return total > i ? std::optional(total) : std::nullopt;
}

// The first token from `from` that is no word; `from + limit` when there are more.
std::size_t skip_words(Tokens tokens, std::size_t from, std::size_t limit) {
  std::size_t i = from;
  const auto is_word = [](const Token& token) {
    return token.kind == TokenKind::Word || token.is_mark('-') || ascii::equals_folded(token.text, "one");
  };
  while (i < from + limit && is_word(at(tokens, i))) ++i;
  return i;
}

// What stands at `word` is said of those counted up to `begin`, not of their pain or blood.
bool is_said_of_counted(Tokens tokens, std::size_t begin, std::size_t word) {
  const Token& before = at(tokens, word - 1);
  return word == begin || is_counted_noun(before) || is_any(before, kSubjects) || before.text.ends_with("ly");
}

// The words from `begin` to `end` close with those counted or with what became of them; the percentage behind a
// substance or a measure ("minoxidil (5%)", "low ejection fraction (35%)") is its own.
bool ends_with_outcome(Tokens tokens, std::size_t begin, std::size_t end) {
  const Token& last = at(tokens, end - 1);
  if (is_people(last) || is_any(last, kOutcomes)) return true;
  if (is_counted_noun(last)) return end - begin < 3 && !is_any(at(tokens, begin), kTakes);
  if (is_predicate(tokens, end - 1)) return is_said_of_counted(tokens, begin, end - 1);
  std::size_t adjective = end - 1;
  while (adjective > begin + 1 && at(tokens, adjective - 1).is_mark('-')) adjective -= 2;
  return is_any(at(tokens, adjective - 1), kCopulas) && is_said_of_counted(tokens, begin, adjective - 1);
}

// "fell from 1.6% (84 of 5,275) to 0.7% (26 of 3,878)".
bool is_limit(const Token& before) { return before.is("from") || before.is("to") || before.is("by"); }

// "n = 18/20".
bool is_declared(Tokens tokens, std::size_t count) {
  return at(tokens, count - 1).is_mark('=') && at(tokens, count - 2).is("n");
}

// Of the bracket that holds the fraction, as in "(18/20)" and "(n = 18/20)".
std::size_t bracket_before(Tokens tokens, std::size_t count) { return count - (is_declared(tokens, count) ? 3 : 1); }

// The percentage before "(18 of 20)": "85% (18 of 20)", "85% of patients (18 of 20)".
std::optional<std::size_t> percent_before(Tokens tokens, const Fraction& fraction, std::size_t open) {
  if (!opens(at(tokens, open))) return std::nullopt;
  std::size_t i = open - 1;
  const bool named = is_people(at(tokens, i));
  const bool closed = closes(at(tokens, named ? fraction.end : skip_words(tokens, fraction.end, 6)));
  if (named) {
    for (int words = 0; words < 5 && at(tokens, i).kind == TokenKind::Word; ++words) --i;
    if (!at(tokens, i + 1).is("of")) return std::nullopt;
  }
  if (!closed || !is_percent(at(tokens, i))) return std::nullopt;
  return !is_approximate(tokens, i) || is_limit(at(tokens, i - 1)) ? std::optional(i) : std::nullopt;
}

// "18 of 20 patients (85%)", "85% (18/20)".
void check_restated(Tokens tokens, StatisticProblems& out) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto fraction = fraction_at(tokens, i);
    if (!fraction) continue;
    std::optional<std::size_t> percent = restated(tokens, fraction->end);
    if (const auto before = percent_before(tokens, *fraction, bracket_before(tokens, i))) percent = before;
    if (percent) report_share(tokens[*percent], *fraction, out);
  }
}

// "12 (45%) of 30 patients": the percentage inside its fraction.
void check_enclosed(Tokens tokens, StatisticProblems& out) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool enclosed = tokens[i].count && at(tokens, i + 1).is_mark('(') && is_percent(at(tokens, i + 2)) &&
                          at(tokens, i + 3).is_mark(')');
    if (!enclosed || is_approximate(tokens, i)) continue;
    const std::size_t total = skip_of(tokens, i + 4);
    if (total == i + 4 || !at(tokens, total).count || tokens[total].value.scaled < tokens[i].value.scaled) continue;
    if (adds_another(tokens, total)) continue;
    report_share(tokens[i + 2], {tokens[i].value.scaled, tokens[total].value.scaled, total + 1}, out);
  }
}

// "(95%, CI 2-20)", "(95% CI 2-20)": the level of an interval.
bool is_level(Tokens tokens, std::size_t percent) {
  static constexpr WordSet kIntervals({"ci", "cis", "confidence", "credible", "interval", "cri"});
  return is_any(at(tokens, percent + (at(tokens, percent + 1).is_mark(',') ? 2 : 1)), kIntervals);
}

// Nothing but words or the interval of the percentage follows in the bracket: "(85%, 95% CI 62 to 97)".
bool stands_alone_in(Tokens tokens, std::size_t percent) {
  if (!at(tokens, percent + 1).is_mark(',')) return true;
  return at(tokens, percent + 2).kind == TokenKind::Word || is_level(tokens, percent + 2);
}

}  // namespace

std::optional<Fraction> fraction_at(Tokens tokens, std::size_t i) {
  if (!is_whole(at(tokens, i))) return std::nullopt;
  const auto total = total_behind(tokens, i);
  if (!total || !is_whole(at(tokens, *total)) || tokens[*total].value.scaled == 0) return std::nullopt;
  if (tokens[*total].value.scaled < tokens[i].value.scaled) return std::nullopt;
  if (is_approximate(tokens, i) && !is_declared(tokens, i)) return std::nullopt;
  if (at(tokens, i - 1).is_mark('/') || at(tokens, *total + 1).is_mark('/')) return std::nullopt;
  const bool slash = at(tokens, i + 1).is_mark('/');
  if (slash ? !counts_with_slash(tokens, i, *total) : is_colloquial(tokens, i, *total)) return std::nullopt;
  return Fraction{tokens[i].value.scaled, tokens[*total].value.scaled, *total + 1};
}

std::optional<std::size_t> restated(Tokens tokens, std::size_t end) {
  std::size_t i = skip_words(tokens, end, 6);
  if (i > end && !ends_with_outcome(tokens, end, i)) return std::nullopt;
  const bool bracket = opens(at(tokens, i));
  const bool aside = at(tokens, i).is_mark(',') && (at(tokens, i + 1).is("or") || at(tokens, i + 2).is_mark(','));
  const bool equals = at(tokens, i).is_mark('=') && i == end;
  if (!bracket && !aside && !equals) return std::nullopt;
  ++i;
  if (at(tokens, i).is("or") || at(tokens, i).is_mark('=')) ++i;
  if (!is_percent(at(tokens, i)) || is_level(tokens, i)) return std::nullopt;
  if (bracket && !stands_alone_in(tokens, i)) return std::nullopt;
  return closes(at(tokens, i + 1)) || i + 1 >= tokens.size() ? std::optional(i) : std::nullopt;
}

bool is_percent(const Token& token) {
  return token.kind == TokenKind::Percent && token.value.decimals <= kMostDecimals &&
         token.value.scaled <= 100 * token.value.scale();
}

std::string share_of(std::int64_t count, std::int64_t total, int decimals) {
  return to_string(rounded_share(count, total, decimals)) + "%";
}

void report_share(const Token& percent, const Fraction& fraction, StatisticProblems& out) {
  if (matches(percent.value, fraction.count, fraction.total)) return;
  out.push_back({0, percent.span(),
                 std::to_string(fraction.count) + " of " + std::to_string(fraction.total) + " is " +
                     share_of(fraction.count, fraction.total, percent.value.decimals) + ", not " +
                     to_string(percent.value) + "%"});
}

void check_fractions(Tokens tokens, StatisticProblems& out) {
  check_restated(tokens, out);
  check_enclosed(tokens, out);
}

}  // namespace hypelint

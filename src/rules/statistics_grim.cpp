// Percentages that no count of the stated people gives (Brown and Heathers 2017).
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "rules/statistics_checks.h"
#include "rules/statistics_fractions.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr WordSet kDeterminers({"the", "these", "those", "our", "all"});
constexpr WordSet kBases({"of", "among", "amongst"});
constexpr WordSet kArms({"group",      "groups",    "arm",        "arms",       "placebo",  "control",
                         "controls",   "sham",      "randomised", "randomized", "half",     "versus",
                         "vs",         "compared",  "comparison", "cohorts",    "subgroup", "subset",
                         "responders", "evaluable", "analysed",   "analyzed",   "assigned", "allocated"});
constexpr WordSet kElsewhere({"worldwide",  "national",     "nationally", "nationwide", "globally",   "population",
                              "country",    "annually",     "estimated",  "previous",   "previously", "earlier",
                              "literature", "historically", "typically",  "usually",    "generally",  "other",
                              "another",    "studies",      "survey",     "surveys",    "poll",       "register",
                              "registry",   "registries"});
// Of phrases that say when, or how many in all.
constexpr WordSet kTimes({"day", "days", "week", "weeks", "month", "months", "year", "years", "end", "total", "all",
                          "follow", "visit", "visits"});
constexpr WordSet kNested({"whom", "which", "those", "these", "them"});

// "73.4% of 40 would be 29.36; 29 gives 72.5%, 30 gives 75.0%"
std::string arithmetic(const Decimal& percent, std::int64_t total) {
  const std::int64_t count = percent.scaled * total / (100 * percent.scale());
  const int decimals = std::max(percent.decimals, 1);
  const auto gives = [&](std::int64_t k) { return std::to_string(k) + " gives " + share_of(k, total, decimals); };
  const Decimal exact = shortened({percent.scaled * total, percent.decimals + 2});
  return to_string(percent) + "% of " + std::to_string(total) + " would be " + to_string(exact) + "; " + gives(count) +
         ", " + gives(count + 1);
}

// "Out of 100 people", "Of every 20 patients": nobody counted them.
bool is_figure_of_speech(Tokens tokens, std::size_t total) {
  static constexpr WordSet kEach({"every", "each"});
  constexpr std::array<std::int64_t, 4> kRound{10, 100, 1000, 10'000};
  if (has_any(tokens.first(total), kEach)) return true;
  return at(tokens, 0).is("out") && std::ranges::find(kRound, tokens[total].value.scaled) != kRound.end();
}

// The stated total of "Of [all] the 22 patients …", "Out of 22 patients …" at the start of the sentence.
std::optional<std::size_t> opening_total(Tokens tokens) {
  const std::size_t base = at(tokens, 0).is("out") ? 1 : 0;
  if (!is_any(at(tokens, base), kBases)) return std::nullopt;
  std::size_t i = base + 1;
  while (i < base + 5 && at(tokens, i).kind == TokenKind::Word) ++i;
  if (!at(tokens, i).count || tokens[i].value.scaled < 2 || is_figure_of_speech(tokens, i)) return std::nullopt;
  return i;
}

// Whether percentages fit the counts of a paragraph.
class Fits {
 public:
  explicit Fits(const StatedCounts& counts) : totals_(counts.derived()) {}

  // Some count of some total.
  bool share(const Decimal& percent) {
    return known(shares_, percent, [&](std::int64_t n) { return attainable(percent, n); });
  }
  // One of the counts, of some total.
  [[nodiscard]] bool counted(const Decimal& percent, const std::set<std::int64_t>& counts) const {
    return std::ranges::any_of(totals_, [&](std::int64_t n) {
      return std::ranges::any_of(counts, [&](std::int64_t k) { return k <= n && matches(percent, k, n); });
    });
  }

 private:
  using Known = std::map<std::pair<std::int64_t, int>, bool>;

  template <typename Fit>
  bool known(Known& known, const Decimal& percent, Fit fit) {
    const auto [entry, fresh] = known.try_emplace({percent.scaled, percent.decimals}, false);
    if (fresh) entry->second = std::ranges::any_of(totals_, fit);
    return entry->second;
  }

  std::vector<std::int64_t> totals_;
  Known shares_;
};

// "Of 22 patients, 15 (70%) improved": no count of the sentence gives the percentage, of any total of the paragraph.
void check_counted(Tokens tokens, const Fits& fits, StatisticProblems& out) {
  const auto total = opening_total(tokens);
  if (!total) return;
  const std::int64_t n = tokens[*total].value.scaled;
  std::set<std::int64_t> parts;  // of this sentence so far
  std::int64_t remaining = n;    // behind these parts
  for (std::size_t i = *total + 1; i < tokens.size(); ++i) {
    if (!tokens[i].count || fraction_at(tokens, i)) continue;
    const std::int64_t part = tokens[i].value.scaled;
    const std::int64_t whole = std::exchange(remaining, remaining - part);
    parts.insert(part);
    const auto percent = restated(tokens, i + 1);
    if (!percent || is_approximate(tokens, i)) continue;
    const Decimal& value = tokens[*percent].value;
    if (part > n || fits.counted(value, parts) || (part <= whole && matches(value, part, whole))) continue;
    out.push_back({0, tokens[*percent].span(),
                   std::to_string(part) + " of " + std::to_string(n) + " is " + share_of(part, n, value.decimals) +
                       ", not " + to_string(value) + "%"});
  }
}

// "73.4% of the 40 [patients] walked": the total that the percentage names.
std::optional<std::size_t> named_total(Tokens tokens, std::size_t percent) {
  const std::size_t total = skip_of(tokens, percent + 1);
  if (total == percent + 1 || !at(tokens, total).count || tokens[total].value.scaled < 2) return std::nullopt;
  return names_people(tokens, total + 1) || is_predicate(tokens, total + 1) ? std::optional(total) : std::nullopt;
}

// "Of 31 women, …": the total that the sentence opens with, up to "of whom" and the like.
struct Opening {
  std::int64_t total = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Opening opening_of(Tokens tokens) {
  const auto total = opening_total(tokens);
  if (!total || !names_people(tokens, *total + 1)) return {};
  const auto nested = std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(*total), tokens.end(),
                                   [](const Token& token) { return is_any(token, kNested); });
  return {tokens[*total].value.scaled, *total, static_cast<std::size_t>(nested - tokens.begin())};
}

// "Of 31 women, 68.2% recovered and 12% relapsed".
bool is_of_opening(Tokens tokens, const Opening& opening, std::size_t percent) {
  if (percent <= opening.begin || percent >= opening.end) return false;
  static constexpr WordSet kJoins({"and", "but", "while", "only", "just", "fully"});
  const Token& before = at(tokens, percent - 1);
  if (!before.is_mark(',') && !before.is_mark(';') && !is_any(before, kJoins)) return false;
  return at(tokens, percent + 1).kind == TokenKind::Word && is_predicate(tokens, percent + 1);
}

// Of some total, `count` is this percentage.
bool is_some_share(const Decimal& percent, std::int64_t count) {
  if (percent.scaled == 0) return true;
  const std::int64_t total = 100 * percent.scale() * count / percent.scaled;
  return matches(percent, count, std::max(total, count)) || matches(percent, count, total + 1);
}

// "88.3% of patients (n = 40)": the total, unless 40 is their count.
std::optional<std::size_t> declared_total(Tokens tokens, std::size_t percent) {
  std::size_t i = skip_of(tokens, percent + 1);
  if (i == percent + 1 || !is_people(at(tokens, i))) return std::nullopt;
  const bool declared = at(tokens, i + 1).is_mark('(') && at(tokens, i + 2).is("n") && at(tokens, i + 3).is_mark('=') &&
                        at(tokens, i + 4).count && at(tokens, i + 5).is_mark(')');
  if (!declared || is_some_share(tokens[percent].value, tokens[i + 4].value.scaled)) return std::nullopt;
  return i + 4;
}

// Another kind of thing or person: what "them" may mean as well.
bool is_other_plural(const Token& token) {
  if (token.kind != TokenKind::Word || is_any(token, kTimes)) return false;
  const std::string_view word = token.text;
  const bool plural = word.size() > 3 && word.ends_with('s') &&
                      std::string_view("sui").find(word[word.size() - 2]) == std::string_view::npos;
  return plural || is_people(token);
}

// The tokens behind the noun of the people that the count counts.
Tokens behind_people(Tokens tokens, std::size_t count) {
  std::size_t i = count + 1;
  while (i < tokens.size() && !is_people(tokens[i])) ++i;
  return tokens.subspan(std::min(i + 1, tokens.size()));
}

// A paragraph about one group of people that it counts once.
struct Cohort {
  std::int64_t size = 0;
  std::size_t sentence = 0;
  std::size_t place = 0;  // of the count
  bool alone = false;     // no other plural behind it in its sentence
};

std::optional<Cohort> sole_cohort(const Passage& passage) {
  std::optional<Cohort> cohort;
  for (std::size_t s = 0; s < passage.sentences.size(); ++s) {
    const Tokens tokens = passage.sentences[s];
    if (has_any(tokens, kArms) || has_any(tokens, kElsewhere)) return std::nullopt;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].count || !names_people(tokens, i + 1)) continue;
      if (cohort || is_approximate(tokens, i)) return std::nullopt;
      cohort = Cohort{tokens[i].value.scaled, s, i, std::ranges::none_of(behind_people(tokens, i), is_other_plural)};
    }
  }
  return cohort && cohort->size > 1 ? cohort : std::nullopt;
}

// "In Japan, ", "Without treatment ", "better than the register, where ": other people than those stated before.
// "After a year " and "In the end " are about the same.
bool leads_elsewhere(Tokens words) {
  static constexpr WordSet kComparisons({"where", "than", "unlike", "whereas", "elsewhere", "when", "if"});
  if (has_any(words, kComparisons)) return true;
  const Token& first = at(words, 0);
  return is_preposition(first) && !first.is("after") && !has_any(words, kTimes);
}

// Between what names the people and the percentage; for more tokens nobody can tell who is meant.
constexpr std::size_t kFarthest = 40;

// "73.4% of the patients improved", of the cohort of this or an earlier sentence.
bool is_of_cohort(const Passage& passage, const Cohort& cohort, std::size_t sentence, std::size_t percent) {
  const Tokens tokens = passage.sentences[sentence];
  if (!at(tokens, percent + 1).is("of")) return false;
  std::size_t noun = percent + 2;
  while (is_any(at(tokens, noun), kDeterminers)) ++noun;
  const bool them = at(tokens, noun).is("them");
  if (!is_people(at(tokens, noun)) && !them) return false;
  const Token& verb = at(tokens, noun + 1);
  if (!is_predicate(tokens, noun + 1) || verb.is("are") || verb.is("have")) return false;
  const bool same = sentence == cohort.sentence;
  const std::size_t begin = same ? cohort.place : 0;
  if (percent < begin || percent - begin > kFarthest) return false;
  const Tokens before = tokens.subspan(begin, percent - begin);
  if (leads_elsewhere(before)) return false;
  if (!them) return same || noun > percent + 2;
  if (same) return std::ranges::none_of(behind_people(before, 0), is_other_plural);
  return sentence == cohort.sentence + 1 && cohort.alone && std::ranges::none_of(before, is_other_plural);
}

void check_shares(const Passage& passage, Fits& fits, StatisticProblems& out) {
  const auto cohort = sole_cohort(passage);
  for (std::size_t s = 0; s < passage.sentences.size(); ++s) {
    const Tokens tokens = passage.sentences[s];
    const Opening opening = opening_of(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!is_percent(tokens[i]) || is_approximate(tokens, i)) continue;
      std::int64_t total = 0;
      if (const auto named = named_total(tokens, i)) {
        total = tokens[*named].value.scaled;
      } else if (const auto declared = declared_total(tokens, i)) {
        total = tokens[*declared].value.scaled;
      } else if (is_of_opening(tokens, opening, i)) {
        total = opening.total;
      } else if (cohort && cohort->sentence <= s && is_of_cohort(passage, *cohort, s, i)) {
        total = cohort->size;
      }
      if (total == 0 || attainable(tokens[i].value, total) || fits.share(tokens[i].value)) continue;
      out.push_back({0, tokens[i].span(), arithmetic(tokens[i].value, total)});
    }
  }
}

}  // namespace

StatisticProblems check_grim(const Passage& passage, const StatedCounts& counts) {
  StatisticProblems out;
  for (const Tokens tokens : passage.sentences) check_fractions(tokens, out);
  if (!counts.many) {
    Fits fits(counts);
    for (const Tokens tokens : passage.sentences) check_counted(tokens, fits, out);
    check_shares(passage, fits, out);
  }
  const auto place = [](const StatisticProblem& problem) { return problem.span.begin; };
  std::ranges::stable_sort(out, {}, place);
  const auto repeated = std::ranges::unique(out, {}, place);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

}  // namespace hypelint

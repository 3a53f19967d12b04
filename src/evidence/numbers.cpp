#include "evidence/numbers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "evidence/effects.h"
#include "evidence/english.h"
#include "evidence/figure_text.h"
#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr WordSet kPeople({"patients", "participants", "subjects", "volunteers", "people", "adults", "children",
                           "women", "men", "cases", "individuals", "infants", "persons", "adolescents", "respondents",
                           "enrollees"});
constexpr WordSet kNoSampleWords({"year",  "years",  "yr",      "month",  "months",  "week",    "weeks",   "day",
                                  "days",  "hour",   "hours",   "minute", "minutes", "million", "billion", "times",
                                  "mg",    "ml",     "per",     "in",     "for",     "from",    "than",    "with",
                                  "of",    "to",     "at",      "by",     "and",     "or",      "on",      "when",
                                  "while", "points", "percent", "cent"});
constexpr WordSet kDurationLeads({"at", "after", "over", "within", "during", "through", "for"});
constexpr WordSet kDurationFillers({"a",       "an",     "the",   "of",       "median", "mean",          "minimum",
                                    "average", "follow", "up",    "followup", "about",  "approximately", "least",
                                    "only",    "just",   "first", "next",     "nearly", "almost"});
constexpr WordSet kOutcomes({"follow", "followup", "survival", "outcome", "outcomes", "mortality", "results", "data"});
constexpr auto kSolutes = std::to_array<std::string_view>(
    {"saline",        "solution",   "dextrose",      "glucose",   "lidocaine", "serum",
     "albumin",       "ethanol",    "alcohol",       "formalin",  "gel",       "cream",
     "ointment",      "w/v",        "v/v",           "dmso",      "retinol",   "minoxidil",
     "hydrogen",      "hyaluronic", "glycolic",      "salicylic", "benzoyl",   "niacinamide",
     "concentration", "strength",   "chlorhexidine", "povidone",  "sodium",    "paraformaldehyde"});
constexpr auto kCurrencySigns =
    std::to_array<std::string_view>({"$", "\u20AC", "\u00A3", "\u00A5", "\u20A9", "\u20B9", "\u0E3F"});
constexpr auto kCurrencyCodes = std::to_array<std::string_view>(
    {"USD", "EUR", "GBP", "JPY", "SGD", "THB", "INR", "RMB", "CNY", "AUD", "CAD", "KRW", "MYR", "AED", "HKD", "CHF"});
constexpr WordSet kCurrencyWords({"dollars", "euros", "pounds", "yen", "won", "yuan", "baht", "rupees", "ringgit",
                                  "renminbi", "lira"});
constexpr WordSet kMultiples({"thousand", "million", "billion", "k", "m", "bn"});
constexpr auto kRomanPhases = std::to_array<std::string_view>({"I", "II", "III", "IV"});
constexpr WordSet kPhaseWords({"one", "two", "three", "four", "zero"});

// ---- percentages and intervals

bool is_concentration(std::string_view rest) {
  rest = ascii::trim_left(rest);
  return std::ranges::any_of(kSolutes,
                             [rest](std::string_view solute) { return ascii::starts_with_word(rest, solute); });
}

bool is_range_sign(std::string_view gap) {
  gap = ascii::trim_right(ascii::trim_left(gap));
  if (gap.starts_with('%')) gap = ascii::trim_left(gap.substr(1));
  return gap == "to" || gap == "-" || gap == "," || gap == "to -" || gap == ", -" || gap == "\u2013" || gap == "- -";
}

// "95% CI 1.2 to 3.4": the level and both limits.
Match as_interval(const FigureText& passage, std::size_t i) {
  const Figure& level = passage.figures[i];
  const auto end = percent_end(passage, level);
  if (!end || !names_interval(passage.text.substr(*end))) return std::nullopt;
  const std::string_view lead = passage.between(i, 40);
  if (lead.empty() || lead.find(". ") != std::string_view::npos) return std::nullopt;
  if (!is_range_sign(passage.between(i + 1, 8))) return std::nullopt;
  return NumberMatch{EvidenceKind::ConfidenceInterval, {level.span.begin, passage.figures[i + 2].span.end}};
}

Match as_percent(const FigureText& passage, std::size_t i) {
  const Figure& f = passage.figures[i];
  const auto end = percent_end(passage, f);
  if (!end) return std::nullopt;
  const std::string_view rest = passage.text.substr(*end);
  if (names_interval(rest) || is_concentration(rest)) return std::nullopt;
  return NumberMatch{EvidenceKind::Percent, {f.span.begin, *end}};
}

// "nine in ten", "8 out of 10", "one in every five": a share without its count.
bool is_share(const FigureText& passage, std::size_t i) {
  static constexpr WordSet kJoins({"in", "in every", "out of", "out of every"});
  constexpr auto kRound = std::to_array<double>({2, 3, 4, 5, 10, 100});
  if (i + 1 >= passage.figures.size()) return false;
  const Figure& part = passage.figures[i];
  const Figure& total = passage.figures[i + 1];
  const std::string_view gap = passage.between(i, 14);
  const bool round = std::ranges::find(kRound, total.value) != kRound.end();
  return round && part.value < total.value && gap.starts_with(' ') && gap.ends_with(' ') &&
         kJoins.contains(ascii::trim_right(ascii::trim_left(gap)));
}

Match as_share(const FigureText& passage, std::size_t i) {
  if (!is_share(passage, i)) return std::nullopt;
  return NumberMatch{EvidenceKind::Percent, {passage.figures[i].span.begin, passage.figures[i + 1].span.end}};
}

// ---- counts and samples

bool is_people_word(std::string_view word) { return kPeople.contains(word); }

// "12/512 (2.3%)", "2.3% (12/512)" around the count `i`.
bool has_share_beside(const FigureText& passage, std::size_t i) {
  const bool behind = i + 2 < passage.figures.size() && percent_end(passage, passage.figures[i + 2]) &&
                      ascii::trim_left(passage.between(i + 1, 2)) == "(";
  if (behind || i == 0) return behind;
  const auto end = percent_end(passage, passage.figures[i - 1]);
  return end && *end < passage.figures[i].span.begin &&
         ascii::trim_left(passage.text.substr(*end, passage.figures[i].span.begin - *end)) == "(";
}

Match as_count_of_total(const FigureText& passage, std::size_t i) {
  const Figure& part = passage.figures[i];
  if (part.spelled || is_share(passage, i)) return std::nullopt;
  std::string_view gap = passage.between(i, 20);
  if (gap.empty() || passage.figures[i + 1].spelled || passage.figures[i + 1].value < part.value) return std::nullopt;
  const Figure& total = passage.figures[i + 1];
  const bool people = is_people_word(next_word(passage.after(total)));
  const bool fraction = gap == "/" && (people || has_share_beside(passage, i));
  static constexpr WordSet kJoins(
      {"of", "of the", "of all", "out of", "out of the", "out of all", "of these", "of our"});
  const bool joined = kJoins.contains(ascii::trim_right(ascii::trim_left(gap))) && gap.starts_with(' ');
  if (!fraction && (!joined || (has_year_form(total) && !people))) return std::nullopt;
  return NumberMatch{EvidenceKind::CountOfTotal, {part.span.begin, total.span.end}};
}

// "study of 2000", "trial in 2000": what follows is counted, not said of a year.
bool is_counted(std::string_view lead, std::string_view before) {
  static constexpr WordSet kTimes({"as", "end", "start", "beginning", "middle", "part", "half", "quarter", "spring",
                                   "summer", "autumn", "fall", "winter", "year", "season", "class", "pandemic"});
  static constexpr WordSet kStudies({"study", "studies", "trial", "trials", "tested", "studied", "evaluated"});
  const std::string_view word = ascii::trailing_letters(ascii::trim_right(before));
  if (ascii::equals_folded(lead, "of")) return !kTimes.contains(word) && !kMonths.contains(word);
  return ascii::equals_folded(lead, "in") && kStudies.contains(word);
}

bool is_dated(const FigureText& passage, const Figure& f) {
  static constexpr WordSet kLeads(
      {"in", "since", "by", "until", "from", "during", "of", "late", "early", "mid", "before", "after", "to", "and"});
  const std::string_view before = ascii::trim_right(passage.before(f));
  const std::string_view lead = ascii::trailing_letters(before);
  return has_year_form(f) && kLeads.contains(lead) && !is_counted(lead, before.substr(0, before.size() - lead.size()));
}

// "n = 22"
Match as_declared_sample(const FigureText& passage, const Figure& f) {
  std::string_view before = ascii::trim_right(passage.before(f));
  if (!before.ends_with('=')) return std::nullopt;
  before = ascii::trim_right(before.substr(0, before.size() - 1));
  if (!ascii::ends_with_word(before, "n") || f.spelled) return std::nullopt;
  return NumberMatch{EvidenceKind::SampleSize, {passage.end(before) - 1, f.span.end}};
}

// "1,700 SCI patients": the noun within four words that nothing but spaces and hyphens separate.
Match as_sample(const FigureText& passage, std::size_t i) {
  const Figure& f = passage.figures[i];
  if (auto declared = as_declared_sample(passage, f)) return declared;
  if (i > 0 && is_share(passage, i - 1)) return std::nullopt;
  if (is_dated(passage, f) || (f.spelled && f.value < 2)) return std::nullopt;
  std::string_view rest = passage.after(f);
  for (int words = 0; words < 4 && (rest.starts_with(' ') || rest.starts_with('-')); ++words) {
    const std::string_view word = next_word(rest);
    if (word.empty() || kNoSampleWords.contains(word)) return std::nullopt;
    if (is_people_word(word)) return NumberMatch{EvidenceKind::SampleSize, {f.span.begin, passage.end(word)}};
    rest = rest_after(rest, word);
  }
  return std::nullopt;
}

// ---- time and money

// Where the preposition stands that makes a duration a follow-up ("after a median of"); none if there is none.
std::optional<std::uint32_t> duration_lead(const FigureText& passage, const Figure& f) {
  std::string_view before = passage.before(f);
  for (int words = 0; words < 7; ++words) {
    while (before.ends_with(' ') || before.ends_with('-')) before.remove_suffix(1);
    const std::string_view word = ascii::trailing_letters(before);
    before.remove_suffix(word.size());
    const bool lead = kDurationLeads.contains(word);
    if (ascii::equals_folded(word, "least") || (!lead && kDurationFillers.contains(word))) {
      if (ascii::equals_folded(word, "least") && ascii::ends_with_word(ascii::trim_right(before), "at")) {
        before = ascii::trim_right(before);
        before.remove_suffix(2);
      }
      continue;
    }
    return lead ? std::optional(passage.offset(word)) : std::nullopt;
  }
  return std::nullopt;
}

bool is_age_or_career(std::string_view rest) {
  static constexpr WordSet kOthers({"old", "of", "experience", "olds"});
  const std::string_view word = next_word(rest);
  if (!ascii::equals_folded(word, "of")) return kOthers.contains(word);
  const std::string_view object = next_word(rest_after(rest, word));
  return !ascii::equals_folded(object, "follow");
}

Match as_follow_up(const FigureText& passage, std::size_t i) {
  const Figure& f = passage.figures[i];
  const std::string_view unit = next_word(passage.after(f));
  if (!kDurations.contains(unit)) return std::nullopt;
  const std::string_view rest = rest_after(passage.after(f), unit);
  if (is_age_or_career(rest)) return std::nullopt;
  if (kOutcomes.contains(next_word(rest))) {
    return NumberMatch{EvidenceKind::FollowUp, {f.span.begin, passage.end(next_word(rest))}};
  }
  if (const auto lead = duration_lead(passage, f))
    return NumberMatch{EvidenceKind::FollowUp, {*lead, passage.end(unit)}};
  return std::nullopt;
}

std::optional<std::uint32_t> currency_before(const FigureText& passage, const Figure& f) {
  const std::string_view before = ascii::trim_right(passage.before(f));
  for (std::string_view sign : kCurrencySigns) {
    if (!before.ends_with(sign)) continue;
    const std::string_view country = ascii::trailing_letters(before.substr(0, before.size() - sign.size()));
    return passage.end(before) - static_cast<std::uint32_t>(sign.size() + (country.size() <= 3 ? country.size() : 0));
  }
  const std::string_view code = ascii::trailing_letters(before);
  const bool known = std::ranges::find(kCurrencyCodes, code) != kCurrencyCodes.end();
  return known ? std::optional(passage.offset(code)) : std::nullopt;
}

// The end of "million", "dollars", "USD" after the figure, and whether a currency was named.
struct AmountEnd {
  std::uint32_t end;
  bool currency;
};

AmountEnd amount_end(const FigureText& passage, const Figure& f) {
  AmountEnd result{f.span.end, false};
  std::string_view rest = passage.after(f);
  for (int words = 0; words < 3; ++words) {
    const std::string_view word = next_word(rest);
    const bool currency =
        kCurrencyWords.contains(word) || std::ranges::find(kCurrencyCodes, word) != kCurrencyCodes.end();
    const bool country = word == "US";
    if (!currency && !country && !kMultiples.contains(word)) break;
    rest = rest_after(rest, word);
    if (!country || currency) result = {passage.end(word), currency};
    if (currency) break;
  }
  const std::string_view sign = ascii::trim_left(passage.after(f));
  if (sign.starts_with("\u20AC")) return {passage.offset(sign) + 3, true};
  return result;
}

Match as_money(const FigureText& passage, std::size_t i) {
  const Figure& f = passage.figures[i];
  if (f.spelled) return std::nullopt;
  const auto begin = currency_before(passage, f);
  const AmountEnd end = amount_end(passage, f);
  if (!begin && !end.currency) return std::nullopt;
  return NumberMatch{EvidenceKind::Money, {begin.value_or(f.span.begin), end.end}};
}

// ---- phases

std::optional<std::size_t> phase_number_size(std::string_view rest) {
  std::size_t digits = 0;
  while (ascii::is_digit(ascii::at(rest, digits))) ++digits;
  if (digits == 1 && rest[0] <= '4') return 1;
  if (digits > 0) return std::nullopt;
  const std::string_view word = ascii::leading_letters(rest);
  if (kPhaseWords.contains(word)) return word.size();
  std::string_view roman = word;
  if (roman.ends_with('a') || roman.ends_with('b')) roman.remove_suffix(1);
  const bool known = std::ranges::find(kRomanPhases, roman) != kRomanPhases.end();
  return known ? std::optional(roman.size()) : std::nullopt;
}

// The number after "phase" with its letter: "2b", "I/II"; empty when there is none.
std::string_view phase_number(std::string_view rest) {
  std::size_t end = 0;
  for (;;) {
    const auto size = phase_number_size(rest.substr(end));
    if (!size) return rest.substr(0, end > 0 ? end - 1 : 0);
    end += *size;
    const char letter = ascii::lower(ascii::at(rest, end));
    if ((letter == 'a' || letter == 'b') && !ascii::is_alnum(ascii::at(rest, end + 1))) ++end;
    const char next = ascii::at(rest, end);
    if (next != '/' && next != '-') return ascii::is_alnum(next) ? std::string_view() : rest.substr(0, end);
    ++end;
  }
}

void add_phases(std::string_view text, std::span<const Word> words, std::vector<NumberMatch>& out) {
  for (const Word& word : words) {
    if (word.span.size() < 5 || word.span.end > text.size()) continue;
    const std::string_view spelling = text.substr(word.span.begin, word.span.size());
    if (!ascii::equals_folded(spelling.substr(0, 5), "phase")) continue;
    std::string_view rest = text.substr(word.span.begin + 5);
    if (rest.starts_with(' ') || rest.starts_with('-')) rest.remove_prefix(1);
    const std::string_view number = phase_number(rest);
    if (number.empty()) continue;
    const auto end = static_cast<std::uint32_t>(number.data() + number.size() - text.data());
    out.push_back({EvidenceKind::Phase, {word.span.begin, end}});
  }
}

constexpr std::array kRecognisers = {as_interval, as_percent, as_share,     as_count_of_total, as_sample,
                                     as_effect,   as_p_value, as_follow_up, as_money};

}  // namespace

std::vector<NumberMatch> find_numbers(std::string_view text, std::span<const Word> words,
                                      std::span<const TextSpan> masked) {
  std::vector<NumberMatch> result;
  add_phases(text, words, result);
  const std::vector<Figure> figures = find_figures(text, words, masked);
  const FigureText passage{text, figures};
  for (std::size_t i = 0; i < figures.size(); ++i) {
    bool special = false;
    for (const auto recognise : kRecognisers) {
      const Match match = recognise(passage, i);
      if (match) result.push_back(*match);
      special = special || match;
    }
    if (figures[i].spelled) continue;
    const bool year = has_year_form(figures[i]) && !special;
    result.push_back({year ? EvidenceKind::Year : EvidenceKind::Number, figures[i].span});
  }
  return result;
}

}  // namespace hypelint

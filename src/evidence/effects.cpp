#include "evidence/effects.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr auto kShortEffects = std::to_array<std::string_view>(
    {"HR", "aHR", "RR", "aRR", "OR", "aOR", "MD", "SMD", "WMD", "ARR", "RRR", "NNT", "NNH"});
constexpr auto kLongEffects = std::to_array<std::string_view>(
    {"hazard ratio", "odds ratio", "risk ratio", "relative risk", "rate ratio", "mean difference", "risk difference",
     "risk reduction", "number needed to treat", "number needed to harm", "effect size", "Cohen's d"});

// What stands before the number without "=", ":", "(", "of", "was", "is"; `joined` when one of them was there.
struct Label {
  std::string_view text;
  bool joined = false;
};

Label label_before(std::string_view before) {
  Label label{ascii::trim_right(before)};
  if (!label.text.empty() && std::string_view("=:(,[").find(label.text.back()) != std::string_view::npos) {
    label = {ascii::trim_right(label.text.substr(0, label.text.size() - 1)), true};
  }
  for (std::string_view join : {"of", "was", "is"}) {
    if (ascii::ends_with_word(label.text, join)) {
      return {ascii::trim_right(label.text.substr(0, label.text.size() - join.size())), true};
    }
  }
  return label;
}

Match as_labelled_effect(const FigureText& passage, const Figure& f) {
  if (f.spelled) return std::nullopt;
  const Label label = label_before(passage.before(f));
  const std::string_view last = ascii::trailing_letters(label.text);
  const bool short_label = std::ranges::find(kShortEffects, last) != kShortEffects.end();
  if (short_label && (label.joined || !f.plain) && !has_year_form(f)) {
    return NumberMatch{EvidenceKind::EffectSize, {passage.offset(last), f.span.end}};
  }
  for (std::string_view name : kLongEffects) {
    if (!ascii::ends_with_word(label.text, name)) continue;
    return NumberMatch{EvidenceKind::EffectSize,
                       {passage.end(label.text) - static_cast<std::uint32_t>(name.size()), f.span.end}};
  }
  return std::nullopt;
}

// "4.2 points", "10 percentage points", "3-fold"; a "10-point scale" is no effect.
Match as_counted_effect(const FigureText& passage, const Figure& f) {
  static constexpr WordSet kUnits({"point", "points", "fold"});
  static constexpr WordSet kScales({"scale", "score", "likert", "of", "system", "checklist", "plan"});
  std::string_view unit = next_word(passage.after(f));
  if (ascii::equals_folded(unit, "percentage")) unit = next_word(rest_after(passage.after(f), unit));
  if (!kUnits.contains(unit)) return std::nullopt;
  if (kScales.contains(next_word(rest_after(passage.after(f), unit)))) return std::nullopt;
  return NumberMatch{EvidenceKind::EffectSize, {f.span.begin, passage.end(unit)}};
}

// The words before a figure, from the last to the first of its sentence, within a short reach.
class WordsBefore {
 public:
  WordsBefore(const FigureText& passage, const Figure& f) : rest_(passage.before(f)) {
    constexpr std::size_t kReach = 100;
    if (rest_.size() > kReach) rest_.remove_prefix(rest_.size() - kReach);
  }

  // Empty when there is none.
  std::string_view next() {
    while (!rest_.empty() && !ascii::is_letter(rest_.back())) {
      if (std::string_view(".;:!?").find(rest_.back()) != std::string_view::npos) return {};
      rest_.remove_suffix(1);
    }
    const std::string_view word = ascii::trailing_letters(rest_);
    rest_.remove_suffix(word.size());
    return word;
  }

 private:
  std::string_view rest_;
};

template <std::size_t N>
bool any_before(WordsBefore words, const WordSet<N>& wanted) {
  for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
    if (wanted.contains(word)) return true;
  }
  return false;
}

constexpr WordSet kChanges(
    {"improve",   "improved", "improves",   "improving", "increase",  "increased", "increases",  "increasing",
     "reduce",    "reduced",  "reduces",    "reducing",  "decrease",  "decreased", "decreases",  "decreasing",
     "fall",      "fell",     "falls",      "fallen",    "drop",      "dropped",   "drops",      "rise",
     "rose",      "rises",    "risen",      "raised",    "raises",    "lower",     "lowered",    "lowers",
     "decline",   "declined", "declines",   "gained",    "shrank",    "shrunk",    "shrink",     "grew",
     "differed",  "changed",  "lengthened", "shorten",   "shortened", "shortens",  "shortening", "prolong",
     "prolonged", "prolongs", "prolonging", "extend",    "extended",  "extends",   "extending",  "delay",
     "delayed",   "delays",   "delaying",   "cut",       "cuts",      "lost",      "recovered"});
constexpr WordSet kAmountsOf({"reduction", "increase", "decrease", "loss", "gain", "improvement", "difference", "fall",
                              "drop", "rise", "decline", "change"});

// "by", "by a mean of", "reduction of about" before the amount of a change.
bool leads_to_amount(const FigureText& passage, const Figure& f) {
  static constexpr WordSet kFillers({"a", "an", "mean", "median", "average", "of", "about", "approximately", "nearly",
                                     "almost", "at", "least", "just"});
  WordsBefore words(passage, f);
  std::string_view word = words.next();
  while (kFillers.contains(word)) word = words.next();
  return ascii::equals_folded(word, "by") ? any_before(words, kChanges) : kAmountsOf.contains(word);
}

// "mmHg", "kg", "mg/dL"; a bare "mg" is a dose.
bool is_measure(std::string_view unit, char behind) {
  static constexpr WordSet kMeasures(
      {"mmhg",   "kg",   "kilograms",   "kilogrammes", "kilos",       "lb",          "lbs",     "pounds",
       "mm",     "cm",   "millimetres", "millimeters", "centimetres", "centimeters", "metres",  "meters",
       "inches", "mmol", "beats",       "bpm",         "units",       "degrees",     "dioptres"});
  static constexpr WordSet kPerVolume({"mg", "g", "ng", "pg", "ml"});
  return kMeasures.contains(unit) || (behind == '/' && kPerVolume.contains(unit));
}

// A time that itself was made longer or shorter; "pain improved by 3 months" tells when.
bool is_changed_time(const FigureText& passage, const Figure& f, std::string_view unit) {
  static constexpr WordSet kTimes({"hour", "hours", "minute", "minutes"});
  static constexpr WordSet kLasting({"survival",  "life",       "lifespan",   "expectancy", "stay",
                                     "duration",  "sleep",      "time",       "lengthened", "shorten",
                                     "shortened", "shortens",   "shortening", "prolong",    "prolonged",
                                     "prolongs",  "prolonging", "extend",     "extended",   "extends",
                                     "extending", "delay",      "delayed",    "delays",     "delaying"});
  return (kDurations.contains(unit) || kTimes.contains(unit)) && any_before(WordsBefore(passage, f), kLasting);
}

// "reduced by 5 mmHg", "a loss of 3.1 kg", "survival improved by 3.2 months".
Match as_amount_of_change(const FigureText& passage, const Figure& f) {
  const std::string_view unit = next_word(passage.after(f));
  const bool measured = is_measure(unit, ascii::at(rest_after(passage.after(f), unit), 0));
  if (!measured && !is_changed_time(passage, f, unit)) return std::nullopt;
  if (!leads_to_amount(passage, f)) return std::nullopt;
  const std::string_view rest = rest_after(passage.after(f), unit);
  const std::string_view per = rest.starts_with('/') ? ascii::leading_letters(rest.substr(1)) : std::string_view();
  return NumberMatch{EvidenceKind::EffectSize, {f.span.begin, passage.end(per.empty() ? unit : per)}};
}

// "v", "versus", "compared with" between two shares of one sentence.
bool sets_against(std::string_view gap) {
  static constexpr WordSet kJoins({"v", "vs", "versus", "compared", "against"});
  bool joined = false;
  for (std::size_t at = 0; at < gap.size();) {
    const std::string_view word = ascii::leading_letters(gap.substr(at));
    const bool join = kJoins.contains(word);
    joined = joined || join;
    at += word.size();
    if (!join && gap.substr(at).starts_with(". ")) return false;
    at += 1;
  }
  return joined;
}

// "2% v 4%", "12/512 (2.3%) versus 24/512 (4.7%)".
Match as_comparison(const FigureText& passage, std::size_t i) {
  constexpr std::size_t kMostBetween = 4;
  constexpr std::size_t kReach = 60;
  const auto end = percent_end(passage, passage.figures[i]);
  if (!end) return std::nullopt;
  for (std::size_t j = i + 1; j < passage.figures.size() && j <= i + kMostBetween; ++j) {
    const Figure& other = passage.figures[j];
    if (other.span.begin > *end + kReach) break;
    const auto other_end = percent_end(passage, other);
    if (!other_end || names_interval(passage.text.substr(*other_end))) continue;
    if (!sets_against(passage.text.substr(*end, other.span.begin - *end))) break;
    return NumberMatch{EvidenceKind::EffectSize, {passage.figures[i].span.begin, *other_end}};
  }
  return std::nullopt;
}

// "from 34% to 12%"
Match as_change(const FigureText& passage, std::size_t i) {
  const Figure& from = passage.figures[i];
  const std::string_view before = ascii::trim_right(passage.before(from));
  if (!ascii::ends_with_word(before, "from") || ascii::ends_with_word(before, "ages from")) return std::nullopt;
  const std::string_view gap = passage.between(i, 20);
  if (!gap.ends_with(" to ") || gap.find_first_of(".;") != std::string_view::npos) return std::nullopt;
  const Figure& to = passage.figures[i + 1];
  const std::string_view unit = next_word(passage.after(to));
  const bool period = (has_year_form(from) && has_year_form(to)) || kDurations.contains(unit) ||
                      ascii::equals_folded(unit, "am") || ascii::equals_folded(unit, "pm");
  if (period || from.spelled || to.spelled) return std::nullopt;
  return NumberMatch{EvidenceKind::EffectSize,
                     {passage.end(before) - 4, percent_end(passage, to).value_or(to.span.end)}};
}

}  // namespace

Match as_effect(const FigureText& passage, std::size_t i) {
  if (auto labelled = as_labelled_effect(passage, passage.figures[i])) return labelled;
  if (auto counted = as_counted_effect(passage, passage.figures[i])) return counted;
  if (auto amount = as_amount_of_change(passage, passage.figures[i])) return amount;
  if (auto comparison = as_comparison(passage, i)) return comparison;
  return as_change(passage, i);
}

Match as_p_value(const FigureText& passage, std::size_t i) {
  const Figure& f = passage.figures[i];
  std::string_view before = ascii::trim_right(passage.before(f));
  const std::size_t with_sign = before.size();
  for (std::string_view sign : {"=", "<", ">", "\u2264", "\u2265"}) {
    if (before.ends_with(sign)) before.remove_suffix(sign.size());
  }
  if (f.spelled || before.size() == with_sign || f.value >= 2 || (f.plain && f.value > 1)) return std::nullopt;
  before = ascii::trim_right(before);
  for (std::string_view word : {"value", "values"}) {
    if (ascii::ends_with_folded(before, word)) before.remove_suffix(word.size());
  }
  while (before.ends_with(' ') || before.ends_with('-')) before.remove_suffix(1);
  if (!ascii::ends_with_word(before, "p")) return std::nullopt;
  return NumberMatch{EvidenceKind::PValue, {passage.end(before) - 1, f.span.end}};
}

}  // namespace hypelint

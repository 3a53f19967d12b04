#include "evidence/markers.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "evidence/author_markers.h"
#include "evidence/references.h"
#include "evidence/spans.h"
#include "support/ascii.h"
#include "support/byte_set.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr int kWidestRange = 200;
constexpr std::size_t kMostNumbers = 1000;  // of one marker: a text of ranges must not grow when written out

// ---- numbers

// A list like "1,2-4" with its end; empty when the text starts otherwise.
struct NumberList {
  std::vector<int> numbers;
  std::size_t size = 0;
  int joins = 0;
  bool spelled = false;  // "1 and 2"
};

using ReadNumber = Superscript (*)(std::string_view);

Superscript digits_at(std::string_view text) {
  Superscript result;
  while (ascii::is_digit(ascii::at(text, result.size)) && result.size < 4) {
    result.value = result.value * 10 + (text[result.size++] - '0');
  }
  return result.size == 4 ? Superscript{} : result;
}

// Bytes of a list separator; `range` for dashes.
struct Join {
  std::size_t size = 0;
  bool range = false;
  bool spelled = false;
};

Join join_at(std::string_view text) {
  std::size_t at = 0;
  while (ascii::at(text, at) == ' ') ++at;
  Join join;
  for (std::string_view sign : {",", ";", "-", "\u2013", "\u207B"}) {
    if (text.substr(at).starts_with(sign)) join = {at + sign.size(), sign != "," && sign != ";"};
  }
  if (text.starts_with(" and ") && ascii::is_digit(ascii::at(text, 5))) join = {5, false, true};
  while (join.size > 0 && ascii::at(text, join.size) == ' ') ++join.size;
  return join;
}

void append_number(std::vector<int>& numbers, int number, bool range) {
  const int first = range && !numbers.empty() && number - numbers.back() <= kWidestRange ? numbers.back() + 1 : number;
  for (int i = std::min(first, number); i <= number; ++i) numbers.push_back(i);
}

NumberList number_list_at(std::string_view text, ReadNumber read) {
  NumberList list;
  bool range = false;
  for (std::size_t at = 0; at <= kLongestMarker;) {
    const Superscript number = read(text.substr(at));
    if (number.size == 0) break;
    append_number(list.numbers, number.value, range && list.numbers.size() < kMostNumbers);
    list.size = at + number.size;
    const Join join = join_at(text.substr(list.size));
    if (join.size == 0) break;
    range = join.range;
    ++list.joins;
    list.spelled = list.spelled || join.spelled;
    at = list.size + join.size;
  }
  return list;
}

// What stands between the brackets at `open`: numbers, perhaps behind "ref."; no size when anything else does.
struct Bracket {
  NumberList list;
  std::size_t end = 0;  // behind the closing bracket; 0 for none
  bool labelled = false;
  bool spaced = false;  // "[1 ]"
};

Bracket bracket_at(std::string_view text, std::size_t open, char close) {
  Bracket bracket;
  std::size_t inner = open + 1;
  for (std::string_view word : {"ref. ", "refs. ", "ref ", "refs ", "reference ", "references ", "note "}) {
    if (!ascii::starts_with_folded(text.substr(inner), word)) continue;
    inner += word.size();
    bracket.labelled = true;
  }
  bracket.list = number_list_at(text.substr(inner), digits_at);
  std::size_t end = inner + bracket.list.size;
  bracket.spaced = ascii::at(text, end) == ' ';
  if (bracket.spaced) ++end;
  const bool whole = bracket.list.size > 0 && ascii::at(text, end) == close && bracket.list.numbers.front() > 0;
  if (whole) bracket.end = end + 1;
  return bracket;
}

// The number that ends right before the bracket, "45" of "45 [38-52]"; none for parts of names ("B12").
struct ValueBefore {
  double value = 0;
  bool known = false;
  bool decimal = false;
};

ValueBefore value_before(std::string_view before) {
  constexpr std::size_t kMostDigits = 9;
  before = ascii::trim_right(before.substr(before.size() - std::min(before.size(), std::size_t{24})));
  if (before.ends_with('%')) before = ascii::trim_right(before.substr(0, before.size() - 1));
  std::size_t begin = before.size();
  while (begin > 0 && (ascii::is_digit(before[begin - 1]) || before[begin - 1] == '.')) --begin;
  const std::string_view digits = before.substr(begin);
  const bool name = begin > 0 && (ascii::is_letter(before[begin - 1]) || before[begin - 1] == '-');
  if (digits.empty() || digits.size() > kMostDigits || name || !ascii::is_digit(digits.back())) return {};
  const std::size_t point = digits.find('.');
  double value = 0;
  double place = 1;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (!ascii::is_digit(digits[i])) continue;
    value = value * 10 + (digits[i] - '0');
    if (i > point) place *= 10;
  }
  return {value / place, true, point != std::string_view::npos};
}

enum class Reading { Citation, Doubtful, Interval };

// "45 [38-52] years", "OR 2.1 [1-4]" give limits; "type 2 [1, 3]" may cite.
Reading reading_of(std::string_view text, std::size_t open, const Bracket& bracket) {
  static constexpr WordSet kUnits({"day",  "days",  "week",   "weeks",   "month",  "months", "year",   "years",
                                   "hour", "hours", "minute", "minutes", "mg",     "kg",     "g",      "ml",
                                   "l",    "mm",    "cm",     "mmhg",    "points", "per",    "percent"});
  const ValueBefore before = value_before(text.substr(0, open));
  const std::vector<int>& numbers = bracket.list.numbers;
  const bool limits = before.known && bracket.list.joins == 1 && numbers.front() < numbers.back() &&
                      numbers.front() <= before.value && before.value <= numbers.back();
  if (!limits) return Reading::Citation;
  const std::string_view rest = ascii::trim_left(text.substr(bracket.end, 16));
  const bool unit = kUnits.contains(ascii::leading_letters(rest)) || rest.starts_with('%');
  return unit || before.decimal ? Reading::Interval : Reading::Doubtful;
}

// "from [1] (none) to [5] (worst)".
bool is_scale_end(std::string_view text, std::size_t open, std::size_t end) {
  static constexpr WordSet kLeads({"from", "to"});
  const bool explained = text.substr(end).starts_with(" (");
  return explained && kLeads.contains(ascii::trailing_letters(ascii::trim_right(text.substr(0, open))));
}

// "[1,2-4]", "[ref 3]"
std::optional<Marker> numeric_marker(std::string_view text, std::size_t at) {
  Bracket bracket = bracket_at(text, at, ']');
  if (bracket.end == 0) return std::nullopt;
  const char next = ascii::at(text, bracket.end);
  const bool chemical = ascii::is_letter(next) || (next == '-' && ascii::is_letter(ascii::at(text, bracket.end + 1)));
  if (chemical || next == '[' || next == '=') return std::nullopt;
  const Reading reading = reading_of(text, at, bracket);
  if (reading == Reading::Interval) return std::nullopt;
  const bool doubtful =
      reading == Reading::Doubtful || bracket.spaced || bracket.list.spelled || is_scale_end(text, at, bracket.end);
  return Marker{
      EvidenceKind::NumericCitation, span_of(at, bracket.end), std::move(bracket.list.numbers), {}, {}, doubtful};
}

// "relapse (1).", "(1,2);", "(ref. 1)"; "(1) first" counts its points.
std::optional<Marker> round_marker(std::string_view text, std::size_t at) {
  Bracket bracket = bracket_at(text, at, ')');
  if (bracket.end == 0) return std::nullopt;
  const std::string_view before = ascii::trim_right(text.substr(0, at));
  const bool behind_word = !before.empty() && (ascii::is_letter(before.back()) || before.ends_with('%'));
  const char next = ascii::at(text, bracket.end);
  const bool closing = bracket.end >= text.size() || std::string_view(".,;:!?").find(next) != std::string_view::npos;
  if (!bracket.labelled && (!behind_word || !closing)) return std::nullopt;
  return Marker{EvidenceKind::NumericCitation, span_of(at, bracket.end), std::move(bracket.list.numbers), {}, {}, true};
}

std::optional<Marker> footnote_marker(std::string_view text, std::size_t at) {
  if (ascii::at(text, at + 1) != '^') return std::nullopt;
  std::size_t end = at + 2;
  while (end < text.size() && end - at < kLongestMarker &&
         (ascii::is_alnum(text[end]) || text[end] == '_' || text[end] == '-'))
    ++end;
  if (end == at + 2 || ascii::at(text, end) != ']') return std::nullopt;
  Marker marker{EvidenceKind::FootnoteCitation, span_of(at, end + 1), {}, {}, {}};
  marker.label = text.substr(at + 2, end - at - 2);
  return marker;
}

// ---- superscripts

// What a superscript digit may follow in prose: a word that is no unit, or closing punctuation.
bool may_precede_superscript(std::string_view before) {
  static constexpr WordSet kUnits({"inch",      "inches",    "feet",       "foot",        "meter",      "meters",
                                   "metre",     "metres",    "centimetre", "centimetres", "centimeter", "centimeters",
                                   "kilometre", "kilometer", "chi",        "log",         "sin",        "cos",
                                   "tan",       "yard",      "yards",      "mile",        "miles"});
  const std::string_view word = ascii::trailing_letters(before);
  if (word.size() >= 3) return !kUnits.contains(word);
  if (!word.empty() || before.empty()) return false;
  const char last = before.back();
  const char earlier = ascii::at(before, before.size() - 2);
  if (last == '%') return true;
  return std::string_view(".,;:)\"'!?]").find(last) != std::string_view::npos && !ascii::is_digit(earlier);
}

std::optional<Marker> superscript_marker(std::string_view text, std::size_t at) {
  if (at == 0 || ascii::is_high(text[at - 1])) return std::nullopt;
  NumberList list = number_list_at(text.substr(at), superscript_at);
  if (list.size == 0 || list.numbers.front() == 0 || !may_precede_superscript(text.substr(0, at))) return std::nullopt;
  return Marker{EvidenceKind::SuperscriptCitation, span_of(at, at + list.size), std::move(list.numbers), {}, {}};
}

std::optional<Marker> marker_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '(') {
    if (auto round = round_marker(text, at)) return round;
    return author_marker(text, at);
  }
  if (c == '\xC2' || c == '\xE2') return superscript_marker(text, at);
  if (c != '[') return std::nullopt;
  if (auto footnote = footnote_marker(text, at)) return footnote;
  if (auto numeric = numeric_marker(text, at)) return numeric;
  return author_marker(text, at);
}

// ---- full references

// "2014;349:g7015", "2018 Feb 28;8(2):e019414" from the year on.
std::optional<std::size_t> full_reference_end(std::string_view text, std::size_t at) {
  const auto skip = [&](auto accepts, std::size_t most) {
    std::size_t taken = 0;
    for (; taken < most && accepts(ascii::at(text, at)); ++taken) ++at;
    return taken;
  };
  const auto is_blank = [](char c) { return c == ' '; };
  skip(is_blank, 1);
  if (ascii::is_upper(ascii::at(text, at))) {
    skip(ascii::is_letter, 3);
    skip(is_blank, 1);
    skip(ascii::is_digit, 2);
  }
  skip(is_blank, 1);
  if (skip([](char c) { return c == ';'; }, 1) == 0) return std::nullopt;
  skip(is_blank, 1);
  if (skip(ascii::is_digit, 4) == 0) return std::nullopt;
  skip(is_blank, 1);
  if (ascii::at(text, at) == '(') {
    const std::size_t close = text.substr(at, 16).find(')');
    if (close == std::string_view::npos) return std::nullopt;
    at += close + 1;
  }
  skip(is_blank, 1);
  if (skip([](char c) { return c == ':'; }, 1) == 0) return std::nullopt;
  skip(is_blank, 1);
  skip(ascii::is_letter, 1);
  return skip(ascii::is_digit, 8) > 0 ? std::optional(at) : std::nullopt;
}

}  // namespace

std::vector<Marker> find_markers(std::string_view text) {
  static constexpr ByteSet kOpenings("([\xC2\xE2");
  std::vector<Marker> markers;
  for (std::size_t at = 0; at < text.size();) {
    at = kOpenings.first_in(text, at);
    if (at == std::string_view::npos) break;
    auto marker = marker_at(text, at);
    at = marker ? marker->span.end : at + 1;
    if (marker) markers.push_back(std::move(*marker));
  }
  return markers;
}

std::vector<TextSpan> find_full_references(std::string_view text) {
  std::vector<TextSpan> spans;
  for (std::size_t at = text.find(';'); at != std::string_view::npos; at = text.find(';', at + 1)) {
    const std::size_t window = at > 12 ? at - 12 : 0;
    for (std::size_t year = window; year + 4 <= at; ++year) {
      if (ascii::is_alnum(ascii::at(text, year - 1)) || !is_year(text.substr(year, 4))) continue;
      const auto end = full_reference_end(text, year + 4);
      if (!end) continue;
      spans.push_back(span_of(year, *end));
      break;
    }
  }
  return spans;
}

}  // namespace hypelint

#include <algorithm>
#include <array>
#include <optional>

#include "evidence/citations.h"
#include "support/ascii.h"
#include "support/byte_set.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr std::size_t kLongestMarker = 160;
constexpr int kWidestRange = 200;
constexpr std::size_t kMostNumbers = 1000;  // of one marker: a text of ranges must not grow when written out

constexpr auto kNoAuthors = std::to_array<std::string_view>(
    {"January",   "February",  "March",       "April",    "May",       "June",    "July",      "August",
     "September", "October",   "November",    "December", "Jan",       "Feb",     "Mar",       "Apr",
     "Jun",       "Jul",       "Aug",         "Sep",      "Sept",      "Oct",     "Nov",       "Dec",
     "Spring",    "Summer",    "Autumn",      "Fall",     "Winter",    "Monday",  "Tuesday",   "Wednesday",
     "Thursday",  "Friday",    "Saturday",    "Sunday",   "Phase",     "Table",   "Figure",    "Fig",
     "Section",   "Chapter",   "Box",         "Appendix", "Since",     "From",    "Until",     "By",
     "In",        "Of",        "Established", "Founded",  "Est",       "Updated", "Published", "Accessed",
     "Reviewed",  "Approved",  "Copyright",   "Version",  "Edition",   "Year",    "Class",     "Q",
     "Tokyo",     "Osaka",     "Kyoto",       "Japan",    "London",    "Paris",   "Berlin",    "Boston",
     "Singapore", "Bangkok",   "Thailand",    "Seoul",    "Korea",     "Beijing", "Shanghai",  "China",
     "India",     "Delhi",     "Mumbai",      "Istanbul", "Turkey",    "Dubai",   "Mexico",    "Tijuana",
     "Canada",    "Toronto",   "Australia",   "Sydney",   "Melbourne", "Germany", "France",    "Spain",
     "Madrid",    "Barcelona", "Italy",       "Rome",     "Vienna",    "York",    "Chicago",   "California",
     "Florida",   "Texas",     "Europe",      "Asia",     "America",   "States",  "Kingdom",   "USA",
     "UK",        "EU",        "US"});

bool is_name_byte(char c) { return ascii::is_letter(c) || ascii::is_high(c) || c == '\'' || c == '-'; }

TextSpan span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// ---- numbers

// A list like "1,2-4" with its end; empty when the text starts otherwise.
struct NumberList {
  std::vector<int> numbers;
  std::size_t size = 0;
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
};

Join join_at(std::string_view text) {
  std::size_t at = 0;
  while (ascii::at(text, at) == ' ') ++at;
  Join join;
  for (std::string_view sign : {",", ";", "-", "\u2013", "\u207B"}) {
    if (text.substr(at).starts_with(sign)) join = {at + sign.size(), sign != "," && sign != ";"};
  }
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
    at = list.size + join.size;
  }
  return list;
}

// "[1,2-4]", "[ref 3]"
std::optional<Marker> numeric_marker(std::string_view text, std::size_t at) {
  std::size_t inner = at + 1;
  for (std::string_view word : {"ref. ", "refs. ", "ref ", "refs ", "reference ", "note "}) {
    if (ascii::starts_with_folded(text.substr(inner), word)) inner += word.size();
  }
  NumberList list = number_list_at(text.substr(inner), digits_at);
  const std::size_t end = inner + list.size;
  if (list.size == 0 || ascii::at(text, end) != ']' || list.numbers.front() == 0) return std::nullopt;
  const char next = ascii::at(text, end + 1);
  const bool chemical = ascii::is_letter(next) || (next == '-' && ascii::is_letter(ascii::at(text, end + 2)));
  if (chemical || next == '[' || next == '=') return std::nullopt;
  return Marker{EvidenceKind::NumericCitation, span_of(at, end + 1), std::move(list.numbers), {}, {}, {}};
}

std::optional<Marker> footnote_marker(std::string_view text, std::size_t at) {
  if (ascii::at(text, at + 1) != '^') return std::nullopt;
  std::size_t end = at + 2;
  while (end < text.size() && end - at < kLongestMarker &&
         (ascii::is_alnum(text[end]) || text[end] == '_' || text[end] == '-'))
    ++end;
  if (end == at + 2 || ascii::at(text, end) != ']') return std::nullopt;
  Marker marker{EvidenceKind::FootnoteCitation, span_of(at, end + 1), {}, {}, {}, {}};
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
  return Marker{EvidenceKind::SuperscriptCitation, span_of(at, at + list.size), std::move(list.numbers), {}, {}, {}};
}

// ---- author and year

bool starts_name(std::string_view word) {
  return word.size() >= 2 && (ascii::is_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3);
}

bool is_author(std::string_view word) {
  return starts_name(word) && std::ranges::find(kNoAuthors, word) == kNoAuthors.end();
}

std::string_view last_name(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_name_byte(text[begin - 1]) && text.size() - begin < 64) --begin;
  return text.substr(begin);
}

// The surname at the end of "Ames", "Ames et al.", "Ames and Boyd", "Ames and colleagues"; `several` when there is
// more than one author.
struct Author {
  std::string_view name;
  bool several = false;
};

Author author_before(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with(',')) text.remove_suffix(1);
  for (std::string_view others : {"et al.", "et al", "and colleagues", "and co-workers", "and coworkers"}) {
    if (!ascii::ends_with_folded(text, others)) continue;
    text.remove_suffix(others.size());
    while (text.ends_with(' ') || text.ends_with(',')) text.remove_suffix(1);
    return {last_name(text), true};
  }
  const std::string_view second = last_name(text);
  std::string_view rest = ascii::trim_right(text.substr(0, text.size() - second.size()));
  const std::size_t joint = rest.ends_with(" and") ? 4 : rest.ends_with(" &") ? 2 : 0;
  if (joint == 0 || !is_author(second)) return {second, false};
  rest = ascii::trim_right(rest.substr(0, rest.size() - joint));
  const std::string_view first = last_name(rest);
  return is_author(first) ? Author{first, true} : Author{second, false};
}

bool is_year(std::string_view digits) { return digits.starts_with("19") || digits.starts_with("20"); }

// "(Ames et al., 2020; Boyd 2018)": the first pair counts for the marker.
std::optional<Marker> parenthetical_marker(std::string_view text, std::size_t open, std::size_t close) {
  const std::string_view inner = text.substr(open + 1, close - open - 1);
  for (std::size_t at = 3; at + 4 <= inner.size(); ++at) {
    const std::string_view year = inner.substr(at, 4);
    if (!is_year(year) || !std::ranges::all_of(year, ascii::is_digit) || inner[at - 1] != ' ') continue;
    const char next = ascii::at(inner, at + 4);
    const bool letter = ascii::is_lower(next) && !ascii::is_alnum(ascii::at(inner, at + 5));
    const char after = letter ? ascii::at(inner, at + 5) : next;
    if (after != '\0' && after != ';' && after != ',' && after != ':') continue;
    const Author author = author_before(inner.substr(0, at));
    if (!is_author(author.name)) continue;
    Marker marker{EvidenceKind::AuthorYear, span_of(open, close + 1), {}, author.name, year, {}};
    return marker;
  }
  return std::nullopt;
}

// "Ames and Boyd (2016)": needs a second author or "et al.", for "opened in Osaka (2016)" looks the same.
std::optional<Marker> narrative_marker(std::string_view text, std::size_t open, std::size_t close) {
  const std::string_view inner = text.substr(open + 1, close - open - 1);
  const bool shape = (inner.size() == 4 || (inner.size() == 5 && ascii::is_lower(inner[4]))) && is_year(inner);
  if (!shape || !std::ranges::all_of(inner.substr(0, 4), ascii::is_digit)) return std::nullopt;
  const std::size_t window = open > kLongestMarker ? open - kLongestMarker : 0;
  const Author author = author_before(text.substr(window, open - window));
  if (!author.several || !is_author(author.name)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(author.name.data() - text.data());
  return Marker{EvidenceKind::AuthorYear, span_of(begin, close + 1), {}, author.name, inner.substr(0, 4), {}};
}

std::optional<Marker> author_marker(std::string_view text, std::size_t open) {
  const char wanted = text[open] == '(' ? ')' : ']';
  const std::string_view window = text.substr(open + 1, kLongestMarker);
  const std::size_t length = window.find_first_of("()[]");
  if (length == std::string_view::npos || window[length] != wanted) return std::nullopt;
  const std::size_t close = open + 1 + length;
  if (auto narrative = narrative_marker(text, open, close)) return narrative;
  return parenthetical_marker(text, open, close);
}

std::optional<Marker> marker_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '(') return author_marker(text, at);
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
    while (taken < most && accepts(ascii::at(text, at))) ++at, ++taken;
    return taken;
  };
  const auto is_blank = [](char c) { return c == ' '; };
  skip(is_blank, 1);
  if (ascii::is_upper(ascii::at(text, at))) skip(ascii::is_letter, 3), skip(is_blank, 1), skip(ascii::is_digit, 2);
  skip(is_blank, 1);
  if (ascii::at(text, at++) != ';') return std::nullopt;
  skip(is_blank, 1);
  if (skip(ascii::is_digit, 4) == 0) return std::nullopt;
  skip(is_blank, 1);
  if (ascii::at(text, at) == '(') {
    const std::size_t close = text.substr(at, 16).find(')');
    if (close == std::string_view::npos) return std::nullopt;
    at += close + 1;
  }
  skip(is_blank, 1);
  if (ascii::at(text, at++) != ':') return std::nullopt;
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
      const std::string_view digits = text.substr(year, 4);
      const bool starts = !ascii::is_alnum(ascii::at(text, year - 1)) && is_year(digits);
      if (!starts || !std::ranges::all_of(digits, ascii::is_digit)) continue;
      const auto end = full_reference_end(text, year + 4);
      if (!end) continue;
      spans.push_back(span_of(year, *end));
      break;
    }
  }
  return spans;
}

}  // namespace hypelint

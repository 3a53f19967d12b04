#include "evidence/author_markers.h"

#include <algorithm>
#include <utility>

#include "evidence/english.h"
#include "evidence/spans.h"
#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

// Capitalised words that stand before a year: short months, seasons, places, parts of a publication, laws, events.
constexpr WordSet kNoAuthors(
    {"jan",          "feb",       "mar",         "apr",       "jun",        "jul",         "aug",         "sep",
     "sept",         "oct",       "nov",         "dec",       "spring",     "summer",      "autumn",      "fall",
     "winter",       "monday",    "tuesday",     "wednesday", "thursday",   "friday",      "saturday",    "sunday",
     "phase",        "table",     "figure",      "fig",       "section",    "chapter",     "box",         "appendix",
     "since",        "from",      "until",       "by",        "in",         "of",          "established", "founded",
     "est",          "updated",   "published",   "accessed",  "reviewed",   "approved",    "copyright",   "version",
     "edition",      "year",      "class",       "q",         "act",        "regulations", "directive",   "convention",
     "declaration",  "treaty",    "conference",  "congress",  "meeting",    "symposium",   "award",       "awards",
     "tokyo",        "osaka",     "kyoto",       "japan",     "london",     "paris",       "berlin",      "boston",
     "singapore",    "bangkok",   "thailand",    "seoul",     "korea",      "beijing",     "shanghai",    "china",
     "india",        "delhi",     "mumbai",      "istanbul",  "turkey",     "dubai",       "mexico",      "tijuana",
     "canada",       "toronto",   "australia",   "sydney",    "melbourne",  "germany",     "france",      "spain",
     "madrid",       "barcelona", "italy",       "rome",      "vienna",     "york",        "chicago",     "california",
     "florida",      "texas",     "europe",      "asia",      "america",    "states",      "kingdom",     "usa",
     "uk",           "eu",        "us",          "geneva",    "wuhan",      "brussels",    "amsterdam",   "washington",
     "philadelphia", "atlanta",   "seattle",     "houston",   "lisbon",     "prague",      "milan",       "munich",
     "hamburg",      "zurich",    "basel",       "stockholm", "copenhagen", "oslo",        "helsinki",    "athens",
     "budapest",     "warsaw",    "dublin",      "edinburgh", "glasgow",    "manchester",  "montreal",    "vancouver",
     "hong",         "kong",      "taipei",      "taiwan",    "hanoi",      "manila",      "jakarta",     "cairo",
     "nairobi",      "moscow",    "kyiv",        "jerusalem", "israel",     "switzerland", "sweden",      "norway",
     "denmark",      "finland",   "netherlands", "belgium",   "austria",    "poland",      "portugal",    "greece",
     "brazil",       "malaysia",  "vietnam",     "russia"});

bool starts_name(std::string_view word) {
  return word.size() >= 2 && (ascii::is_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3);
}

// "London", "March", "April-May".
bool names_no_author(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  const std::string_view part = word.substr(0, hyphen);
  if (!kMonths.contains(part) && !kNoAuthors.contains(part)) return false;
  return hyphen == std::string_view::npos || names_no_author(word.substr(hyphen + 1));
}

bool is_author(std::string_view word) { return starts_name(word) && !names_no_author(word); }

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

// "2018", "2018a" at the start, with what follows; no digits for anything else.
struct Year {
  std::string_view digits;
  std::string_view rest;
};

Year year_at(std::string_view text) {
  const std::string_view digits = text.substr(0, 4);
  if (!is_year(digits)) return {};
  const bool letter = ascii::is_lower(ascii::at(text, 4)) && !ascii::is_alnum(ascii::at(text, 5));
  return {digits, text.substr(letter ? 5 : 4)};
}

// The first author and year in one part of "Ames et al., 2020; Boyd 2018".
std::optional<AuthorYear> author_year_in(std::string_view part) {
  for (std::size_t at = 3; at + 4 <= part.size(); ++at) {
    if (part[at - 1] != ' ') continue;
    const Year year = year_at(part.substr(at));
    if (year.digits.empty() || (!year.rest.empty() && year.rest[0] != ',' && year.rest[0] != ':')) continue;
    const Author author = author_before(part.substr(0, at));
    if (is_author(author.name)) return AuthorYear{author.name, year.digits};
  }
  return std::nullopt;
}

std::optional<Marker> parenthetical_marker(std::string_view text, std::size_t open, std::size_t close) {
  Marker marker{EvidenceKind::AuthorYear, span_of(open, close + 1), {}, {}, {}};
  std::string_view rest = text.substr(open + 1, close - open - 1);
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find(';'));
    if (const auto found = author_year_in(part)) marker.authors.push_back(*found);
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  }
  return marker.authors.empty() ? std::nullopt : std::optional(std::move(marker));
}

// "Ames and Boyd (2016)"; with a single author it is doubtful, for "opened in Osaka (2016)" looks the same.
std::optional<Marker> narrative_marker(std::string_view text, std::size_t open, std::size_t close) {
  const Year year = year_at(text.substr(open + 1, close - open - 1));
  const bool shape = !year.digits.empty() && (year.rest.empty() || year.rest[0] == ',' || year.rest[0] == ':');
  if (!shape) return std::nullopt;
  const std::size_t window = open > kLongestMarker ? open - kLongestMarker : 0;
  const Author author = author_before(text.substr(window, open - window));
  if (!is_author(author.name)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(author.name.data() - text.data());
  return Marker{EvidenceKind::AuthorYear, span_of(begin, close + 1), {}, {{author.name, year.digits}}, {},
                !author.several};
}

}  // namespace

std::optional<Marker> author_marker(std::string_view text, std::size_t open) {
  const char wanted = text[open] == '(' ? ')' : ']';
  const std::string_view window = text.substr(open + 1, kLongestMarker);
  const std::size_t length = window.find_first_of("()[]");
  if (length == std::string_view::npos || window[length] != wanted) return std::nullopt;
  const std::size_t close = open + 1 + length;
  if (auto narrative = narrative_marker(text, open, close)) return narrative;
  return parenthetical_marker(text, open, close);
}

}  // namespace hypelint

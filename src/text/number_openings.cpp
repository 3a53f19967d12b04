#include "text/number_openings.h"

#include <algorithm>

#include "support/ascii.h"
#include "text/abbreviations.h"
#include "text/citation_marks.h"

namespace hypelint {
namespace {

std::size_t skip(std::string_view text, std::size_t at, std::string_view characters) {
  return std::min(text.find_first_not_of(characters, at), text.size());
}

// The first digit of a number, or the sign of the currency before it.
bool begins_number(std::string_view text, std::size_t at) {
  for (const std::string_view sign : {"$", "\u00a3", "\u20ac"}) {
    if (text.substr(at).starts_with(sign)) return ascii::is_digit(ascii::at(text, at + sign.size()));
  }
  return ascii::is_digit(ascii::at(text, at));
}

// "2020;12:33", "395(10229):1054", "2015, 12", "2020)", "1002/x" of a broken "10. 1002/x": what follows a full stop in
// a reference.
bool is_in_reference(std::string_view text, std::size_t at) {
  const std::size_t end = skip(text, at, "0123456789");
  const std::string_view number = text.substr(at, end - at);
  const bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  const char next = ascii::at(text, end);
  if (next == '/') return number.size() >= 4;
  if (next == ';' || next == ':' || next == '(') return true;
  if (next == ',' && ascii::at(text, end + 1) == ' ') return year || ascii::is_digit(ascii::at(text, end + 2));
  return year && (next == '\0' || next == '.' || next == ')');
}

bool explained(std::string_view text, std::size_t stop, std::size_t number) {
  return is_abbreviation_break(text, number) || is_initial_before_number(text, stop) || is_in_reference(text, number);
}

// Where the sentence opens that begins with a number behind the full stop at `stop`; 0 when none does.
std::size_t opening_after(std::string_view text, std::size_t stop) {
  if (stop == 0 || text[stop - 1] == ' ' || text[stop - 1] == '.') return 0;
  const std::size_t closed = past_citation_marks(text, skip(text, stop + 1, "\"')]"));
  const std::size_t number = skip(text, closed, " ");
  if (number == closed || !begins_number(text, number)) return 0;
  return closed == stop + 1 && explained(text, stop, number) ? 0 : number;
}

}  // namespace

void add_number_openings(std::string_view text, std::vector<std::uint32_t>& ends) {
  const auto known = static_cast<std::ptrdiff_t>(ends.size());
  for (std::size_t stop = text.find('.'); stop != std::string_view::npos; stop = text.find('.', stop + 1)) {
    if (const std::size_t opening = opening_after(text, stop)) ends.push_back(static_cast<std::uint32_t>(opening));
  }
  std::inplace_merge(ends.begin(), ends.begin() + known, ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
}

}  // namespace hypelint

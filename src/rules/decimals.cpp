#include "rules/decimals.h"

#include <algorithm>

#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::size_t kMaxDigits = 12;

bool begins_three_digits(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.begin() + 3, ascii::is_digit) &&
         !ascii::is_digit(ascii::at(text, 3));
}

// Behind the whole part of a number: ".5%", " percent".
bool is_percentage(std::string_view rest) {
  if (rest.starts_with('.')) rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  return rest.starts_with('%') || ascii::starts_with_word(rest, "percent") || ascii::starts_with_word(rest, "per cent");
}

// The comma or space (SI) at the start of the text separates thousands, behind a group of `digits` and the separator
// `last`. A space does so only behind up to three digits, and never with a comma.
bool separates_thousands(std::string_view text, std::size_t digits, char last) {
  const char mark = text.front();
  if ((mark != ',' && mark != ' ') || !begins_three_digits(text.substr(1))) return false;
  if (mark == ',') return true;
  const bool first = last == '\0' && digits >= 1 && digits <= 3;
  return (first || last == mark) && !is_percentage(text.substr(4));
}

// A point that belongs to the number: digits follow, and none came before.
bool is_point(std::string_view text, std::size_t at) {
  return text[at] == '.' && at + 1 < text.size() && ascii::is_digit(text[at + 1]);
}

// The digits of the number that begins at `begin`; moves `begin` behind it.
std::optional<Decimal> read(std::string_view text, std::size_t& begin) {
  Decimal value;
  std::size_t digits = 0;
  bool fraction = false;
  char separator = '\0';
  for (; begin < text.size(); ++begin) {
    const char c = text[begin];
    if (ascii::is_digit(c)) {
      if (++digits <= kMaxDigits) value.scaled = value.scaled * 10 + (c - '0');
      if (fraction) ++value.decimals;
    } else if (!fraction && is_point(text, begin)) {
      fraction = true;
    } else if (!fraction && separates_thousands(text.substr(begin), digits, separator)) {
      separator = c;
    } else {
      break;
    }
  }
  return digits <= kMaxDigits ? std::optional(value) : std::nullopt;
}

std::size_t next_number(std::string_view text, std::size_t from) {
  while (from < text.size() && !ascii::is_digit(text[from]) && !is_point(text, from)) ++from;
  return from;
}

}  // namespace

std::int64_t Decimal::scale() const {
  std::int64_t scale = 1;
  for (int digit = 0; digit < decimals; ++digit) scale *= 10;
  return scale;
}

std::size_t number_size(std::string_view text) {
  std::size_t end = 0;
  if (next_number(text, 0) == 0 && !text.empty()) static_cast<void>(read(text, end));
  return end;
}

double to_double(const Decimal& value) {
  return static_cast<double>(value.scaled) / static_cast<double>(value.scale());
}

std::optional<Decimal> first_decimal(std::string_view text) {
  std::size_t at = next_number(text, 0);
  return at < text.size() ? read(text, at) : std::nullopt;
}

std::optional<std::int64_t> last_integer(std::string_view text) {
  std::optional<std::int64_t> last;
  for (std::size_t at = next_number(text, 0); at < text.size(); at = next_number(text, at)) {
    const auto value = read(text, at);
    if (value && value->decimals == 0) last = value->scaled;
  }
  return last;
}

Decimal rounded_share(std::int64_t count, std::int64_t total, int decimals) {
  Decimal share{0, decimals};
  if (total > 0) share.scaled = (200 * share.scale() * count + total) / (2 * total);
  return share;
}

Decimal shortened(Decimal value) {
  for (; value.decimals > 0 && value.scaled % 10 == 0; --value.decimals) value.scaled /= 10;
  return value;
}

std::string to_string(const Decimal& value) {
  std::string digits = std::to_string(value.scaled);
  const auto decimals = static_cast<std::size_t>(value.decimals);
  if (decimals == 0) return digits;
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  return digits.insert(digits.size() - decimals, ".");
}

}  // namespace hypelint

#include "evidence/figures.h"

#include <algorithm>
#include <array>
#include <optional>

#include "evidence/english.h"
#include "evidence/spans.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

// The "four" of "twenty-four" behind the tens; 0 for anything else.
int unit_behind(std::string_view text, const Figure& tens, const Word& word, int value) {
  const bool compound = tens.spelled && tens.value >= 20 && static_cast<int>(tens.value) % 10 == 0;
  const bool joined = word.span.begin == tens.span.end + 1 && text[tens.span.end] == '-';
  return compound && joined && value < 10 ? value : 0;
}

std::vector<Figure> spelled_figures(std::string_view text, std::span<const Word> words) {
  std::vector<Figure> result;
  for (const Word& word : words) {
    if (word.kind != WordKind::Letters || word.span.end > text.size()) continue;
    const int value = number_word_value(text.substr(word.span.begin, word.span.size()));
    if (value == 0) continue;
    const int unit = result.empty() ? 0 : unit_behind(text, result.back(), word, value);
    if (unit == 0) {
      result.push_back({word.span, static_cast<double>(value), true, false});
    } else {
      result.back().span.end = word.span.end;
      result.back().value += unit;
    }
  }
  return result;
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (ascii::is_digit(ascii::at(text, at))) ++at;
  return at;
}

bool is_comma_group(std::string_view text, std::size_t at) {
  return ascii::at(text, at) == ',' && digits_end(text, at + 1) == at + 4;
}

// Groups of three after commas.
std::size_t integer_end(std::string_view text, std::size_t at) {
  at = digits_end(text, at);
  while (is_comma_group(text, at)) at += 4;
  return at;
}

// Bytes of a decimal point with a digit behind it: '.', or the raised dot of some journals; 0 for none.
std::size_t point_size(std::string_view text, std::size_t at) {
  for (std::string_view point : {".", "\u00B7"}) {
    if (text.substr(at).starts_with(point) && ascii::is_digit(ascii::at(text, at + point.size()))) return point.size();
  }
  return 0;
}

double value_of(std::string_view digits) {
  double value = 0;
  double place = 0;
  for (char c : digits) {
    if (c == '.' || ascii::is_high(c)) place = 1;
    if (!ascii::is_digit(c)) continue;
    value = value * 10 + (c - '0');
    place *= 10;
  }
  return place > 1 ? value / place : value;
}

// ".003" where a number is expected.
bool starts_with_point(std::string_view text, std::size_t at) {
  return ascii::at(text, at - 1) == '.' &&
         (at == 1 || std::string_view(" =<>(").find(text[at - 2]) != std::string_view::npos);
}

// Part of a name ("COVID-19", "omega-3", "B12") or of an address ("/2020").
bool is_inside_name(std::string_view text, std::size_t begin, bool year) {
  const char previous = ascii::at(text, begin - 1);
  if (ascii::is_letter(previous) || previous == '_') return true;
  const bool joined = previous == '-' || previous == '/' || previous == '.';
  return joined && begin >= 2 && !year && ascii::is_letter(text[begin - 2]);
}

// "3D", "5G", "2b".
bool is_letter_code(std::string_view text, std::size_t end) {
  return ascii::is_letter(ascii::at(text, end)) && !ascii::is_letter(ascii::at(text, end + 1)) &&
         ascii::lower(text[end]) != 'x' && ascii::lower(text[end]) != 'k' && ascii::lower(text[end]) != 'm';
}

bool is_enumerator(std::string_view text, std::size_t begin, std::size_t end) {
  const char next = ascii::at(text, end);
  return begin == 0 && (next == '.' || next == ')') && ascii::is_space(ascii::at(text, end + 1));
}

std::optional<Figure> figure_at(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view digits = text.substr(begin, end - begin);
  if (is_inside_name(text, begin, is_year(digits)) || is_letter_code(text, end) || is_enumerator(text, begin, end)) {
    return std::nullopt;
  }
  const bool plain = std::ranges::all_of(digits, ascii::is_digit);
  return Figure{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, value_of(digits), false, plain};
}

std::vector<Figure> digit_figures(std::string_view text) {
  std::vector<Figure> result;
  for (std::size_t i = ascii::find_digit(text, 0); i < text.size();) {
    const std::size_t begin = starts_with_point(text, i) ? i - 1 : i;
    std::size_t end = integer_end(text, i);
    const std::size_t point = begin == i ? point_size(text, end) : 0;
    if (point > 0) end = digits_end(text, end + point);
    if (const auto figure = figure_at(text, begin, end)) result.push_back(*figure);
    i = ascii::find_digit(text, end);
  }
  return result;
}

}  // namespace

std::vector<Figure> find_figures(std::string_view text, std::span<const Word> words, std::span<const TextSpan> masked) {
  std::vector<Figure> figures = digit_figures(text);
  std::ranges::copy(spelled_figures(text, words), std::back_inserter(figures));
  std::ranges::sort(figures, {}, [](const Figure& f) { return f.span.begin; });
  auto mask = masked.begin();
  std::erase_if(figures, [&](const Figure& figure) {
    while (mask != masked.end() && mask->end <= figure.span.begin) ++mask;
    return mask != masked.end() && mask->overlaps(figure.span);
  });
  return figures;
}

}  // namespace hypelint

#include "evidence/figure_text.h"

#include "support/ascii.h"

namespace hypelint {

std::uint32_t FigureText::offset(std::string_view part) const {
  return static_cast<std::uint32_t>(part.data() - text.data());
}

std::uint32_t FigureText::end(std::string_view part) const {
  return static_cast<std::uint32_t>(offset(part) + part.size());
}

std::string_view FigureText::between(std::size_t i, std::size_t limit) const {
  if (i + 1 >= figures.size()) return {};
  const std::uint32_t gap = figures[i + 1].span.begin - figures[i].span.end;
  return gap <= limit ? text.substr(figures[i].span.end, gap) : std::string_view();
}

std::string_view next_word(std::string_view rest) {
  if (!rest.empty() && (rest.front() == ' ' || rest.front() == '-')) rest.remove_prefix(1);
  return ascii::leading_letters(rest);
}

std::string_view rest_after(std::string_view rest, std::string_view word) {
  return rest.substr(static_cast<std::size_t>(word.data() + word.size() - rest.data()));
}

std::optional<std::uint32_t> percent_end(const FigureText& passage, const Figure& f) {
  if (f.spelled) return std::nullopt;
  std::string_view rest = passage.after(f);
  if (rest.starts_with(' ') || rest.starts_with('-')) rest.remove_prefix(1);
  for (std::string_view sign : {"%", "percent", "per cent"}) {
    if (!ascii::starts_with_folded(rest, sign)) continue;
    if (sign != "%" && ascii::is_alnum(ascii::at(rest, sign.size()))) continue;
    return passage.offset(rest) + static_cast<std::uint32_t>(sign.size());
  }
  return std::nullopt;
}

bool names_interval(std::string_view rest) {
  rest = ascii::trim_left(rest);
  return ascii::starts_with_word(rest, "CI") || ascii::starts_with_word(rest, "CIs") ||
         ascii::starts_with_word(rest, "confidence") || ascii::starts_with_word(rest, "credible");
}

bool has_year_form(const Figure& f) { return f.plain && f.span.size() == 4 && f.value >= 1900 && f.value < 2100; }

}  // namespace hypelint

// A text with its figures, and what the recognisers of quantities ask about the words around one figure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "evidence/figures.h"
#include "evidence/numbers.h"
#include "support/word_set.h"

namespace hypelint {

struct FigureText {
  std::string_view text;
  std::span<const Figure> figures;

  [[nodiscard]] std::string_view before(const Figure& f) const { return text.substr(0, f.span.begin); }
  [[nodiscard]] std::string_view after(const Figure& f) const { return text.substr(f.span.end); }
  // Byte offsets in `text` of a part of it, which must be a view into it, and of what follows that part.
  [[nodiscard]] std::uint32_t offset(std::string_view part) const;
  [[nodiscard]] std::uint32_t end(std::string_view part) const;
  // What stands between figure `i` and the next; empty when there is none or it is more than `limit` bytes away.
  [[nodiscard]] std::string_view between(std::size_t i, std::size_t limit) const;
};

using Match = std::optional<NumberMatch>;

// The letters behind one space or hyphen.
std::string_view next_word(std::string_view rest);
// What follows a word of `rest`.
std::string_view rest_after(std::string_view rest, std::string_view word);

// Behind the percent sign of the figure; none when it has none.
std::optional<std::uint32_t> percent_end(const FigureText& passage, const Figure& f);
// "CI", "confidence interval" begin the text.
bool names_interval(std::string_view rest);
bool has_year_form(const Figure& f);

inline constexpr WordSet kDurations({"day", "days", "week", "weeks", "month", "months", "year", "years"});

}  // namespace hypelint

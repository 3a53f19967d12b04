// Exact decimal numbers as texts print them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hypelint {

// scaled / 10^decimals.
struct Decimal {
  std::int64_t scaled = 0;
  int decimals = 0;

  [[nodiscard]] std::int64_t scale() const;
};

// Bytes of the number that begins the text; 0 when none does.
std::size_t number_size(std::string_view text);
double to_double(const Decimal& value);
// The first number of the text: "31.25", ".05", "1,700", "1 700" (commas and spaces before three digits separate
// thousands). Nothing for numbers of more than twelve digits.
std::optional<Decimal> first_decimal(std::string_view text);
// The last whole number of the text.
std::optional<std::int64_t> last_integer(std::string_view text);
// 100 * count / total, rounded half up.
Decimal rounded_share(std::int64_t count, std::int64_t total, int decimals);
std::string to_string(const Decimal& value);
// Without zeros at the end: 29.36 for 29.360, 120 for 120.0.
Decimal shortened(Decimal value);

}  // namespace hypelint

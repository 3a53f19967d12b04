#include "cli/json_surrogates.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hypelint {
namespace {

constexpr std::size_t kEscape = 6;  // bytes of `\ud800`

constexpr bool is_high_surrogate(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// The code unit of the escape that begins there, if one does.
std::optional<unsigned> escaped_unit(std::string_view json, std::size_t at) {
  if (json.size() < at + kEscape || json.substr(at, 2) != "\\u") return std::nullopt;
  unsigned unit = 0;
  const char* end = json.data() + at + kEscape;
  const auto read = std::from_chars(json.data() + at + 2, end, unit, 16);
  return read.ptr == end ? std::optional(unit) : std::nullopt;
}

}  // namespace

void mend_surrogates(std::string& json) {
  for (std::size_t at = json.find('\\'); at < json.size(); at = json.find('\\', at)) {
    const std::optional<unsigned> unit = escaped_unit(json, at);
    if (!unit) {
      at += 2;
      continue;
    }
    const std::optional<unsigned> next = escaped_unit(json, at + kEscape);
    const bool is_pair = is_high_surrogate(*unit) && next && is_low_surrogate(*next);
    if (!is_pair && (is_high_surrogate(*unit) || is_low_surrogate(*unit))) json.replace(at + 2, 4, "fffd");
    at += is_pair ? 2 * kEscape : kEscape;
  }
}

}  // namespace hypelint

#include "document/front_matter_values.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "support/ascii.h"

namespace hypelint {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::size_t word_end(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && !is_space(text[at])) ++at;
  return at;
}

std::size_t skip_space(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && is_space(text[at])) ++at;
  return at;
}

}  // namespace

std::string join_key(std::string_view path, std::string_view key) {
  std::string joined(path);
  if (!joined.empty() && !key.empty()) joined += '.';
  for (char c : key) joined += ascii::lower(c);
  return joined;
}

std::vector<ValuePiece> align_value(std::string_view text, SourceSpan span, std::string_view value) {
  std::vector<ValuePiece> pieces;
  std::size_t at = skip_space(text, span.begin, span.end);
  std::size_t value_at = skip_space(value, 0, value.size());
  std::size_t value_gap = 0;
  // Word by word: white space may differ (indentation, folding), words must be the same bytes.
  while (at < span.end && value_at < value.size()) {
    const std::size_t end = word_end(text, at, span.end);
    const std::size_t value_end = word_end(value, value_at, value.size());
    if (text.substr(at, end - at) != value.substr(value_at, value_end - value_at)) break;
    if (!pieces.empty()) {
      const std::string_view gap = value.substr(value_gap, value_at - value_gap);
      pieces.push_back(
          {{pieces.back().span.end, at}, std::string(std::count(gap.begin(), gap.end(), '\n') > 1 ? "\n\n" : " ")});
    }
    pieces.push_back({{at, end}, std::nullopt});
    at = skip_space(text, end, span.end);
    value_gap = value_end;
    value_at = skip_space(value, value_end, value.size());
  }
  if (value_at < value.size()) {
    if (pieces.empty()) return {{span, std::string(value)}};
    const std::size_t from = std::min(pieces.back().span.end, span.end);
    pieces.push_back({{from, span.end}, std::string(value.substr(value_gap))});
  }
  return pieces;
}

}  // namespace hypelint

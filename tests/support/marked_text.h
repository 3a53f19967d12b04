// Expectations written inside text: "a [[b]] c" is the text "a b c" with the span of "b".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hypelint/span.h"

namespace hypelint::testing {

struct MarkedText {
  std::string text;
  std::vector<TextSpan> spans;  // by begin
};

// Marks may nest; an unmatched mark is dropped.
inline MarkedText parse_marks(std::string_view marked) {
  MarkedText result;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const auto here = static_cast<std::uint32_t>(result.text.size());
    if (marked.substr(at, 2) == "[[") {
      open.push_back(result.spans.size());
      result.spans.push_back({here, here});
      ++at;
    } else if (marked.substr(at, 2) == "]]" && !open.empty()) {
      result.spans[open.back()].end = here;
      open.pop_back();
      ++at;
    } else {
      result.text += marked[at];
    }
  }
  return result;
}

}  // namespace hypelint::testing

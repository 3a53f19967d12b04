// The marks of rule examples: "[[…]]" around the expected span of each finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/span.h"

namespace hypelint {

// An example without its marks, and where they stood.
struct MarkedExample {
  std::string text;
  std::vector<SourceSpan> spans;  // in `text`, in order
};

// A mark opens with the first "[[" of a run of brackets and closes with the last "]]" of one, so that "[[see [1]]]"
// marks "see [1]". Nothing when marks are nested, empty, or opened and not closed or the reverse.
std::optional<MarkedExample> parse_marks(std::string_view example);

}  // namespace hypelint

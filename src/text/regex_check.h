// Refuses regular expressions that stand in for a gap between words.
#pragma once

#include <string_view>

namespace hypelint {

// True when the RE2 pattern repeats, more than three times, something that runs over letters and spaces alike:
// `.*`, `.{0,40}`, `[^.]+`, `(\w+\s+){0,5}`.
[[nodiscard]] bool has_word_gap(std::string_view pattern);

}  // namespace hypelint

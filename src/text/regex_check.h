// What regular expressions of terms may not do, and what they are read as.
#pragma once

#include <string>
#include <string_view>

namespace hypelint {

// True when the RE2 pattern repeats, more than three times, something that runs over letters and spaces alike:
// `.*`, `.{0,40}`, `[^.]+`, `(\w+\s+){0,5}`, `(?:\w| ){1,60}`.
[[nodiscard]] bool has_word_gap(std::string_view pattern);

// The pattern with typographic characters as block text has them (document/fold.h): `“` as `"`, `–` as `-`. Dashes
// in a class of characters stay, where `-` has another meaning.
[[nodiscard]] std::string folded_regex(std::string_view pattern);

}  // namespace hypelint

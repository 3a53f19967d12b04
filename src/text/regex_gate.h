// What a text must hold at least for a regular expression to match it: cheap tests before the search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/marks.h"

namespace hypelint {

// Words in lower case, but for capitals that must be such; sorted.
using WordGroup = std::vector<std::string>;

// How many groups a gate has at most.
inline constexpr std::size_t kWordGroups = 3;

inline constexpr std::uint32_t kEndless = UINT32_MAX;

// What a text must hold for a match that begins and ends on word boundaries.
struct RegexGate {
  bool at_start = false;  // matches at the start of the text only
  Marks marks = 0;        // one of them; 0: none is needed
  // Of each group, the rarest first, some word stands in the match, without regard to case but for capitals, between
  // characters that are no ASCII letters.
  std::vector<WordGroup> groups;
  // How many words a match touches at most, be it with a single character; those of `groups` are among them. kEndless:
  // any number.
  std::uint32_t most_words = kEndless;

  bool operator==(const RegexGate&) const = default;
};

// Of a valid RE2 pattern without the flag `m`. Where the pattern is hard to read, a gate that lets everything pass.
// U+017F and U+212A, which RE2 takes for an "s" and a "k", are not thought of in `groups`.
[[nodiscard]] RegexGate gate_of(std::string_view pattern);

}  // namespace hypelint

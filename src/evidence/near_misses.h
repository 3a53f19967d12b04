// Identifiers that are declared and wrong: too short, too long, misspelt.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/identifiers.h"

namespace hypelint {

// Bytes of the longest word that is looked at before the digits of an identifier.
inline constexpr std::size_t kLongestDeclaration = 12;

struct PrecedingWord {
  std::string_view word;
  std::size_t begin = 0;
  std::size_t separators = 0;
};

// The letters before `at`, at most three separators away; an empty word when there are none.
PrecedingWord word_before(std::string_view text, std::size_t at);

// "`NCT123`", as messages show what stands in the text.
std::string in_backticks(std::string_view text);

// Of the runs of digits that begin at `digit_runs`; some may belong to identifiers that are right.
std::vector<MalformedIdentifier> near_misses(std::string_view text, std::span<const std::size_t> digit_runs);

}  // namespace hypelint

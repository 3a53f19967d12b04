// Journals, agencies and guidelines named in running text.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "hypelint/evidence.h"

namespace hypelint {

struct NamedSource {
  TextSpan span;
  Tier tier =
      Tier::None;  // before the sentence is known to hold a year: T2 guideline codes, T3 journals, None agencies
  bool needs_year = false;  // counts as T3 once its sentence holds a year
};

// Total and linear. `words` are the words of the text.
std::vector<NamedSource> find_named_sources(std::string_view text, std::span<const Word> words);

}  // namespace hypelint

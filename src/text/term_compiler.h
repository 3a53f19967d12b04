// Terms of lists parsed and checked: what a matcher is made of.
#pragma once

#include <string>
#include <vector>

#include "hypelint/matcher.h"
#include "text/phrase.h"

namespace hypelint {

struct CompiledTerms {
  std::vector<std::vector<Phrase>> phrases;            // by list; references resolved and free of circles
  std::vector<std::string> patterns;                   // the regular expressions of all lists, each once
  std::vector<std::vector<TermListId>> pattern_lists;  // by pattern: the lists that hold it, be it by `@name` alone
};

// Errors: those of Matcher::build.
Result<CompiledTerms> compile_terms(const std::vector<TermList>& lists);

}  // namespace hypelint

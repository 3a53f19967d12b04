// Citation markers in the text, resolved against the reference list.
#pragma once

#include <vector>

#include "evidence/references.h"
#include "hypelint/evidence.h"

namespace hypelint {

struct Citations {
  std::vector<Evidence> evidence;  // without sentence
  std::vector<CitationProblem> problems;
};

// Markers of all prose blocks, full references of the list, and what does not resolve.
Citations find_citations(const Text& text, const References& references);

}  // namespace hypelint

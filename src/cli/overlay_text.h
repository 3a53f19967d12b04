// What profiles and jurisdictions say of a rule, in words.
#pragma once

#include <string>
#include <vector>

#include "hypelint/linter.h"

namespace hypelint {

// An overlay that names the rule, and the rule as it alone leaves it.
struct Say {
  const Overlay* overlay = nullptr;
  AdjustedRule adjusted;
};
// In order of name.
std::vector<Say> says_on(const Linter& linter, const Rule& rule, OverlayKind kind);

// "error, evidence does not clear it; CAP Code (UK), 3.7 (2010). The note.": what differs from the rule, who asks, why.
std::string say_text(const Rule& rule, const AdjustedRule& adjusted);

}  // namespace hypelint

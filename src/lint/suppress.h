// Suppressions: which findings an article itself says are meant to stand, and what is wrong with saying so.
#pragma once

#include "hypelint/document.h"
#include "hypelint/linter.h"
#include "rules/compile.h"

namespace hypelint {

// Moves the findings that directives suppress from report.findings to report.suppressed, lists the directives, and adds
// the findings of the suppression/* rules. A directive that breaks one of those rules, except the one about unused
// ones, suppresses nothing; an unknown rule among others does not keep these from being suppressed. Where several
// directives cover a finding, the innermost takes it. Linear but for sorting.
void suppress(FileReport& report, const Document& document, const CompiledRules& rules, const Selection& selection,
              const Settings& settings, const Source* sidecar);

}  // namespace hypelint

// Reads and lints the articles of a plan, on several threads.
#pragma once

#include <optional>
#include <vector>

#include "cli/plan.h"
#include "hypelint/report.h"

namespace hypelint {

struct Outcome {
  std::optional<CheckedFile> file;
  std::optional<CheckedFile> sidecar;  // where it has directives that break a rule
  Errors errors;
};

// Outcomes in the order of the jobs, whatever the number of threads. A plain-text article takes the directives of the
// file beside it that has its name and ".hypelint". A thread's exception is thrown again here.
std::vector<Outcome> lint_all(const std::vector<Job>& jobs, const CheckOptions& options);

}  // namespace hypelint

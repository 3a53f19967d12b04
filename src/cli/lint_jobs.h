// Reads and lints the articles of a plan, on several threads.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/plan.h"
#include "hypelint/report.h"

namespace hypelint {

struct Outcome {
  std::optional<CheckedFile> file;
  std::optional<CheckedFile> sidecar;  // where it has directives that break a rule
  Errors errors;
  std::exception_ptr fault;  // what was thrown instead
};

// The file beside a plain-text article that holds its directives, if it is there.
std::string sidecar_of(const std::string& article);

// Takes the outcome of a job, by its index.
using Delivery = std::function<void(std::size_t, Outcome)>;

// Delivers outcomes one at a time in the order of the jobs, whatever the number of threads, as soon as they are known.
// Bytes that are no text (source/not_text.h) are an error of their job. A plain-text article takes the directives of
// sidecar_of() its name, that of --stdin-filename on standard input. An exception of a job or of `deliver` ends the
// deliveries and is thrown again here.
void lint_all(const std::vector<Job>& jobs, const CheckOptions& options, const Delivery& deliver);

}  // namespace hypelint

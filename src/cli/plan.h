// Which articles a run checks, and under which configuration.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/configured.h"
#include "cli/discover.h"
#include "cli/new_only.h"
#include "cli/options.h"

namespace hypelint {

struct Job {
  std::string path;
  const Governed* governed = nullptr;
  std::optional<ChangedArticle> changed;  // where only what changed is looked at
};

struct Plan {
  std::vector<Job> jobs;
  LeftOut left_out;
};

// Errors: those of discovery and of configurations; no article at all, unless only what changed is looked at.
Result<Plan> make_plan(const CheckOptions& options, Configurations& configurations);

// What was left out and why, for --stats.
std::string left_out_lines(const LeftOut& left_out);

}  // namespace hypelint

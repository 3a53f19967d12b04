// Git as a process: no shell, no pager, no questions, the same words in every language.
#pragma once

#include <string>
#include <vector>

#include "hypelint/result.h"

namespace hypelint {

struct GitOutput {
  int code = -1;  // exit code; 128 + signal when it was killed
  std::string out;
  std::string err;
};

// Runs `git -C folder …`. Safe to call from several threads. Errors (ErrorCode::Usage): git cannot be started.
Result<GitOutput> run_git(const std::string& folder, const std::vector<std::string>& arguments);

}  // namespace hypelint

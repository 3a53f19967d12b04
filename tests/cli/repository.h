// A scratch Git repository in a workplace's folder.
#pragma once

#include <string>

#include "cli/program.h"

namespace hypelint {

class Repository {
 public:
  // An empty repository with the branch main in the folder the program runs in, or below it.
  explicit Repository(const Workplace& place, const std::string& below = ".");

  // Runs `git …` through the shell and gives its output; a failure fails the test.
  std::string git(const std::string& arguments) const;  // NOLINT(modernize-use-nodiscard)
  // Everything in the work tree becomes a commit.
  void commit(const std::string& message) const;

 private:
  std::string folder_;
};

}  // namespace hypelint

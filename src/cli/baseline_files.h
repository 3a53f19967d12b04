// The baselines of a run: --baseline, --update-baseline and the key `baseline` of configurations.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/plan.h"
#include "hypelint/linter.h"
#include "lint/baseline.h"

namespace hypelint {

class BaselineFiles {
 public:
  explicit BaselineFiles(const CheckOptions& options) : options_(options) {}

  // Reads the baselines that govern the jobs. Errors: a file that is not there (unless it is to be written), cannot be
  // read or is damaged; --update-baseline without a baseline.
  Errors load(const std::vector<Job>& jobs);
  // Takes the findings that the job's baseline knows out of the report; with --update-baseline, all of them.
  void absorb(const Job& job, FileReport& report);
  // Writes the baselines anew with --update-baseline; else says on standard error which entries stand for nothing any
  // more. A file is replaced at once or not at all.
  Errors finish();

 private:
  struct File {
    std::map<std::string, Baseline> entries;  // as read, by path
    std::map<std::string, Baseline> left;     // what absorb() has not used up
    std::map<std::string, Baseline> found;    // of the articles checked
    std::set<std::string> checked;
    std::string text;  // as read; empty when there is no file
  };

  [[nodiscard]] std::string path_for(const Job& job) const;
  [[nodiscard]] bool judges_stale() const;
  Errors read(const std::string& path);
  [[nodiscard]] Baseline stale(const std::string& path, const File& file) const;
  void report_stale(const std::string& path, const File& file) const;
  Errors write(const std::string& path, const File& file) const;

  const CheckOptions& options_;
  std::map<std::string, File> files_;
};

}  // namespace hypelint

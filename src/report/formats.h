// One renderer per format, and what they share. Internal to the report stage.
#pragma once

#include <string>
#include <vector>

#include "hypelint/report.h"

namespace hypelint {

// Findings of all files by severity.
struct Tally {
  std::size_t files_with_findings = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;

  [[nodiscard]] std::size_t total() const { return errors + warnings + infos; }
};
Tally tally(const std::vector<CheckedFile>& files);

std::string render_text(const std::vector<CheckedFile>& files, const Presentation& presentation);
std::string render_line(const std::vector<CheckedFile>& files);
std::string render_json(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules);

}  // namespace hypelint

// One renderer per format, and what they share. Internal to the report stage.
#pragma once

#include <string>
#include <vector>

#include "hypelint/report.h"

namespace hypelint {

// What the files add up to, findings by severity.
struct Tally {
  std::size_t files = 0;
  std::size_t files_with_findings = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t suppressed = 0;
  std::size_t in_baseline = 0;
  std::size_t words = 0;
  std::size_t sentences = 0;

  void add(const FileReport& report);
  [[nodiscard]] std::size_t total() const { return errors + warnings + infos; }
};
Tally tally(const std::vector<CheckedFile>& files);

std::unique_ptr<ReportWriter> text_writer(const Presentation& presentation);
std::unique_ptr<ReportWriter> line_writer();
std::unique_ptr<ReportWriter> json_writer(const std::vector<Rule>& rules);
std::unique_ptr<ReportWriter> json_lines_writer(const std::vector<Rule>& rules);
std::string render_sarif(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules,
                         std::optional<int> exit_code);
std::string render_github(const std::vector<CheckedFile>& files);
std::string render_gitlab(const std::vector<CheckedFile>& files);
std::string render_junit(const std::vector<CheckedFile>& files);
std::string render_checkstyle(const std::vector<CheckedFile>& files);
std::string render_rdjsonl(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules);
std::string render_html(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules);

// A SARIF reportingDescriptor: what the rule is, why, how to clear it and who asks for it.
std::string sarif_rule(const Rule& rule);
// "error", "warning", "note".
std::string_view sarif_level(Severity severity);
// "CAP Code (UK), 3.33 (2010)".
std::string authority_line(const Authority& source);
// A page about the rule: the first source that has an address; empty when none has.
std::string help_address(const Rule& rule);

}  // namespace hypelint

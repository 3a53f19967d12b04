// Reports: one short pure function per format.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/linter.h"

namespace hypelint {

enum class ReportFormat {
  Text,         // "text": line, excerpt and summary, for people
  Line,         // "line": one line a finding
  Json,         // "json": schema hypelint-report/1, integrations/schemas
  JsonLines,    // "jsonl": the same, one object a line: run, then each file and its findings, then the summary
  Sarif,        // "sarif": SARIF 2.1.0
  GitHub,       // "github": workflow commands, ten of a kind
  GitLab,       // "gitlab": Code Quality
  JUnit,        // "junit": XML, a failed case for each finding
  Checkstyle,   // "checkstyle": XML
  RdJsonLines,  // "rdjsonl": reviewdog
  Html,         // "html": one page for people, with the articles, their marks and the evidence found
};
std::string_view to_string(ReportFormat format);
std::optional<ReportFormat> report_format_from(std::string_view name);
std::vector<std::string> report_format_names();
// Whether a report in this format tells FileReport::notes. GitLab has no place for what is no finding.
bool shows_notes(ReportFormat format);

// A file's report together with the article it speaks of (for excerpts and line numbers).
struct CheckedFile {
  Source source;
  FileReport report;
};

struct Presentation {
  bool color = false;
  std::size_t width = 100;                      // columns available for excerpts
  std::optional<int> exit_code = std::nullopt;  // of the run, where it is known (SARIF)
};

// Sources and descriptions of the rules used are taken from `rules`; files appear in the given order. The same input
// gives the same text, well-formed UTF-8 for any bytes; only Text looks at color and width.
std::string render(ReportFormat format, const std::vector<CheckedFile>& files, const std::vector<Rule>& rules,
                   const Presentation& presentation = {});
// Takes the next piece of a report, well-formed UTF-8 that is valid during the call only.
using Emit = std::function<void(std::string_view)>;
// A report written piece by piece, for runs too large to keep: begin(), then the pieces of file() for each file, then
// end() give the text of render().
class ReportWriter {
 public:
  virtual ~ReportWriter() = default;
  [[nodiscard]] virtual std::string begin() { return {}; }
  virtual void file(const CheckedFile& file, const Emit& emit) = 0;
  [[nodiscard]] virtual std::string end() { return {}; }
};
// For Text, Line, Json and JsonLines; null for the formats that need all files at once.
std::unique_ptr<ReportWriter> report_writer(ReportFormat format, const std::vector<Rule>& rules,
                                            const Presentation& presentation = {});
// Multi-line text for --stats.
std::string render_stats(const std::vector<CheckedFile>& files);
// Tables for --profile-rules: FileReport::costs of all files by stage, and by rule with the slowest first.
std::string render_costs(const std::vector<CheckedFile>& files);

// 0 or 1: whether some finding stands at or above the threshold (none = never fails). A run has the largest of its
// files.
int exit_code(const FileReport& report, std::optional<Severity> fail_on);
// 2 for Usage, Config, RulePack; 3 for Input; 70 for Internal.
int exit_code(const Error& error);

}  // namespace hypelint

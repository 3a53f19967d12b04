// Where `check` sends its reports: standard output and files, written as the articles come.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/spool.h"
#include "hypelint/report.h"

namespace hypelint {

// Nothing leaves before finish(), so that a run that fails says nothing on standard output. Articles are kept only for
// formats that need all of them at once, and for --stats and --profile-rules.
class ReportSink {
 public:
  // Both must outlive the sink.
  ReportSink(const CheckOptions& options, const std::vector<Rule>& rules);

  void add(CheckedFile file);
  // Writes the reports; `left_out` is said beside --stats. The exit code: `code`, or that of a report that could not be
  // written. No report is written when one of them would replace an article. Notes that a report does not show, nor one
  // on standard output beside it, go to standard error.
  int finish(int code, const std::string& left_out);

 private:
  struct Output {
    const OutputOption* option;
    std::string target;                    // report_target() of its file
    std::unique_ptr<ReportWriter> writer;  // null for a format that needs all files at once
    Spool spool;
  };

  void guard(const std::string& article);
  void say_hidden_notes() const;
  [[nodiscard]] Presentation presentation_of(const OutputOption& option) const;

  const CheckOptions& options_;
  const std::vector<Rule>& rules_;
  std::vector<Output> outputs_;
  std::vector<CheckedFile> files_;
  Errors overwritten_;  // articles that a report would replace
  bool keeps_files_ = false;
};

}  // namespace hypelint

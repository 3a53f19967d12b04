// Reports: one short pure function per format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/linter.h"

namespace hypelint {

enum class ReportFormat { Text, Line, Json };
std::string_view to_string(ReportFormat format);
std::optional<ReportFormat> report_format_from(std::string_view name);

// A file's report together with the article it speaks of (for excerpts and line numbers).
struct CheckedFile {
  Source source;
  FileReport report;
};

struct Presentation {
  bool color = false;
  std::size_t width = 100;            // columns available for excerpts
};

// Sources of the rules used are taken from `rules` (for JSON); files appear in the given order.
std::string render(ReportFormat format, const std::vector<CheckedFile>& files, const std::vector<Rule>& rules,
                   const Presentation& presentation = {});
// Multi-line text for --stats.
std::string render_stats(const std::vector<CheckedFile>& files);

// 0 or 1: whether some finding stands at or above the threshold (none = never fails).
int exit_code(const std::vector<CheckedFile>& files, std::optional<Severity> fail_on);
// 2 for Usage, Config, RulePack; 3 for Input; 70 for Internal.
int exit_code(const Error& error);

}  // namespace hypelint

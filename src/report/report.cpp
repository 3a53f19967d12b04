#include "hypelint/report.h"

#include <algorithm>
#include <array>

#include "report/formats.h"

namespace hypelint {
namespace {

struct FormatName {
  ReportFormat format;
  std::string_view name;
};
constexpr std::array kFormatNames = {FormatName{ReportFormat::Text, "text"}, FormatName{ReportFormat::Line, "line"},
                                     FormatName{ReportFormat::Json, "json"}};

}  // namespace

std::string_view to_string(ReportFormat format) {
  const auto* found = std::ranges::find(kFormatNames, format, &FormatName::format);
  return found == kFormatNames.end() ? "text" : found->name;
}

std::optional<ReportFormat> report_format_from(std::string_view name) {
  const auto* found = std::ranges::find(kFormatNames, name, &FormatName::name);
  if (found == kFormatNames.end()) return std::nullopt;
  return found->format;
}

Tally tally(const std::vector<CheckedFile>& files) {
  Tally sum;
  for (const CheckedFile& file : files) {
    if (!file.report.findings.empty()) ++sum.files_with_findings;
    for (const Finding& finding : file.report.findings) {
      if (finding.severity == Severity::Error) ++sum.errors;
      if (finding.severity == Severity::Warning) ++sum.warnings;
      if (finding.severity == Severity::Info) ++sum.infos;
    }
  }
  return sum;
}

std::string render(ReportFormat format, const std::vector<CheckedFile>& files, const std::vector<Rule>& rules,
                   const Presentation& presentation) {
  switch (format) {
    case ReportFormat::Line:
      return render_line(files);
    case ReportFormat::Json:
      return render_json(files, rules);
    case ReportFormat::Text:
      break;
  }
  return render_text(files, presentation);
}

int exit_code(const std::vector<CheckedFile>& files, std::optional<Severity> fail_on) {
  if (!fail_on) return 0;
  const auto fails = [&](const Finding& finding) { return finding.severity >= *fail_on; };
  return std::ranges::any_of(files,
                             [&](const CheckedFile& file) { return std::ranges::any_of(file.report.findings, fails); })
             ? 1
             : 0;
}

int exit_code(const Error& error) {
  switch (error.code) {
    case ErrorCode::Usage:
    case ErrorCode::Config:
    case ErrorCode::RulePack:
      return 2;
    case ErrorCode::Input:
      return 3;
    case ErrorCode::Internal:
      break;
  }
  return 70;
}

}  // namespace hypelint

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
constexpr std::array kFormatNames = {FormatName{ReportFormat::Text, "text"},
                                     FormatName{ReportFormat::Line, "line"},
                                     FormatName{ReportFormat::Json, "json"},
                                     FormatName{ReportFormat::JsonLines, "jsonl"},
                                     FormatName{ReportFormat::Sarif, "sarif"},
                                     FormatName{ReportFormat::GitHub, "github"},
                                     FormatName{ReportFormat::GitLab, "gitlab"},
                                     FormatName{ReportFormat::JUnit, "junit"},
                                     FormatName{ReportFormat::Checkstyle, "checkstyle"},
                                     FormatName{ReportFormat::RdJsonLines, "rdjsonl"},
                                     FormatName{ReportFormat::Html, "html"}};

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

std::vector<std::string> report_format_names() {
  std::vector<std::string> names;
  for (const FormatName& each : kFormatNames) names.emplace_back(each.name);
  return names;
}

Tally tally(const std::vector<CheckedFile>& files) {
  Tally sum;
  for (const CheckedFile& file : files) {
    if (!file.report.findings.empty()) ++sum.files_with_findings;
    sum.suppressed += file.report.suppressed.size();
    sum.in_baseline += file.report.in_baseline;
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
    case ReportFormat::JsonLines:
      return render_json_lines(files, rules);
    case ReportFormat::Sarif:
      return render_sarif(files, rules, presentation.exit_code);
    case ReportFormat::GitHub:
      return render_github(files);
    case ReportFormat::GitLab:
      return render_gitlab(files);
    case ReportFormat::JUnit:
      return render_junit(files);
    case ReportFormat::Checkstyle:
      return render_checkstyle(files);
    case ReportFormat::RdJsonLines:
      return render_rdjsonl(files, rules);
    case ReportFormat::Html:
      return render_html(files, rules);
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

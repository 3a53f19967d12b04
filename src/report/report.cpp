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

bool shows_notes(ReportFormat format) { return format != ReportFormat::GitLab; }

void Tally::add(const FileReport& report) {
  ++files;
  if (!report.findings.empty()) ++files_with_findings;
  suppressed += report.suppressed.size();
  in_baseline += report.in_baseline;
  words += report.counts.words;
  sentences += report.counts.sentences;
  for (const Finding& finding : report.findings) {
    if (finding.severity == Severity::Error) ++errors;
    if (finding.severity == Severity::Warning) ++warnings;
    if (finding.severity == Severity::Info) ++infos;
  }
}

Tally tally(const std::vector<CheckedFile>& files) {
  Tally sum;
  for (const CheckedFile& file : files) sum.add(file.report);
  return sum;
}

std::unique_ptr<ReportWriter> report_writer(ReportFormat format, const std::vector<Rule>& rules,
                                            const Presentation& presentation) {
  switch (format) {
    case ReportFormat::Text:
      return text_writer(presentation);
    case ReportFormat::Line:
      return line_writer();
    case ReportFormat::Json:
      return json_writer(rules);
    case ReportFormat::JsonLines:
      return json_lines_writer(rules);
    default:
      return nullptr;
  }
}

std::string render(ReportFormat format, const std::vector<CheckedFile>& files, const std::vector<Rule>& rules,
                   const Presentation& presentation) {
  switch (format) {
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
    default:
      break;
  }
  const auto writer = report_writer(format, rules, presentation);
  std::string out = writer->begin();
  for (const CheckedFile& file : files) writer->file(file, [&](std::string_view piece) { out += piece; });
  return out + writer->end();
}

int exit_code(const FileReport& report, std::optional<Severity> fail_on) {
  const auto fails = [&](const Finding& finding) { return fail_on && finding.severity >= *fail_on; };
  return std::ranges::any_of(report.findings, fails) ? 1 : 0;
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

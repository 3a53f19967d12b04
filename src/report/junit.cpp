// `--format junit`: a suite for each file, a failed case for each finding whatever its severity (the type of the
// failure says it), a skipped case for each note, and one passed case for a file without either.
#include <algorithm>

#include "report/formats.h"
#include "report/xml.h"

namespace hypelint {
namespace {

std::size_t case_count(const FileReport& report) {
  return std::max<std::size_t>(1, report.findings.size() + report.notes.size());
}

std::string case_start(const FileReport& report, const std::string& name) {
  return "    <testcase" + xml_attribute("classname", report.path) + xml_attribute("name", name);
}

std::string failed_case(const FileReport& report, const LineIndex& lines, const Finding& finding) {
  const Location at = lines.locate(finding.span.begin);
  const std::string place = std::to_string(at.line) + ":" + std::to_string(at.column);
  return case_start(report, finding.rule + " at " + place) + ">\n      <failure" +
         xml_attribute("type", to_string(finding.severity)) + xml_attribute("message", finding.message) + ">" +
         xml_text(report.path + ":" + place + ": " + finding.match) + "</failure>\n    </testcase>\n";
}

std::string skipped_case(const FileReport& report, const std::string& note) {
  return case_start(report, "note") + ">\n      <skipped" + xml_attribute("message", note) + "/>\n    </testcase>\n";
}

void append_suite(std::string& out, const CheckedFile& file) {
  const FileReport& report = file.report;
  const LineIndex lines(file.source);
  out += "  <testsuite" + xml_attribute("name", report.path) + xml_attribute("tests", case_count(report)) +
         xml_attribute("failures", report.findings.size()) + xml_attribute("errors", std::size_t{0}) +
         xml_attribute("skipped", report.notes.size()) + xml_attribute("file", report.path) + ">\n";
  for (const std::string& note : report.notes) out += skipped_case(report, note);
  for (const Finding& finding : report.findings) out += failed_case(report, lines, finding);
  if (report.findings.empty() && report.notes.empty()) out += case_start(report, "hypelint") + "/>\n";
  out += "  </testsuite>\n";
}

}  // namespace

std::string render_junit(const std::vector<CheckedFile>& files) {
  std::size_t tests = 0;
  for (const CheckedFile& file : files) tests += case_count(file.report);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + xml_attribute("name", "hypelint") +
                    xml_attribute("tests", tests) + xml_attribute("failures", tally(files).total()) +
                    xml_attribute("errors", std::size_t{0}) + ">\n";
  for (const CheckedFile& file : files) append_suite(out, file);
  out += "</testsuites>\n";
  return out;
}

}  // namespace hypelint

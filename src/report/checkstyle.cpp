// `--format checkstyle`: the XML of Checkstyle 4.3 and later. The source of an error is `hypelint.` and the rule.
// Readers want a line, so a note is an info on the first one.
#include "report/formats.h"
#include "report/xml.h"

namespace hypelint {
namespace {

std::string note_element(const std::string& note) {
  return "    <error" + xml_attribute("line", std::size_t{1}) + xml_attribute("severity", to_string(Severity::Info)) +
         xml_attribute("message", note) + xml_attribute("source", "hypelint.note") + "/>\n";
}

std::string error_element(const LineIndex& lines, const Finding& finding) {
  const Location at = lines.locate(finding.span.begin);
  return "    <error" + xml_attribute("line", at.line) + xml_attribute("column", at.column) +
         xml_attribute("severity", to_string(finding.severity)) + xml_attribute("message", finding.message) +
         xml_attribute("source", "hypelint." + finding.rule) + "/>\n";
}

}  // namespace

std::string render_checkstyle(const std::vector<CheckedFile>& files) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (const CheckedFile& file : files) {
    const LineIndex lines(file.source);
    out += "  <file" + xml_attribute("name", file.report.path) + ">\n";
    for (const std::string& note : file.report.notes) out += note_element(note);
    for (const Finding& finding : file.report.findings) out += error_element(lines, finding);
    out += "  </file>\n";
  }
  out += "</checkstyle>\n";
  return out;
}

}  // namespace hypelint

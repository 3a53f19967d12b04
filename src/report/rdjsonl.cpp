// `--format rdjsonl`: reviewdog's diagnostics, one a line. Columns count UTF-8 bytes. Reviewdog stops without a word at
// a line of 64 KiB, so messages are cut well before. A note is a diagnostic of the whole file, without a range.
#include <nlohmann/json.hpp>

#include <map>
#include <utility>

#include "report/display_width.h"
#include "report/formats.h"
#include "report/paths.h"
#include "support/prose.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMessageBytes = 4000;

std::string_view severity_name(Severity severity) {
  if (severity == Severity::Error) return "ERROR";
  return severity == Severity::Warning ? "WARNING" : "INFO";
}

Json position(const LineIndex& lines, std::size_t offset) {
  const std::size_t line = lines.locate(offset).line;
  return {{"line", line}, {"column", offset - lines.line_span(line).begin + 1}};
}

Json code(const std::string& rule, const std::map<std::string, std::string, std::less<>>& addresses) {
  const auto address = addresses.find(rule);
  if (address == addresses.end() || address->second.empty()) return {{"value", rule}};
  return {{"value", rule}, {"url", address->second}};
}

Json diagnostic(std::string_view message, Json location, Severity severity) {
  return {{"message", well_formed(cut(message, kMessageBytes))},
          {"location", std::move(location)},
          {"severity", severity_name(severity)},
          {"source", {{"name", "hypelint"}}}};
}

}  // namespace

std::string render_rdjsonl(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules) {
  std::map<std::string, std::string, std::less<>> addresses;
  for (const Rule& rule : rules) addresses.emplace(rule.id, help_address(rule));
  std::string out;
  for (const CheckedFile& file : files) {
    const LineIndex lines(file.source);
    const std::string path = well_formed(forge_path(file.report.path));
    for (const std::string& note : file.report.notes) {
      out.append(diagnostic(note, {{"path", path}}, Severity::Info).dump()).append("\n");
    }
    for (const Finding& finding : file.report.findings) {
      const Json range = {{"start", position(lines, finding.span.begin)}, {"end", position(lines, finding.span.end)}};
      Json of_finding = diagnostic(finding.message, {{"path", path}, {"range", range}}, finding.severity);
      of_finding["code"] = code(finding.rule, addresses);
      out.append(of_finding.dump()).append("\n");
    }
  }
  return out;
}

}  // namespace hypelint

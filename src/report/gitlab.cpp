// `--format gitlab`: a Code Quality report. Its fingerprints name a finding in a run, so they hold the path, and a
// number when a sentence stands twice in a file. Every issue has a line, so notes have no place here.
#include <nlohmann/json.hpp>

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "report/display_width.h"
#include "report/formats.h"
#include "report/paths.h"
#include "support/hexadecimal.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_name(Severity severity) {
  if (severity == Severity::Error) return "major";
  return severity == Severity::Warning ? "minor" : "info";
}

// FNV-1a, 16 hex digits.
std::string digest(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hexadecimal(hash);
}

Json issue(const std::string& path, const LineIndex& lines, const Finding& finding, const std::string& fingerprint) {
  const std::size_t first = lines.locate(finding.span.begin).line;
  const std::size_t last = lines.locate(finding.span.end).line;
  return {{"type", "issue"},
          {"check_name", finding.rule},
          {"description", printable_text(finding.message)},
          {"categories", Json::array({"Clarity"})},
          {"severity", severity_name(finding.severity)},
          {"fingerprint", fingerprint},
          {"location", {{"path", path}, {"lines", {{"begin", first}, {"end", last}}}}}};
}

}  // namespace

std::string render_gitlab(const std::vector<CheckedFile>& files) {
  std::string out = "[";
  std::string_view separator = "\n";
  for (const CheckedFile& file : files) {
    const LineIndex lines(file.source);
    const std::string path = well_formed(forge_path(file.report.path));
    const std::string of_path = digest(forge_path(file.report.path));
    std::unordered_map<std::string_view, std::size_t> seen;
    for (const Finding& finding : file.report.findings) {
      const std::size_t repeat = ++seen[finding.fingerprint];
      const std::string fingerprint = finding.fingerprint + of_path + (repeat == 1 ? "" : "-" + std::to_string(repeat));
      out.append(separator).append(issue(path, lines, finding, fingerprint).dump());
      separator = ",\n";
    }
  }
  out += "\n]\n";
  return out;
}

}  // namespace hypelint

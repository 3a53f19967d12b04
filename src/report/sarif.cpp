// `--format sarif`: SARIF 2.1.0. Results are written one by one; what the results of a file share is written once.
#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <utility>

#include "report/display_width.h"
#include "report/formats.h"
#include "report/paths.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kRoot = "%SRCROOT%";
constexpr std::size_t kSnippetBytes = 400;

// A message string: braces doubled because they mark placeholders, `](` escaped because it makes a link.
std::string message_text(std::string_view text) {
  std::string out;
  const std::string shown = well_formed(text);
  for (std::size_t at = 0; at < shown.size(); ++at) {
    if (shown.compare(at, 2, "](") == 0) out += '\\';
    if (shown[at] == '{' || shown[at] == '}') out += shown[at];
    out += shown[at];
  }
  return out;
}

Json artifact_location(const std::string& path) {
  Json location = {{"uri", path_uri(path)}};
  if (!forge_path(path).starts_with("/")) location["uriBaseId"] = kRoot;
  return location;
}

// Of the file with this place in the list of artifacts.
Json artifact_location(const std::string& path, std::size_t index) {
  Json location = artifact_location(path);
  location["index"] = index;
  return location;
}

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf8Bom:
      return "UTF-8";
    case Encoding::Utf16Le:
      return "UTF-16LE";
    case Encoding::Utf16Be:
      return "UTF-16BE";
    case Encoding::Windows1252:
      return "windows-1252";
  }
  return {};
}

Json artifact(const CheckedFile& file) {
  return {{"location", artifact_location(file.report.path)},
          {"length", file.source.bytes().size()},
          {"roles", Json::array({"analysisTarget"})},
          {"encoding", encoding_name(file.source.encoding())}};
}

Json region(const LineIndex& lines, SourceSpan span) {
  const Location begin = lines.locate(span.begin);
  const Location end = lines.locate(span.end);
  return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

// Who asks for it, by rule, where that differs from what the rule says.
using AdjustedSources = std::map<std::string, Json, std::less<>>;

AdjustedSources adjusted_sources(const FileReport& report) {
  AdjustedSources adjusted;
  for (const CitedSources& cited : report.sources) {
    Json& lines = adjusted[cited.rule] = Json::array();
    for (const Authority& source : cited.sources) lines.push_back(authority_line(source));
  }
  return adjusted;
}

// What all results of one file need. `artifact` is a dumped artifactLocation.
struct Place {
  const CheckedFile& file;
  const LineIndex& lines;
  std::string artifact;
  AdjustedSources sources;
};

std::string physical_location(const Place& place, const std::string& regions) {
  return "\"physicalLocation\":{\"artifactLocation\":" + place.artifact + "," + regions + "}";
}

// With the text, unless it is long.
Json quoted_region(const Place& place, SourceSpan span) {
  Json quoted = region(place.lines, span);
  const std::string_view text = place.file.source.text();
  if (span.end <= text.size() && span.end - span.begin <= kSnippetBytes)
    quoted["snippet"] = {{"text", well_formed(text.substr(span.begin, span.end - span.begin))}};
  return quoted;
}

std::string regions_of(const Place& place, const Finding& finding) {
  const SourceSpan own = finding.span;
  const SourceSpan around = finding.sentence;
  std::string regions = "\"region\":" + quoted_region(place, own).dump();
  const bool encloses = around.begin <= own.begin && own.end <= around.end && around != own;
  if (encloses) regions += ",\"contextRegion\":" + quoted_region(place, around).dump();
  return regions;
}

std::string related_locations(const Place& place, const std::vector<Related>& related) {
  std::string out;
  for (std::size_t i = 0; i < related.size(); ++i) {
    const Json message = {{"text", message_text(related[i].label)}};
    out += (i == 0 ? "{\"id\":" : ",{\"id\":") + std::to_string(i + 1) + "," +
           physical_location(place, "\"region\":" + region(place.lines, related[i].span).dump()) +
           ",\"message\":" + message.dump() + "}";
  }
  return out.empty() ? "" : ",\"relatedLocations\":[" + out + "]";
}

// Every result has the list, empty or not: SARIF wants it on all results of a run or on none.
Json suppressions(const Place& place, const Finding& finding) {
  Json list = Json::array();
  if (!finding.suppressed) return list;
  const Suppression& by = *finding.suppressed;
  const bool is_in_article = by.path.empty() || by.path == place.file.report.path;
  const Json region = {{"startLine", by.place.line}, {"startColumn", by.place.column}};
  Json suppression = {{"kind", is_in_article ? "inSource" : "external"},
                      {"status", "accepted"},
                      {"justification", well_formed(by.reason)}};
  suppression["location"]["physicalLocation"] = {
      {"artifactLocation", artifact_location(is_in_article ? place.file.report.path : by.path)}, {"region", region}};
  if (!by.evidence.empty()) suppression["properties"]["evidence"] = well_formed(by.evidence);
  if (!by.until.empty()) suppression["properties"]["until"] = well_formed(by.until);
  list.push_back(std::move(suppression));
  return list;
}

using RuleIndex = std::map<std::string, std::size_t, std::less<>>;

std::string result(const Place& place, const Finding& finding, const RuleIndex& rules) {
  Json head = {{"ruleId", well_formed(finding.rule)}};
  if (const auto known = rules.find(finding.rule); known != rules.end()) head["ruleIndex"] = known->second;
  head["level"] = sarif_level(finding.severity);
  head["message"] = {{"text", message_text(finding.message)}};
  Json properties = {{"confidence", to_string(finding.confidence)}};
  if (const auto known = place.sources.find(finding.rule); known != place.sources.end())
    properties["sources"] = known->second;
  const Json tail = {{"partialFingerprints", {{"hypelint/v1", finding.fingerprint}}},
                     {"suppressions", suppressions(place, finding)},
                     {"properties", std::move(properties)}};
  std::string out = head.dump();
  out.pop_back();
  out += ",\"locations\":[{" + physical_location(place, regions_of(place, finding)) + "}]" +
         related_locations(place, finding.related);
  return out + "," + tail.dump().substr(1);
}

Json notification(const CheckedFile& file, std::size_t index, const std::string& note) {
  const Json place = {{"physicalLocation", {{"artifactLocation", artifact_location(file.report.path, index)}}}};
  return {{"level", "note"}, {"message", {{"text", message_text(note)}}}, {"locations", Json::array({place})}};
}

Json invocation(const std::vector<CheckedFile>& files, std::optional<int> exit_code) {
  Json run = {{"executionSuccessful", true}};
  if (exit_code) run["exitCode"] = *exit_code;
  Json notifications = Json::array();
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const std::string& note : files[i].report.notes) notifications.push_back(notification(files[i], i, note));
  }
  if (!notifications.empty()) run["toolExecutionNotifications"] = std::move(notifications);
  return run;
}

// The separator of the items already in the list.
std::string_view next(bool& is_first) { return std::exchange(is_first, false) ? "\n" : ",\n"; }

std::string tool(const std::vector<Rule>& rules) {
  std::string out =
      "{\"driver\":{\"name\":\"hypelint\",\"semanticVersion\":" + Json(HYPELINT_VERSION).dump() + ",\"rules\":[";
  bool is_first = true;
  for (const Rule& rule : rules) out.append(next(is_first)).append(sarif_rule(rule));
  return out + "\n]}}";
}

std::string artifacts(const std::vector<CheckedFile>& files) {
  std::string out = "[";
  bool is_first = true;
  for (const CheckedFile& file : files) out.append(next(is_first)).append(artifact(file).dump());
  return out + "\n]";
}

void append_results(std::string& out, const std::vector<CheckedFile>& files, const RuleIndex& rules) {
  bool is_first = true;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const LineIndex lines(files[i].source);
    const Place place{files[i], lines, artifact_location(files[i].report.path, i).dump(),
                      adjusted_sources(files[i].report)};
    for (const std::vector<Finding>* findings : {&files[i].report.findings, &files[i].report.suppressed}) {
      for (const Finding& finding : *findings) out.append(next(is_first)).append(result(place, finding, rules));
    }
  }
}

}  // namespace

std::string render_sarif(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules,
                         std::optional<int> exit_code) {
  RuleIndex index;
  for (std::size_t i = 0; i < rules.size(); ++i) index.emplace(rules[i].id, i);
  const Json settings = {
      {"columnKind", "unicodeCodePoints"},
      {"newlineSequences", {"\r\n", "\n", "\r"}},
      {"originalUriBaseIds", {{kRoot, {{"description", {{"text", "The folder in which hypelint ran."}}}}}}},
      {"invocations", Json::array({invocation(files, exit_code)})}};
  std::string out = "{\"$schema\":" + Json(kSchema).dump() +
                    ",\"version\":\"2.1.0\",\"runs\":[{\"tool\":" + tool(rules) + "," + settings.dump().substr(1);
  out.pop_back();
  out += ",\"artifacts\":" + artifacts(files) + ",\"results\":[";
  append_results(out, files, index);
  out += "\n]}]}\n";
  return out;
}

}  // namespace hypelint

// `--format json`: schema hypelint-report/1.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "hypelint/rule.h"
#include "report/display_width.h"
#include "report/formats.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

Json place(const Location& at) {
  return {{"byte", at.byte}, {"line", at.line}, {"column", at.column}, {"utf16", at.utf16}};
}

Json range(const LineIndex& lines, SourceSpan span) {
  return {{"start", place(lines.locate(span.begin))}, {"end", place(lines.locate(span.end))}};
}

Json authorities(const std::vector<Rule>& rules, std::string_view id) {
  Json list = Json::array();
  const auto rule = std::ranges::find(rules, id, &Rule::id);
  if (rule == rules.end()) return list;
  for (const Authority& source : rule->sources) {
    Json entry = {{"name", well_formed(source.name)}, {"clause", well_formed(source.clause)}};
    entry["year"] = source.year == 0 ? Json(nullptr) : Json(source.year);
    entry["url"] = well_formed(source.url);
    list.push_back(std::move(entry));
  }
  return list;
}

Json related_places(const LineIndex& lines, const std::vector<Related>& related) {
  Json list = Json::array();
  for (const Related& each : related)
    list.push_back({{"label", well_formed(each.label)}, {"span", range(lines, each.span)}});
  return list;
}

Json finding_object(const Finding& finding, const LineIndex& lines, const std::vector<Rule>& rules) {
  return {{"rule", finding.rule},
          {"severity", to_string(finding.severity)},
          {"confidence", to_string(finding.confidence)},
          {"scope", finding.scope == FindingScope::Span ? "span" : "document"},
          {"message", well_formed(finding.message)},
          {"match", well_formed(finding.match)},
          {"span", range(lines, finding.span)},
          {"sentence", range(lines, finding.sentence)},
          {"related", related_places(lines, finding.related)},
          {"sources", authorities(rules, finding.rule)},
          {"fingerprint", finding.fingerprint}};
}

Json file_object(const CheckedFile& file, const std::vector<Rule>& rules) {
  const LineIndex lines(file.source);
  Json findings = Json::array();
  for (const Finding& finding : file.report.findings) findings.push_back(finding_object(finding, lines, rules));
  return {{"path", well_formed(file.report.path)},
          {"format", to_string(file.report.format)},
          {"words", file.report.counts.words},
          {"sentences", file.report.counts.sentences},
          {"findings", std::move(findings)}};
}

Json summary_object(const std::vector<CheckedFile>& files) {
  std::size_t words = 0;
  std::size_t sentences = 0;
  for (const CheckedFile& file : files) {
    words += file.report.counts.words;
    sentences += file.report.counts.sentences;
  }
  const Tally sum = tally(files);
  return {{"files", files.size()}, {"words", words},           {"sentences", sentences}, {"findings", sum.total()},
          {"errors", sum.errors},  {"warnings", sum.warnings}, {"infos", sum.infos}};
}

}  // namespace

std::string render_json(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules) {
  Json list = Json::array();
  for (const CheckedFile& file : files) list.push_back(file_object(file, rules));
  const Json report = {{"schema", "hypelint-report/1"},
                       {"tool", {{"name", "hypelint"}, {"version", HYPELINT_VERSION}}},
                       {"files", std::move(list)},
                       {"summary", summary_object(files)}};
  return report.dump(2) + "\n";
}

}  // namespace hypelint

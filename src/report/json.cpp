// `--format json`: schema hypelint-report/1. Findings are written one by one: a report may hold a hundred thousand.
#include <nlohmann/json.hpp>

#include <map>

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

Json authorities(const Rule& rule) {
  Json list = Json::array();
  for (const Authority& source : rule.sources) {
    Json entry = {{"name", well_formed(source.name)}, {"clause", well_formed(source.clause)}};
    entry["year"] = source.year == 0 ? Json(nullptr) : Json(source.year);
    entry["url"] = well_formed(source.url);
    list.push_back(std::move(entry));
  }
  return list;
}

// The sources of each rule, written once.
using WrittenSources = std::map<std::string, std::string, std::less<>>;

WrittenSources written_sources(const std::vector<Rule>& rules) {
  WrittenSources written;
  for (const Rule& rule : rules) written.emplace(rule.id, authorities(rule).dump());
  return written;
}

Json related_places(const LineIndex& lines, const std::vector<Related>& related) {
  Json list = Json::array();
  for (const Related& each : related)
    list.push_back({{"label", well_formed(each.label)}, {"span", range(lines, each.span)}});
  return list;
}

std::string finding_object(const Finding& finding, const LineIndex& lines, const WrittenSources& sources) {
  const Json head = {{"rule", finding.rule},
                     {"severity", to_string(finding.severity)},
                     {"confidence", to_string(finding.confidence)},
                     {"scope", finding.scope == FindingScope::Span ? "span" : "document"},
                     {"message", well_formed(finding.message)},
                     {"match", well_formed(finding.match)},
                     {"span", range(lines, finding.span)},
                     {"sentence", range(lines, finding.sentence)},
                     {"related", related_places(lines, finding.related)}};
  std::string written = head.dump();
  const auto known = sources.find(finding.rule);
  written.pop_back();
  written.append(",\"sources\":").append(known == sources.end() ? "[]" : known->second);
  return written + ",\"fingerprint\":" + Json(finding.fingerprint).dump() + "}";
}

void append_file(std::string& out, const CheckedFile& file, const WrittenSources& sources) {
  const LineIndex lines(file.source);
  const Json head = {{"path", well_formed(file.report.path)},
                     {"format", to_string(file.report.format)},
                     {"words", file.report.counts.words},
                     {"sentences", file.report.counts.sentences}};
  out += "    " + head.dump();
  out.pop_back();
  out += ",\"findings\":[";
  std::string_view separator = "\n      ";
  for (const Finding& finding : file.report.findings) {
    out.append(separator).append(finding_object(finding, lines, sources));
    separator = ",\n      ";
  }
  out += "]}";
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
  const WrittenSources sources = written_sources(rules);
  const Json tool = {{"name", "hypelint"}, {"version", HYPELINT_VERSION}};
  std::string out = "{\n  \"schema\": \"hypelint-report/1\",\n  \"tool\": " + tool.dump() + ",\n  \"files\": [";
  std::string_view separator = "\n";
  for (const CheckedFile& file : files) {
    out += separator;
    append_file(out, file, sources);
    separator = ",\n";
  }
  out.append("\n  ],\n  \"summary\": ").append(summary_object(files).dump()).append("\n}\n");
  return out;
}

}  // namespace hypelint

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <sstream>

#include "report/checked.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

Rule rule_with_sources() {
  Rule rule;
  rule.id = "demo/rule";
  rule.sources = {{"Code", "3.1", 2010, "https://example.org"}, {"Guide", "", 0, ""}};
  return rule;
}

Json report(const std::vector<CheckedFile>& files) {
  return Json::parse(render(ReportFormat::Json, files, {rule_with_sources()}));
}

TEST(JsonReport, HasTheKeysOfTheSchemaInOrder) {
  const Json json = report({checked("a.md", "A [[cure]].")});
  const std::vector<std::string> top = {"schema", "tool", "files", "summary"};
  const std::vector<std::string> file = {"path", "format", "language", "notes", "words", "sentences", "findings"};
  const std::vector<std::string> finding = {"rule", "severity", "confidence", "scope",   "message",    "match",
                                            "span", "sentence", "related",    "sources", "fingerprint"};
  const std::vector<std::string> summary = {"files",    "words", "sentences",  "findings",   "errors",
                                            "warnings", "infos", "suppressed", "in_baseline"};
  EXPECT_EQ(keys_of(json), top);
  EXPECT_EQ(json["schema"], "hypelint-report/1");
  EXPECT_EQ(keys_of(json["files"][0]), file);
  EXPECT_EQ(keys_of(json["files"][0]["findings"][0]), finding);
  EXPECT_EQ(keys_of(json["summary"]), summary);
  EXPECT_EQ(json["summary"]["warnings"], 1);
}

TEST(JsonReport, TellsTheLanguageAndTheNotesOfAFile) {
  CheckedFile polish = checked("a.md", "x");
  polish.report.language = "pl";
  polish.report.notes = {"not checked"};
  const Json file = report({polish})["files"][0];
  EXPECT_EQ(file["language"], "pl");
  EXPECT_EQ(file["notes"], Json::array({"not checked"}));
}

TEST(JsonReport, PlacesCountBytesCodePointsAndUtf16Units) {
  const Json span = report({checked("a.md", "x\n\xF0\x9F\x98\x80 é [[cure]]")})["files"][0]["findings"][0]["span"];
  EXPECT_EQ(span["start"], (Json{{"byte", 10}, {"line", 2}, {"column", 5}, {"utf16", 6}}));
  EXPECT_EQ(span["end"], (Json{{"byte", 14}, {"line", 2}, {"column", 9}, {"utf16", 10}}));
}

TEST(JsonReport, NamesTheSourcesOfTheRule) {
  const Json sources = report({checked("a.md", "[[a]]")})["files"][0]["findings"][0]["sources"];
  EXPECT_EQ(sources[0], (Json{{"name", "Code"}, {"clause", "3.1"}, {"year", 2010}, {"url", "https://example.org"}}));
  EXPECT_EQ(sources[1]["year"], nullptr);
}

TEST(JsonReport, SourcesOfAFileGoBeforeThoseOfTheRule) {
  CheckedFile strict = checked("a.md", "[[a]] [[b]]");
  strict.report.sources = {{"demo/rule", {{"Act", "s 1", 1999, ""}}}};
  const Json files = report({strict, checked("b.md", "[[a]]")})["files"];
  const Json act = Json::array({Json{{"name", "Act"}, {"clause", "s 1"}, {"year", 1999}, {"url", ""}}});
  EXPECT_EQ(files[0]["findings"][0]["sources"], act);
  EXPECT_EQ(files[0]["findings"][1]["sources"], act);
  EXPECT_EQ(files[1]["findings"][0]["sources"][0]["name"], "Code");
}

TEST(JsonReport, IllFormedBytesNeverBreakIt) {
  CheckedFile file = checked("a\xFF.md", "[[\xC3\x28 \xED\xA0\x80]]");
  file.report.findings[0].message = "\xF0\x9F";
  file.report.findings[0].related.push_back({{0, 1}, "\x80"});
  const Json json = report({file});
  EXPECT_EQ(json["files"][0]["path"], "a\xEF\xBF\xBD.md");
  EXPECT_EQ(json["files"][0]["findings"][0]["message"], "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(JsonReport, EmptyRunIsStillAReport) {
  const Json json = report({});
  EXPECT_EQ(json["files"], Json::array());
  EXPECT_EQ(json["summary"]["files"], 0);
}

TEST(JsonLines, HoldTheReportInRecords) {
  CheckedFile strict = checked("a.md", "[[a]] [[b]]");
  strict.report.sources = {{"demo/rule", {{"Act", "s 1", 1999, ""}}}};
  CheckedFile suppressed = checked("d.md", "[[d]] [[e]]");
  suppressed.report.findings[0].suppressed = Suppression{"why", "where", "2030-01-01", "d.md", {}};
  suppressed.report.suppressed.push_back(suppressed.report.findings[0]);
  suppressed.report.findings.erase(suppressed.report.findings.begin());
  const std::vector<CheckedFile> files = {strict, checked("b\xFF.md", "x"), checked("c.md", "[[c]]"), suppressed};
  std::istringstream lines(render(ReportFormat::JsonLines, files, {rule_with_sources()}));
  Json whole = {{"schema", ""}, {"tool", ""}, {"files", Json::array()}};
  for (std::string line; std::getline(lines, line);) {
    Json record = Json::parse(line);
    const std::string kind = record["record"];
    record.erase("record");
    if (kind == "run") whole.update(record);
    if (kind == "file") {
      record["findings"] = Json::array();
      whole["files"].push_back(record);
    }
    if (kind == "finding") {
      EXPECT_EQ(record["path"], whole["files"].back()["path"]);
      record.erase("path");
      whole["files"].back()["findings"].push_back(record);
    }
    if (kind == "suppressed-finding") {
      EXPECT_TRUE(record.contains("suppressed"));
      record.erase("path");
      whole["files"].back()["suppressed_findings"].push_back(record);
    }
    if (kind == "summary") whole["summary"] = record;
  }
  EXPECT_EQ(whole, report(files));
}

}  // namespace
}  // namespace hypelint

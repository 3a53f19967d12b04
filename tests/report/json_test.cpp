#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

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
  const std::vector<std::string> file = {"path", "format", "words", "sentences", "findings"};
  const std::vector<std::string> finding = {"rule", "severity", "confidence", "scope",   "message",    "match",
                                            "span", "sentence", "related",    "sources", "fingerprint"};
  const std::vector<std::string> summary = {"files", "words", "sentences", "findings", "errors", "warnings", "infos"};
  EXPECT_EQ(keys_of(json), top);
  EXPECT_EQ(json["schema"], "hypelint-report/1");
  EXPECT_EQ(keys_of(json["files"][0]), file);
  EXPECT_EQ(keys_of(json["files"][0]["findings"][0]), finding);
  EXPECT_EQ(keys_of(json["summary"]), summary);
  EXPECT_EQ(json["summary"]["warnings"], 1);
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

}  // namespace
}  // namespace hypelint

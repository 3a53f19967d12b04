// The JSON that GitLab and reviewdog read.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <set>

#include "report/checked.h"
#include "report/rule.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

Json gitlab(const std::vector<CheckedFile>& files) { return Json::parse(render(ReportFormat::GitLab, files, {})); }

Json diagnostic(const CheckedFile& file) {
  return Json::parse(render(ReportFormat::RdJsonLines, {file}, {demo_rule()}));
}

TEST(GitLab, HasWhatTheWidgetShows) {
  const Json issue = gitlab({checked("./dir/a.md", "x\n[[b\nc]]")})[0];
  EXPECT_EQ(issue["description"], "needs a source");
  EXPECT_EQ(issue["check_name"], "demo/rule");
  EXPECT_EQ(issue["severity"], "minor");
  EXPECT_EQ(issue["location"], (Json{{"path", "dir/a.md"}, {"lines", {{"begin", 2}, {"end", 3}}}}));
}

TEST(GitLab, NamesEachSeverity) {
  for (const auto& [severity, name] : {std::pair{Severity::Error, "major"}, std::pair{Severity::Warning, "minor"},
                                       std::pair{Severity::Info, "info"}}) {
    EXPECT_EQ(gitlab({checked("a.md", "[[a]]", severity)})[0]["severity"], name);
  }
}

TEST(GitLab, FingerprintsDifferWithinARunAndStayWhenTextMoves) {
  const Json issues = gitlab({checked("a.md", "[[a]] [[a]] [[a]]"), checked("b.md", "[[a]]")});
  std::set<std::string> fingerprints;
  for (const Json& issue : issues) fingerprints.insert(issue["fingerprint"]);
  EXPECT_EQ(fingerprints.size(), 4u);
  EXPECT_EQ(gitlab({checked("a.md", "x\n\n[[a]]")})[0]["fingerprint"], issues[0]["fingerprint"]);
}

TEST(RdJsonLines, ColumnsCountBytes) {
  const Json range = diagnostic(checked("a.md", "x\r\né\xFF [[cure]]"))["location"]["range"];
  EXPECT_EQ(range, (Json{{"start", {{"line", 2}, {"column", 5}}}, {"end", {{"line", 2}, {"column", 9}}}}));
}

TEST(RdJsonLines, NamesSeverityRuleAndItsPage) {
  const Json one = diagnostic(checked("a.md", "[[a]]", Severity::Error));
  EXPECT_EQ(one["severity"], "ERROR");
  EXPECT_EQ(one["code"], (Json{{"value", "demo/rule"}, {"url", "https://example.org/a%20b"}}));
}

TEST(RdJsonLines, ANoteSpeaksOfTheWholeFile) {
  CheckedFile file = checked("./dir/a.md", "x");
  file.report.notes = {"not checked"};
  EXPECT_EQ(diagnostic(file), (Json{{"message", "not checked"},
                                    {"location", {{"path", "dir/a.md"}}},
                                    {"severity", "INFO"},
                                    {"source", {{"name", "hypelint"}}}}));
}

TEST(RdJsonLines, AnyMessageStaysBelowReviewdogsLimit) {
  CheckedFile file = checked("a.md", "[[a]]");
  for (const char* part : {"\x01", "é", "\xF0\x9F\x98\x80", "\xFF"}) {
    std::string message = "x";
    while (message.size() < 100000) message += part;
    file.report.findings[0].message = message;
    const std::string line = render(ReportFormat::RdJsonLines, {file}, {});
    EXPECT_LT(line.size(), 65536u);
    EXPECT_TRUE(Json::parse(line)["message"].get<std::string>().ends_with("…"));
  }
}

}  // namespace
}  // namespace hypelint

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/checked.h"
#include "report/rule.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

Json run_of(const std::vector<CheckedFile>& files, std::optional<int> code = std::nullopt) {
  Presentation presentation;
  presentation.exit_code = code;
  return Json::parse(render(ReportFormat::Sarif, files, {demo_rule()}, presentation))["runs"][0];
}

Json result_of(const std::string& marked, Severity severity = Severity::Warning) {
  return run_of({checked("a.md", marked, severity)})["results"][0];
}

TEST(Sarif, DescribesTheRule) {
  const Json rule = run_of({})["tool"]["driver"]["rules"][0];
  EXPECT_EQ(rule["id"], "demo/rule");
  EXPECT_EQ(rule["name"], "DemoRule");
  EXPECT_EQ(rule["shortDescription"]["text"], "Claims a cure.");
  EXPECT_EQ(rule["defaultConfiguration"], (Json{{"enabled", true}, {"level", "warning"}}));
  EXPECT_EQ(rule["helpUri"], "https://example.org/a%20b");
  EXPECT_EQ(rule["properties"],
            (Json{{"tags", Json::array({"demo", "claim"})}, {"precision", "medium"}, {"problem.severity", "warning"}}));
  EXPECT_EQ(rule["help"]["markdown"],
            "Nobody can check it.\n\n## How to clear it\n\nName the trial.\n\n## Who asks for it\n\n"
            "- Code [UK], 3.1 (2010) <https://example.org/a%20b>\n- Guide\n\n## It finds (between [[ and ]])\n\n"
            "    It [[cures]]\n    all.\n\n## It accepts\n\n    It may help.");
}

TEST(Sarif, TagsDiffer) {
  Rule rule = demo_rule();
  rule.id = "claim/rule";
  const Json run = Json::parse(render(ReportFormat::Sarif, {}, {rule}))["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["properties"]["tags"], Json::array({"claim"}));
}

TEST(Sarif, RegionsCountCodePointsAndEndAfterTheLastOne) {
  const Json region = result_of("x\r\xF0\x9F\x98\x80 é [[cure\nnow]]")["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region, (Json{{"startLine", 2},
                          {"startColumn", 5},
                          {"endLine", 3},
                          {"endColumn", 4},
                          {"snippet", {{"text", "cure\nnow"}}}}));
}

TEST(Sarif, ResultsPointToTheirRuleWithLevelAndFingerprint) {
  const Json result = result_of("a [[b]]", Severity::Info);
  EXPECT_EQ(result["ruleId"], "demo/rule");
  EXPECT_EQ(result["ruleIndex"], 0);
  EXPECT_EQ(result["level"], "note");
  EXPECT_EQ(result["partialFingerprints"], (Json{{"hypelint/v1", "0123456789abcdef"}}));
  EXPECT_EQ(result["suppressions"], Json::array());
  EXPECT_EQ(result["properties"]["confidence"], "medium");
}

TEST(Sarif, AResultOfAnUnknownRuleHasNoIndex) {
  CheckedFile file = checked("a.md", "[[a]]");
  file.report.findings[0].rule = "other/rule";
  EXPECT_FALSE(run_of({file})["results"][0].contains("ruleIndex"));
}

TEST(Sarif, TheContextEnclosesTheRegion) {
  const Json whole = result_of("[[a]]")["locations"][0]["physicalLocation"];
  EXPECT_FALSE(whole.contains("contextRegion"));
  const Json part = result_of("a [[b]] c")["locations"][0]["physicalLocation"];
  EXPECT_EQ(part["contextRegion"]["endColumn"], 6);
}

TEST(Sarif, MessagesHoldNoPlaceholdersAndLinks) {
  CheckedFile file = checked("a.md", "[[a]]");
  file.report.findings[0].message = "{0} and [x](y) [7]";
  EXPECT_EQ(run_of({file})["results"][0]["message"]["text"], "{{0}} and [x\\](y) [7]");
}

struct PathCase {
  const char* path;
  const char* uri;
  bool is_relative;
};

TEST(Sarif, PathsAreUris) {
  for (const auto& [path, uri, is_relative] :
       {PathCase{"./content/a b.md", "content/a%20b.md", true}, PathCase{"/srv/ä.md", "file:///srv/%C3%A4.md", false},
        PathCase{"c:d%20.md", "c%3Ad%2520.md", true}, PathCase{"x\xFF\n.md", "x%FF%0A.md", true},
        PathCase{"../a#b?.md", "../a%23b%3F.md", true}, PathCase{"<stdin>", "%3Cstdin%3E", true}}) {
    const Json run = run_of({checked(path, "[[a]]")});
    const Json location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    EXPECT_EQ(location["uri"], uri);
    EXPECT_EQ(location.contains("uriBaseId"), is_relative) << path;
    EXPECT_EQ(run["artifacts"][location["index"].get<std::size_t>()]["location"]["uri"], uri);
  }
}

TEST(Sarif, ArtifactsNameTheirEncoding) {
  const auto encoding_of = [](const std::string& path, const std::string& bytes) {
    return run_of({{Source::from_bytes(path, bytes), {}}})["artifacts"][0]["encoding"];
  };
  EXPECT_EQ(encoding_of("a.md", "caf\xC3\xA9"), "UTF-8");
  EXPECT_EQ(encoding_of("a.md",
                        "\xEF\xBB\xBF"
                        "cafe"),
            "UTF-8");
  EXPECT_EQ(encoding_of("a.md", std::string("\xFF\xFE"
                                            "a\0",
                                            4)),
            "UTF-16LE");
  EXPECT_EQ(encoding_of("a.md", std::string("\xFE\xFF\0a", 4)), "UTF-16BE");
  EXPECT_EQ(encoding_of("a.html", "<meta charset=windows-1252>caf\xE9"), "windows-1252");
}

TEST(Sarif, TellsTheExitCodeWhereItIsKnown) {
  EXPECT_EQ(run_of({}, 1)["invocations"][0], (Json{{"executionSuccessful", true}, {"exitCode", 1}}));
  EXPECT_EQ(run_of({})["invocations"][0], (Json{{"executionSuccessful", true}}));
}

TEST(Sarif, NotesAreNotifications) {
  CheckedFile file = checked("a.md", "x");
  file.report.notes = {"not checked"};
  const Json note = run_of({checked("b.md", "x"), file})["invocations"][0]["toolExecutionNotifications"][0];
  EXPECT_EQ(note["message"]["text"], "not checked");
  EXPECT_EQ(note["locations"][0]["physicalLocation"]["artifactLocation"]["index"], 1);
}

TEST(Sarif, SourcesThatAJurisdictionAddsStandInTheResult) {
  CheckedFile file = checked("a.md", "[[a]]");
  file.report.sources = {{"demo/rule", {{"Act", "s 1", 1999, ""}, {"Code [UK]", "3.1", 2010, ""}}}};
  EXPECT_EQ(run_of({file})["results"][0]["properties"]["sources"],
            Json::array({"Act, s 1 (1999)", "Code [UK], 3.1 (2010)"}));
  EXPECT_FALSE(result_of("[[a]]")["properties"].contains("sources"));
}

TEST(Sarif, RelatedPlacesHaveTheirLabel) {
  CheckedFile file = checked("a.md", "[[a]]\nb");
  file.report.findings[0].related = {{{2, 3}, "nearest citation"}};
  const Json related = run_of({file})["results"][0]["relatedLocations"];
  ASSERT_EQ(related.size(), 1u);
  EXPECT_EQ(related[0]["message"]["text"], "nearest citation");
  EXPECT_EQ(related[0]["physicalLocation"]["region"]["startLine"], 2);
}

TEST(Sarif, SuppressedFindingsSayWhereAndWhy) {
  CheckedFile file = checked("a.md", "[[a]] [[b]]");
  Finding own = file.report.findings[0];
  own.suppressed = Suppression{"quoted law", "https://example.org", "2027-01-31", "a.md", {0, 3, 1, 1}};
  Finding other = file.report.findings[1];
  other.suppressed = Suppression{"agreed", "", "", "a.md.hypelint", {0, 1, 1, 1}};
  file.report.findings.clear();
  file.report.suppressed = {own, other};
  const Json results = run_of({file})["results"];
  ASSERT_EQ(results.size(), 2u);
  const Json in_source = results[0]["suppressions"][0];
  EXPECT_EQ(in_source["kind"], "inSource");
  EXPECT_EQ(in_source["justification"], "quoted law");
  EXPECT_EQ(in_source["location"]["physicalLocation"]["region"]["startLine"], 3);
  EXPECT_EQ(in_source["properties"], (Json{{"evidence", "https://example.org"}, {"until", "2027-01-31"}}));
  const Json external = results[1]["suppressions"][0];
  EXPECT_EQ(external["kind"], "external");
  EXPECT_EQ(external["location"]["physicalLocation"]["artifactLocation"]["uri"], "a.md.hypelint");
}

}  // namespace
}  // namespace hypelint

// The language of an article picks the rules that run on it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/small_pack.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A word of no language that rules of two languages look for.
Linter linter() {
  testing::SmallPack pack;
  pack.rule("demo/english", RuleKind::Claim, {"xylo"}).language = "en";
  pack.rule("demo/chinese", RuleKind::Claim, {"xylo"}).language = "zh";
  Rule& identifiers = pack.rule("demo/identifier", RuleKind::Citation);
  identifiers.fault = CitationFault::MalformedIdentifier;
  identifiers.language = "en";
  identifiers.every_language = true;
  return pack.linter();
}

FileReport report_of(const std::string& language) {
  Settings settings;
  settings.language = language;
  return linter().lint(Source::from_bytes("a.md", "xylo, registered as NCT1234567."), settings);
}

TEST(Language, PicksTheRulesOfItsPack) {
  EXPECT_THAT(testing::rules_of(report_of("en").findings), ElementsAre("demo/english", "demo/identifier"));
  EXPECT_THAT(testing::rules_of(report_of("zh").findings), ElementsAre("demo/chinese", "demo/identifier"));
  EXPECT_THAT(report_of("en").notes, IsEmpty());
  EXPECT_THAT(report_of("zh").notes, IsEmpty());
}

TEST(Language, WithoutAPackIsNoted) {
  const FileReport polish = report_of("pl");
  EXPECT_EQ(polish.language, "pl");
  EXPECT_THAT(testing::rules_of(polish.findings), ElementsAre("demo/identifier"));
  EXPECT_THAT(polish.notes, ElementsAre("no rule pack for Polish (pl); the article was not checked for claims"));
  EXPECT_THAT(report_of("tlh").notes, ElementsAre("no rule pack for \"tlh\"; the article was not checked for claims"));
  EXPECT_THAT(report_of("und").notes,
              ElementsAre("its language could not be told; the article was not checked for claims"));
}

TEST(Language, IsReadFromTheArticleWhenTheSettingsNameNone) {
  const Source article = Source::from_bytes("a.md", "---\nlang: zh-CN\n---\n\nxylo\n");
  const FileReport report = linter().lint(article);
  EXPECT_EQ(report.language, "zh");
  EXPECT_THAT(testing::rules_of(report.findings), ElementsAre("demo/chinese"));
}

TEST(Language, RulesWithoutOneRunOnEveryArticle) {
  testing::SmallPack pack;
  pack.rule("demo/any", RuleKind::Claim, {"xylo"});
  Settings polish;
  polish.language = "pl";
  const FileReport report = pack.linter().lint(Source::from_bytes("a.md", "xylo"), polish);
  EXPECT_THAT(testing::rules_of(report.findings), ElementsAre("demo/any"));
  EXPECT_THAT(report.notes, IsEmpty());
}

}  // namespace
}  // namespace hypelint

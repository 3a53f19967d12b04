// The whole program on small packs: selection, thresholds, counts, examples.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "rules/small_pack.h"
#include "support/linear_time.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using testing::findings;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::rules_of;
using ::testing::SizeIs;
using testing::SmallPack;

SmallPack three_rules() {
  SmallPack pack;
  Rule& cure = pack.rule("efficacy/cure", RuleKind::Claim, {"cure"});
  cure.severity = Severity::Error;
  cure.confidence = Confidence::High;
  pack.rule("superlative/absolute", RuleKind::Claim, {"best"}).severity = Severity::Info;
  pack.rule("superlative/hype", RuleKind::Claim, {"amazing"}).on = false;
  return pack;
}

constexpr std::string_view kText = "The best and amazing cure.";

std::vector<std::string> fired(const Settings& settings) {
  static const Linter linter = three_rules().linter();
  return rules_of(findings(linter, std::string(kText), settings));
}

TEST(Linter, RunsDefaultRulesUnlessToldOtherwise) {
  EXPECT_THAT(fired({}), ElementsAre("superlative/absolute", "efficacy/cure"));
  Settings settings;
  settings.select = {"superlative"};
  EXPECT_THAT(fired(settings), ElementsAre("superlative/absolute", "superlative/hype"));
  settings.ignore = {"superlative/absolute"};
  EXPECT_THAT(fired(settings), ElementsAre("superlative/hype"));
  Settings extended;
  extended.extend_select = {"superlative/hype"};
  EXPECT_THAT(fired(extended), SizeIs(3));
}

TEST(Linter, ListsEvidenceWithItsPlacesOnlyWhenAsked) {
  const std::string text = "A cure.\n\nSee **doi:10.1000/182** for it.";
  const Source source = Source::from_bytes("a.md", text);
  const Linter linter = three_rules().linter();
  EXPECT_FALSE(linter.lint(source).evidence.has_value());
  Settings settings;
  settings.list_evidence = true;
  const std::vector<FoundEvidence> found = linter.lint(source, settings).evidence.value();
  const auto doi = std::ranges::find(found, EvidenceKind::Doi, &FoundEvidence::kind);
  ASSERT_NE(doi, found.end());
  EXPECT_EQ(doi->tier, Tier::T1);
  EXPECT_THAT(text.substr(doi->span.begin, doi->span.end - doi->span.begin), HasSubstr("10.1000/182"));
}

TEST(Linter, RemapsSeveritiesThenAppliesThresholds) {
  Settings settings;
  settings.min_severity = Severity::Warning;
  EXPECT_THAT(fired(settings), ElementsAre("efficacy/cure"));
  settings.severity = {
      {"superlative/*", Severity::Error}, {"efficacy", Severity::Warning}, {"efficacy/cure", Severity::Info}};
  EXPECT_THAT(fired(settings), ElementsAre("superlative/absolute"));
  Settings sure;
  sure.min_confidence = Confidence::High;
  EXPECT_THAT(fired(sure), ElementsAre("efficacy/cure"));
}

TEST(Linter, CountsWhatItChecked) {
  const Linter linter = three_rules().linter();
  const auto report = linter.lint(Source::from_bytes("a.md", "# One two\n\nThree. Four five.\n\n```\ncode\n```\n"));
  EXPECT_EQ(report.path, "a.md");
  EXPECT_EQ(report.counts.blocks, 3U);
  EXPECT_EQ(report.counts.sentences, 3U);
  EXPECT_EQ(report.counts.words, 5U);
  EXPECT_EQ(report.counts.unchecked_blocks, 1U);
}

TEST(Linter, LeavesAdviceForSellersUncheckedAndSaysSo) {
  SmallPack pack;
  pack.rule("boast/rank", RuleKind::Claim, {"best"});
  pack.list({"your clinic website"}, EvidenceKind::Trade);
  const Linter linter = pack.linter();
  const auto lint = [&](const std::string& text, const Settings& settings = {}) {
    return linter.lint(Source::from_bytes("a.md", text), settings);
  };
  const std::string one = "Write \"the best\" on your clinic website. ";
  EXPECT_THAT(lint(one + one).findings, SizeIs(2));
  const FileReport advice = lint(one + one + one);
  EXPECT_THAT(advice.findings, IsEmpty());
  EXPECT_THAT(advice.notes, ElementsAre(HasSubstr("those who sell care")));
  Settings known;
  known.profile = "supplement";
  EXPECT_THAT(lint(one + one + one, known).findings, SizeIs(3));
  std::string rest;
  for (int i = 0; i < 120; ++i) rest += "We open at nine. ";
  EXPECT_THAT(lint(one + one + one + rest).findings, SizeIs(3)) << "three sentences of 123 make no guide";
}

TEST(Linter, FindsRulesById) {
  const Linter linter = three_rules().linter();
  ASSERT_NE(linter.rule("superlative/hype"), nullptr);
  EXPECT_EQ(linter.rule("superlative/hype")->id, "superlative/hype");
  EXPECT_EQ(linter.rule("superlative"), nullptr);
}

TEST(Linter, PassesTheMatchersErrorsOn) {
  RulePack pack;
  pack.lists.push_back({"broken", "x.toml", {{"(open", {3, 1}}}, std::nullopt});
  const auto made = Linter::create(std::move(pack));
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.errors()[0].path, "x.toml");
}

TEST(Linter, GivesEveryThreadTheSameFindings) {
  const Linter linter = three_rules().linter();
  std::string text;
  for (int i = 0; i < 50; ++i) text += std::string(kText) + "\n\n";
  const auto expected = findings(linter, text);
  std::vector<std::vector<Finding>> found(4);
  std::vector<std::thread> threads;
  for (auto& mine : found) threads.emplace_back([&] { mine = findings(linter, text); });
  for (auto& thread : threads) thread.join();
  for (const auto& mine : found) EXPECT_EQ(rules_of(mine), rules_of(expected));
}

TEST(Linter, IsTotalOverStrangeBytes) {
  const Linter linter = three_rules().linter();
  const std::vector<std::string> texts = {"",
                                          std::string(3, '\0'),
                                          "\xFF\xFE\x41",
                                          "[](",
                                          "# \n",
                                          "best\xC3",
                                          "<a href=\"#\"></a>",
                                          std::string(20000, '"') + " cure",
                                          std::string(5000, '>') + " best"};
  for (const std::string& text : texts) {
    for (const Format format : {Format::Markdown, Format::Mdx, Format::Html, Format::Plain}) {
      for (const Finding& finding : findings(linter, text, {}, format)) EXPECT_LE(finding.span.end, text.size());
    }
  }
}

TEST(Linter, StaysLinearOnOneLongSentenceOfExcusedTriggers) {
  SmallPack pack;
  pack.list({"not"}, EvidenceKind::Negation);
  pack.list({"not only"}, EvidenceKind::PseudoNegation);
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure"}).not_when = {Situation::Negated, Situation::Quotation};
  const Linter linter = pack.linter();
  const auto text = [](std::size_t bytes) { return testing::repeated("not cure ", bytes); };
  const auto linted = [&](const std::string& prose) { EXPECT_THAT(findings(linter, prose), IsEmpty()); };
  EXPECT_TRUE(testing::takes_linear_time(text, linted));
}

TEST(Linter, StaysLinearOnOneLongSentenceOfStatistics) {
  SmallPack pack;
  pack.rule("statistics/grim", RuleKind::Statistic).check = StatisticCheck::Grim;
  const Linter linter = pack.linter();
  const std::string claim = "31.3% of 40 patients and ";
  const auto text = [&](std::size_t bytes) { return testing::repeated(claim, bytes); };
  const auto linted = [&](const std::string& prose) {
    EXPECT_THAT(findings(linter, prose), SizeIs(prose.size() / claim.size()));
  };
  EXPECT_TRUE(testing::takes_linear_time(text, linted));
}

TEST(CheckExamples, ComparesMarksWithFindings) {
  SmallPack pack;
  Rule& rule = pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"});
  rule.path = "cure.toml";
  rule.bad = {{"They [[cure]] it.", Format::Markdown, {1, 1}},
              {"They [[cure it]].", Format::Markdown, {2, 1}},
              {"They cure it.", Format::Markdown, {3, 1}},
              {"They [[mend]] it.", Format::Markdown, {4, 1}}};
  rule.good = {{"They mend it.", Format::Markdown, {5, 1}}, {"They cured it.", Format::Markdown, {6, 1}}};
  std::vector<std::size_t> lines;
  const auto failures = check_examples(pack.linter());
  for (const ExampleFailure& failure : failures) lines.push_back(failure.where.line);
  ASSERT_THAT(lines, ElementsAre(2, 3, 4, 6));
  EXPECT_EQ(failures[0].path, "cure.toml");
  EXPECT_EQ(failures[0].message, "expected `cure it`, found `cure`");
  EXPECT_EQ(failures[2].message, "expected `mend`, found nothing");
  EXPECT_EQ(failures[3].message, "expected nothing, found `cured`");
}

TEST(CheckExamples, AsksDocumentRulesOnlyForAFinding) {
  SmallPack pack;
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"});
  Rule& rule = pack.rule("citation/none-in-document", RuleKind::Document);
  rule.document.when_rules = {"efficacy"};
  rule.document.lacks_tiers = {Tier::T1};
  rule.bad = {{"They cure it.", Format::Markdown, {1, 1}}, {"They mend it.", Format::Markdown, {2, 1}}};
  const auto failures = check_examples(pack.linter());
  ASSERT_THAT(failures, SizeIs(1));
  EXPECT_THAT(failures[0].message, HasSubstr("expected a finding, found nothing"));
}

}  // namespace
}  // namespace hypelint

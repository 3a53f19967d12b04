// Texts that a search through all other places for each place would take minutes for. ctest stops each test after the
// seconds that CMakeLists.txt gives it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/small_pack.h"

namespace hypelint {
namespace {

using testing::SmallPack;

constexpr std::size_t kBytes = 1 << 20;

std::string repeated(std::string_view unit, std::size_t bytes = kBytes) {
  std::string out;
  out.reserve(bytes + unit.size());
  while (out.size() < bytes) out += unit;
  return out;
}

// A trigger that is looked at from every side and never becomes a finding, so that no once-per rule saves the work.
Linter watchful() {
  SmallPack pack;
  pack.list({"not", "without"}, EvidenceKind::Negation);
  pack.list({"not only", "no doubt"}, EvidenceKind::PseudoNegation);
  pack.list({"although"}, EvidenceKind::Concession);
  pack.list({"may"}, EvidenceKind::Hedge);
  pack.list({"must"}, EvidenceKind::Norm);
  pack.list({"aims to"}, EvidenceKind::Purpose);
  pack.list({"critics say"}, EvidenceKind::Refutation);
  pack.list({"unproven"}, EvidenceKind::Limitation);
  const TermListId nowhere = pack.list({"zebra"});
  const TermListId everywhere = pack.list({"wonder", "not"});
  Rule& rule = pack.rule("claim/watched", RuleKind::Claim, {"wonder"});
  rule.except = {nowhere};
  rule.not_when = {Situation::Quotation, Situation::Concessive, Situation::Question,  Situation::Refuted,
                   Situation::Normative, Situation::Hedged,     Situation::Purpose,   Situation::Limited,
                   Situation::LinkText,  Situation::BareNoun,   Situation::ShortUnit, Situation::Negated};
  for (const Reach reach : {Reach::Sentence, Reach::NextSentence, Reach::Paragraph, Reach::Section, Reach::Document}) {
    rule.needs.push_back({{everywhere}, {}, reach, Side::Either, std::nullopt});
  }
  rule.needs.push_back({{everywhere}, {}, Reach::Sentence, Side::Before, 12});
  rule.needs.push_back({{nowhere}, {}, Reach::Document, Side::Before, std::nullopt});
  rule.cleared_by = {{{Tier::T1}, {EvidenceKind::Percent}, {EvidenceKind::Doi}, 1, Reach::Document}};
  return pack.linter();
}

struct Hostile {
  const char* name;
  std::string text;
  friend std::ostream& operator<<(std::ostream& out, const Hostile& each) { return out << each.name; }
};

class ManyTriggers : public ::testing::TestWithParam<Hostile> {};

TEST_P(ManyTriggers, AreWeighedInLinearTime) {
  EXPECT_THAT(testing::findings(watchful(), GetParam().text, {}, Format::Markdown), ::testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Rules, ManyTriggers,
    ::testing::Values(Hostile{"OneSentence", repeated("wonder ")}, Hostile{"Negators", repeated("not a wonder ")},
                      Hostile{"PseudoNegators", repeated("no doubt wonder ")},
                      Hostile{"DistantConcession", "although " + repeated("wonder ") + ", not unproven"},
                      Hostile{"Concessions", repeated("although wonder not x must ")},
                      Hostile{"Quotes", repeated("\"wonder\" ")}, Hostile{"OpenQuote", "\"" + repeated("wonder ")},
                      Hostile{"ClosingMarksAtTheEnd", repeated("wonder ", kBytes / 2) + repeated("\" ", kBytes / 2)},
                      Hostile{"Question", repeated("wonder ") + "?"}, Hostile{"Sentences", repeated("A wonder. ")},
                      Hostile{"Headings", repeated("# A wonder not seen\n\n")},
                      Hostile{"Bullets", "We promise:\n\n" + repeated("- a wonder not seen\n")},
                      Hostile{"Cells", "| a | b |\n|---|---|\n" + repeated("| wonder | not |\n")},
                      Hostile{"Links", repeated("[a wonder](/x) ")}),
    [](const auto& named) { return std::string(named.param.name); });

// Every percentage of every item is checked against the totals of the sentence that introduces the list.
TEST(Statistics, ReadTheTotalsOfALeadInOnce) {
  SmallPack pack;
  pack.rule("statistic/grim", RuleKind::Statistic).check = StatisticCheck::Grim;
  const std::string html =
      "<p>" + repeated("(n = 12) ", kBytes / 2) + ":</p><ul>" + repeated("<li>30% (n = 12)</li>", kBytes / 2) + "</ul>";
  EXPECT_THAT(testing::findings(pack.linter(), html, {}, Format::Html), ::testing::IsEmpty());
}

TEST(Statistics, ReadEndlessSentencesOnce) {
  SmallPack pack;
  for (const auto check : {StatisticCheck::Grim, StatisticCheck::PartsWhole, StatisticCheck::PCiSanity}) {
    pack.rule("statistic/" + std::string(to_string(check)), RuleKind::Statistic).check = check;
  }
  const Linter linter = pack.linter();
  for (const std::string_view unit : {"15 improved and ", "12 (55%) ", "18 of 20 ", "HR 0.9 (95% CI 0.8-1.1), ",
                                      "significant HR 0.9 (95% CI 0.8-1.1) ", "all 22 people ",
                                      "significant not p = 0.3 ", "to ", "and 54.5% recovered "}) {
    const auto found = testing::findings(linter, "Of 22 patients, " + repeated(unit));
    EXPECT_LE(found.size(), kBytes / unit.size() + 1) << unit;
  }
}

TEST(Findings, OfOneEndlessSentenceShareTheirFingerprint) {
  SmallPack pack;
  pack.rule("link/any", RuleKind::Link);
  const auto found = testing::findings(pack.linter(), repeated("[a](/x) "));
  ASSERT_GT(found.size(), 100'000U);
  EXPECT_EQ(found.front().fingerprint, found.back().fingerprint);
}

TEST(Density, CountsManyDistinctWordsOfOneSentence) {
  SmallPack pack;
  pack.rule("density/words", RuleKind::Density, {"trailblaz*"}).density.at_least = 3;
  std::string text;
  for (int i = 0; text.size() < kBytes; ++i) {
    text += "trailblaz";
    for (int rest = i; rest > 0; rest /= 26) text += static_cast<char>('a' + rest % 26);
    text += ' ';
  }
  EXPECT_THAT(testing::findings(pack.linter(), text), ::testing::SizeIs(1));
}

}  // namespace
}  // namespace hypelint

// What rules about the whole document and about the density of words report, and where.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "rules/small_pack.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using testing::expect_marks;
using testing::findings;
using ::testing::IsEmpty;
using testing::rules_of;
using ::testing::SizeIs;
using testing::SmallPack;

TEST(EvaluateDensity, CountsDistinctWordsAndBoosters) {
  SmallPack pack;
  const TermListId boosters = pack.list({"truly"});
  Rule& rule = pack.rule("superlative/hype-density", RuleKind::Density, {"seamless", "vibrant", "tailored", "dynamic"});
  rule.density.boosters = {boosters};
  rule.density.unless_rules = {"superlative/absolute"};
  rule.message = "{n}: {match}";
  pack.rule("superlative/absolute", RuleKind::Claim, {"best"});
  const Linter linter = pack.linter();
  const auto found = findings(linter, "A seamless, Vibrant and tailored stay. Seamless, seamless, seamless.");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].message, "3: seamless, vibrant, tailored");
  EXPECT_EQ(found[0].span, (SourceSpan{2, 32}));
  EXPECT_THAT(findings(linter, "Truly vibrant and tailored."), SizeIs(1));
  EXPECT_THAT(rules_of(findings(linter, "The best seamless, vibrant and tailored stay.")),
              ElementsAre("superlative/absolute"));
}

TEST(EvaluateDensity, CountsListsOfAParagraph) {
  SmallPack pack;
  const TermListId nerve = pack.list({"stroke", "autism"});
  const TermListId joint = pack.list({"arthritis"});
  const TermListId blood = pack.list({"diabetes"});
  Rule& rule = pack.rule("efficacy/cure-all", RuleKind::Density);
  rule.any = {nerve, joint, blood};
  rule.density.within = Reach::Paragraph;
  rule.density.distinct_lists = true;
  const Linter linter = pack.linter();
  EXPECT_THAT(findings(linter, "It helps stroke. And arthritis. And diabetes."), SizeIs(1));
  EXPECT_THAT(findings(linter, "It helps stroke, autism and diabetes."), IsEmpty()) << "two of one family";
  EXPECT_THAT(findings(linter, "It helps stroke and arthritis.\n\nAnd diabetes."), IsEmpty());
  EXPECT_THAT(findings(linter, "It helps:\n\n- stroke\n- arthritis\n- diabetes\n"), SizeIs(1));
}

SmallPack uncited(int at_least) {
  SmallPack pack;
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"});
  Rule& rule = pack.rule("citation/none-in-document", RuleKind::Document);
  rule.document.when_rules = {"efficacy/*"};
  rule.document.at_least = at_least;
  rule.document.lacks_tiers = {Tier::T1, Tier::T2};
  return pack;
}

TEST(EvaluateDocument, FiresOnceAtTheFirstClaim) {
  const Linter linter = uncited(2).linter();
  const auto found = findings(linter, "Hello. We cure stroke. We cure colds.");
  ASSERT_THAT(rules_of(found), ElementsAre("citation/none-in-document", "efficacy/cure", "efficacy/cure"));
  EXPECT_EQ(found[0].scope, FindingScope::Document);
  EXPECT_EQ(found[0].span, found[1].span);
  EXPECT_THAT(findings(linter, "We cure stroke."), SizeIs(1));
  EXPECT_THAT(findings(linter, "We cure stroke. We cure colds. See doi:10.1136/bmj.g7015."), SizeIs(2));
}

TEST(EvaluateDocument, CountsClaimsOfRulesThatDoNotReport) {
  const Linter linter = uncited(1).linter();
  Settings only;
  only.select = {"citation/*"};
  EXPECT_THAT(rules_of(findings(linter, "We cure stroke.", only)), ElementsAre("citation/none-in-document"));
}

TEST(EvaluateDocument, CountsARuleThatIsOffOnlyWhenNamedById) {
  SmallPack by_group = uncited(1);
  by_group.rule("efficacy/help", RuleKind::Claim, {"help(s|)"}).on = false;
  EXPECT_THAT(findings(by_group.linter(), "It helps."), IsEmpty());

  SmallPack by_id;
  by_id.rule("efficacy/help", RuleKind::Claim, {"help(s|)"}).on = false;
  Rule& rule = by_id.rule("citation/none-in-document", RuleKind::Document);
  rule.document.when_rules = {"efficacy/help"};
  rule.document.lacks_tiers = {Tier::T1, Tier::T2};
  EXPECT_THAT(rules_of(findings(by_id.linter(), "It helps.")), ElementsAre("citation/none-in-document"));
}

TEST(EvaluateDocument, StandsOnATermOnlyWhereThereIsOne) {
  SmallPack pack;
  pack.rule("solicitation/quote", RuleKind::Claim, {"free quote"});
  Rule& rule = pack.rule("disclosure/contradiction", RuleKind::Document);
  rule.document.when_rules = {"solicitation/*"};
  rule.document.at = {pack.list({"we do not endorse"})};
  const Linter linter = pack.linter();
  const auto found = findings(linter, "Get a free quote.\n\nWe do not endorse anyone.");
  ASSERT_THAT(rules_of(found), ElementsAre("solicitation/quote", "disclosure/contradiction"));
  EXPECT_EQ(found[1].match, "We do not endorse");
  EXPECT_EQ(found[1].scope, FindingScope::Span);
  EXPECT_THAT(findings(linter, "Get a free quote."), SizeIs(1));
  EXPECT_THAT(findings(linter, "We do not endorse anyone."), IsEmpty());
}

TEST(EvaluateDocument, ItsOwnSituationsExcuseTheClaims) {
  SmallPack pack = uncited(1);
  const TermListId signs = pack.list({"media contact"}, EvidenceKind::PressRelease);
  static_cast<void>(signs);
  Rule& rule = pack.rule("disclosure/no-author", RuleKind::Document);
  rule.document.when_rules = {"efficacy/*"};
  rule.document.lacks_properties = {"author"};
  rule.not_when = {Situation::PressRelease, Situation::Heading};
  const Linter linter = pack.linter();
  EXPECT_THAT(rules_of(findings(linter, "We cure stroke. Media contact: desk.")),
              ElementsAre("citation/none-in-document", "efficacy/cure"));
  EXPECT_EQ(findings(linter, "# A cure at last\n\nWe cure stroke.\n").back().rule, "efficacy/cure");
  EXPECT_EQ(findings(linter, "# A cure at last\n\nWe cure stroke.\n")[2].rule, "disclosure/no-author");
}

TEST(EvaluateDocument, NamesTheGroupThatIsMissing) {
  SmallPack pack;
  pack.rule("efficacy/help", RuleKind::Claim, {"help(s|)"});
  Rule& rule = pack.rule("statistics/unquantified", RuleKind::Document);
  rule.document.when_rules = {"efficacy/*"};
  rule.document.incomplete = {{EvidenceKind::Percent, EvidenceKind::EffectSize}, {EvidenceKind::SampleSize}};
  rule.message = "no {detail}";
  const Linter linter = pack.linter();
  EXPECT_EQ(findings(linter, "It helps.").back().message, "no percent, effect-size");
  EXPECT_EQ(findings(linter, "It helps 40%.").back().message, "no sample-size");
  EXPECT_THAT(rules_of(findings(linter, "It helps 40% (n = 30).")), ElementsAre("efficacy/help"));
}

TEST(EvaluateDocument, AsksForPropertiesOfTheDocument) {
  SmallPack pack;
  pack.rule("efficacy/help", RuleKind::Claim, {"help(s|)"});
  Rule& rule = pack.rule("disclosure/no-author", RuleKind::Document);
  rule.document.when_rules = {"efficacy/*"};
  rule.document.lacks_properties = {"author", "time"};
  const Linter linter = pack.linter();
  EXPECT_THAT(findings(linter, "It helps."), SizeIs(2));
  EXPECT_THAT(findings(linter, "---\nco-author: Ana\n---\nIt helps."), SizeIs(2));
  EXPECT_THAT(findings(linter, "---\nseo:\n  author: Ana\n---\nIt helps."), SizeIs(1));
  EXPECT_THAT(findings(linter, "<time datetime='2026-01-02'>2 Jan</time><p>It helps.", {}, Format::Html), SizeIs(1));
}

TEST(EvaluateDocument, WeighsClaimsAgainstEvidence) {
  SmallPack pack;
  pack.list({"bleeding"}, EvidenceKind::Harm);
  pack.rule("efficacy/help", RuleKind::Claim, {"help(s|)"});
  Rule& rule = pack.rule("balance/benefit-heavy", RuleKind::Document);
  rule.document.when_rules = {"efficacy/*"};
  rule.document.ratio = {{EvidenceKind::Harm}, 2};
  const Linter linter = pack.linter();
  EXPECT_THAT(findings(linter, "It helps. It helps. Bleeding occurs."), SizeIs(2)) << "twice is not more than twice";
  EXPECT_THAT(findings(linter, "It helps. It helps. It helps. Bleeding occurs."), SizeIs(4));
  EXPECT_THAT(findings(linter, "It helps. It helps. It helps. Bleeding occurs. Bleeding again."), SizeIs(3));
}

TEST(EvaluateDocument, AFindingAtAWordingHasItsPlaceForScopeAndARatioTheArticle) {
  for (const int above : {0, 2}) {
    SmallPack pack;
    const TermListId bleeding = pack.list({"bleeding"}, EvidenceKind::Harm);
    pack.rule("efficacy/help", RuleKind::Claim, {"help(s|)"});
    Rule& rule = pack.rule("balance/benefit-heavy", RuleKind::Document);
    rule.document.when_rules = {"efficacy/*"};
    rule.document.ratio = {{EvidenceKind::Harm}, above};
    rule.document.at = {bleeding};
    const auto found = findings(pack.linter(), "Bleeding occurs. It helps. It helps. It helps.");
    ASSERT_THAT(found, SizeIs(4));
    EXPECT_EQ(found[0].match, "Bleeding");
    EXPECT_EQ(found[0].scope, above == 0 ? FindingScope::Span : FindingScope::Document);
  }
}

TEST(EvaluateDocument, MenusSupportNothing) {
  const Linter linter = uncited(1).linter();
  const std::string page = "<nav><a href=\"https://doi.org/10.1136/bmj.g7015\">paper</a></nav><p>We cure stroke.</p>";
  EXPECT_THAT(findings(linter, page, {}, Format::Html), SizeIs(2));
}

TEST(EvaluateDocument, TermsOccasionItAndTermsClearIt) {
  SmallPack pack;
  const TermListId offer = pack.list({"surgery"});
  const TermListId harms = pack.list({"bleeding"});
  Rule& rule = pack.rule("balance/no-harms", RuleKind::Document);
  rule.document.when_terms = {offer};
  rule.document.lacks_terms = {harms};
  const Linter linter = pack.linter();
  expect_marks(linter, "Our [[surgery]] is quick. Surgery is cheap.");
  expect_marks(linter, "Our surgery is quick. Bleeding occurs.");
  expect_marks(linter, "Our team is quick.");
}

}  // namespace
}  // namespace hypelint

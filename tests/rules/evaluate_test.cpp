// What rules of each kind report, and where.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "rules/decimals.h"
#include "rules/example_marks.h"
#include "rules/fingerprint.h"
#include "rules/small_pack.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using testing::expect_marks;
using testing::findings;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::rules_of;
using ::testing::SizeIs;
using testing::SmallPack;

TEST(EvaluateTerms, FindsTheTriggerUnderMarkupAndTypography) {
  SmallPack pack;
  pack.rule("superlative/leadership", RuleKind::Claim, {"cutting-edge clinic(s)"});
  const Linter linter = pack.linter();
  expect_marks(linter,
               "Ours is a [[cutting\xE2\x80\x91"
               "edge **clinic]]** of rank.");
  expect_marks(linter, "<p>Our [[cutting-<b>edge</b> clinics]] &amp; more.</p>", Format::Html);
}

TEST(EvaluateTerms, ReportsOncePerUnit) {
  const std::string_view text = "[[Best]] and best. [[Best]] again.\n\n# Part\n\n[[Best]] of all.\n";
  SmallPack pack;
  pack.rule("superlative/absolute", RuleKind::Claim, {"best"});
  expect_marks(pack.linter(), text);

  const std::vector<std::pair<Reach, std::size_t>> counts = {
      {Reach::Sentence, 3}, {Reach::Paragraph, 2}, {Reach::Section, 2}, {Reach::Document, 1}};
  for (const auto& [reach, count] : counts) {
    SmallPack once;
    once.rule("superlative/absolute", RuleKind::Claim, {"best"}).once_per = reach;
    EXPECT_THAT(findings(once.linter(), parse_marks(text)->text), SizeIs(count)) << to_string(reach);
  }
}

TEST(EvaluateTerms, SkipsExceptionsThatOverlap) {
  SmallPack pack;
  const TermListId benign = pack.list({"leading cause"});
  pack.rule("superlative/leadership", RuleKind::Claim, {"leading"}).except = {benign};
  expect_marks(pack.linter(), "A leading cause of death meets our [[leading]] team.");
}

TEST(EvaluateTerms, StaysInItsZonesAndKinds) {
  SmallPack pack;
  pack.rule("superlative/absolute", RuleKind::Claim, {"best"});
  const std::string page = "<nav>best</nav><p>The best.</p><footer>best</footer><pre><code>best</code></pre>";
  EXPECT_THAT(findings(pack.linter(), page, {}, Format::Html), SizeIs(1));

  SmallPack headings;
  headings.rule("superlative/absolute", RuleKind::Claim, {"best"}).only_in = {BlockKind::Heading};
  expect_marks(headings.linter(), "# The [[best]]\n\nThe best.\n");
}

TEST(EvaluateTerms, NeedsNeighbours) {
  SmallPack pack;
  const TermListId provider = pack.list({"clinic", "team"});
  Nearby near;
  near.lists = {provider};
  near.words = 3;
  near.side = Side::After;
  pack.rule("superlative/absolute", RuleKind::Claim, {"best"}).needs = {near};
  const Linter linter = pack.linter();
  expect_marks(linter, "The [[best]] and kindest clinic.");
  expect_marks(linter, "The best of all the many things a clinic has.");
  expect_marks(linter, "A clinic of the best sort.");
  expect_marks(linter, "The best. A clinic.");
}

TEST(EvaluateTerms, FurtherTriggersCountInTheirSituationsOnly) {
  SmallPack pack;
  Rule& rule = pack.rule("superlative/absolute", RuleKind::Claim, {"best"});
  rule.also = {{{pack.list({"finest", "best of all"})}, {Situation::Heading, Situation::Question}, {}, {}}};
  const Linter linter = pack.linter();
  expect_marks(linter, "# The [[finest]] clinic?\n\nThe finest clinic? The [[best]] clinic.\n");
  expect_marks(linter, "# The finest clinic\n");
  expect_marks(linter, "# The [[best of all]]?\n");
}

TEST(EvaluateTerms, FurtherTriggersHaveNeighboursOfTheirOwn) {
  SmallPack pack;
  Rule& rule = pack.rule("superlative/absolute", RuleKind::Claim, {"best"});
  Nearby clinic;
  clinic.lists = {pack.list({"clinic"})};
  Nearby rumour;
  rumour.lists = {pack.list({"rumour"})};
  Nearby town;
  town.lists = {pack.list({"town"})};
  rule.needs = {town};
  rule.also = {{{pack.list({"finest"})}, {}, {clinic}, {rumour}}, {{pack.list({"top"})}, {}, {}, {}}};
  const Linter linter = pack.linter();
  expect_marks(linter, "The [[finest]] clinic. The finest shop of the town. The best clinic.");
  expect_marks(linter, "The finest clinic of the town, by rumour the [[best]].");
  expect_marks(linter, "A [[top]] clinic of the town. A top clinic.");
}

TEST(EvaluateTerms, ATriggerIsNoNeighbourOfItself) {
  SmallPack pack;
  Rule& rule = pack.rule("superlative/absolute", RuleKind::Claim, {"best"});
  Nearby near;
  near.lists = rule.any;
  rule.needs = {near};
  const Linter linter = pack.linter();
  expect_marks(linter, "The best clinic.");
  expect_marks(linter, "The [[best]] of the best.");
}

TEST(EvaluateTerms, UnlessLooksAsFarAsItSays) {
  const std::vector<std::pair<Reach, std::string>> texts = {
      {Reach::Sentence, "A cure is unknown."},
      {Reach::NextSentence, "A cure. Effects unknown."},
      {Reach::Paragraph, "Unknown. First. Then. A cure. More."},
      {Reach::Section, "# Part\n\nA cure.\n\nUnknown.\n"},
      {Reach::Document, "# Part\n\nA cure.\n\n# Next\n\nUnknown.\n"}};
  for (const auto& [reach, text] : texts) {
    for (const auto& [wider, ignored] : texts) {
      SmallPack pack;
      Nearby near;
      near.lists = {pack.list({"unknown"})};
      near.within = wider;
      pack.rule("efficacy/cure", RuleKind::Claim, {"cure"}).unless = {near};
      EXPECT_EQ(findings(pack.linter(), text).empty(), wider >= reach) << to_string(wider) << ": " << text;
    }
  }
}

TEST(EvaluateTerms, EvidenceClearsWithinReach) {
  SmallPack pack;
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"}).cleared_by = {{{Tier::T1}, {}, {}, 1, Reach::Paragraph}};
  const Linter linter = pack.linter();
  expect_marks(linter, "It can [[cure]] stroke.\n\nSee doi:10.1136/bmj.g7015.\n");
  expect_marks(linter, "It can cure stroke. See doi:10.1136/bmj.g7015.\n");
}

TEST(EvaluateTerms, LeadInAndBulletsSupportEachOther) {
  SmallPack pack;
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"}).cleared_by = {{{Tier::T1}, {}, {}, 1, Reach::Paragraph}};
  const Linter linter = pack.linter();
  expect_marks(linter, "As doi:10.1136/bmj.g7015 shows, cells:\n\n- cure stroke for good\n- are cheap to make\n");
  expect_marks(linter, "Cells cure these for good:\n\n- stroke, doi:10.1136/bmj.g7015\n- colds, in some\n");
  expect_marks(linter, "Cells do this:\n\n- they [[cure]] stroke for good\n- colds, doi:10.1136/bmj.g7015\n");
}

TEST(EvaluateTerms, CellsOfARowSupportEachOther) {
  SmallPack pack;
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"}).cleared_by = {{{Tier::T1}, {}, {}, 1, Reach::Paragraph}};
  expect_marks(
      pack.linter(),
      "| what | why |\n|---|---|\n| we cure stroke | doi:10.1136/bmj.g7015 |\n| we [[cure]] colds | trust us |\n");
}

TEST(EvaluateDetails, CountsKindsAndNamesTheMissing) {
  SmallPack pack;
  Rule& rule = pack.rule("trial/vague-mention", RuleKind::Details, {"trial(s)"});
  rule.cleared_by = {
      {{}, {}, {EvidenceKind::Phase, EvidenceKind::SampleSize, EvidenceKind::TrialRegistration}, 2, Reach::Paragraph}};
  rule.details = 0;
  rule.message = "{n} of 3; missing: {detail}";
  const Linter linter = pack.linter();
  const auto found = findings(linter, "A phase 2 trial is under way.");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].message, "1 of 3; missing: trial-registration, sample-size");
  EXPECT_THAT(findings(linter, "A phase 2 trial (NCT01400022) is under way."), IsEmpty());
}

TEST(EvaluateDetails, TellsOfTheDetailsWhereASourceClearsToo) {
  SmallPack pack;
  Rule& rule = pack.rule("trial/vague-mention", RuleKind::Details, {"trial(s)"});
  rule.cleared_by = {{{Tier::T1}, {}, {}, 1, Reach::Paragraph},
                     {{}, {}, {EvidenceKind::Phase, EvidenceKind::SampleSize}, 2, Reach::Paragraph}};
  rule.details = 1;
  rule.message = "has {n}, lacks {detail}";
  const Linter linter = pack.linter();
  const auto found = findings(linter, "A phase 2 trial is under way.");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].message, "has 1, lacks sample-size");
  EXPECT_THAT(findings(linter, "A phase 2 trial (doi:10.1136/bmj.g7015) is under way."), IsEmpty());
  EXPECT_THAT(findings(linter, "A phase 2 trial of 40 patients is under way."), IsEmpty());
}

TEST(EvaluateTerms, EvidenceTriggersLikeTerms) {
  SmallPack pack;
  Rule& rule = pack.rule("citation/missing", RuleKind::Claim);
  rule.trigger_evidence = {EvidenceKind::Percent};
  rule.cleared_by = {{{Tier::T1}, {}, {}, 1, Reach::Sentence}};
  expect_marks(pack.linter(), "It helped [[45%]] of them. It helped 46% of them (doi:10.1136/bmj.g7015).");
}

TEST(EvaluateTerms, UnderlinesTheSentenceWhenAsked) {
  SmallPack pack;
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"}).whole_sentence = true;
  const auto found = findings(pack.linter(), "Hello. We cure it. Bye.");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].span, (SourceSpan{7, 18}));
  EXPECT_EQ(found[0].sentence, found[0].span);
  EXPECT_EQ(found[0].match, "cure");
}

TEST(EvaluateAbsorption, DropsFindingsOfTheSameSentence) {
  SmallPack pack;
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"});
  pack.precede({{"efficacy/cure"}, {"efficacy/*", "superlative"}, {}});
  pack.rule("efficacy/help", RuleKind::Claim, {"help(s|)"});
  pack.rule("superlative/absolute", RuleKind::Claim, {"best"});
  const Linter linter = pack.linter();
  const std::string text = "The best cells help and cure. The best cells help.";
  EXPECT_THAT(rules_of(findings(linter, text)), ElementsAre("efficacy/cure", "superlative/absolute", "efficacy/help"));
  Settings without;
  without.ignore = {"efficacy/cure"};
  EXPECT_THAT(findings(linter, text, without), SizeIs(4)) << "a rule that is off absorbs nothing";
}

TEST(EvaluateAbsorption, WhatStandsBelowTheThresholdsAbsorbsNothing) {
  SmallPack pack;
  pack.rule("authority/regulator", RuleKind::Claim, {"regulator"}).confidence = Confidence::Medium;
  Rule& vow = pack.rule("efficacy/guarantee", RuleKind::Claim, {"guarantees"});
  vow.severity = Severity::Error;
  vow.confidence = Confidence::High;
  pack.precede({{"authority/*"}, {"efficacy/*"}, {}});
  const Linter linter = pack.linter();
  const auto found = [&](const Settings& settings) {
    return rules_of(findings(linter, "Our regulator guarantees it.", settings));
  };
  EXPECT_THAT(found({}), ElementsAre("authority/regulator"));
  Settings errors;
  errors.min_severity = Severity::Error;
  EXPECT_THAT(found(errors), ElementsAre("efficacy/guarantee"));
  errors.severity = {{"authority", Severity::Error}};
  EXPECT_THAT(found(errors), ElementsAre("authority/regulator"));
  Settings sure;
  sure.min_confidence = Confidence::High;
  EXPECT_THAT(found(sure), ElementsAre("efficacy/guarantee"));
}

TEST(EvaluateAbsorption, EvidenceInTheSentenceLetsBothStand) {
  SmallPack pack;
  pack.rule("testimonial/story", RuleKind::Claim, {"says Ana"});
  pack.rule("efficacy/help", RuleKind::Claim, {"help(s|)"});
  pack.precede({{"testimonial/*"}, {"efficacy/*"}, {EvidenceKind::Percent}});
  const Linter linter = pack.linter();
  EXPECT_THAT(rules_of(findings(linter, "It helps, says Ana.")), ElementsAre("testimonial/story"));
  EXPECT_THAT(rules_of(findings(linter, "It helps 80% of us, says Ana.")),
              ElementsAre("efficacy/help", "testimonial/story"));
}

TEST(EvaluateLinks, AnAnchorTextCanBeAnException) {
  SmallPack pack;
  const TermListId help = pack.list({"poison control"});
  Rule& rule = pack.rule("solicitation/contact-link", RuleKind::Link);
  rule.link.hosts = {HostClass::Phone};
  rule.except = {help};
  expect_marks(pack.linter(), "[desk]([[tel:+6625550100]]) [poison control](tel:18002221222)");
}

TEST(EvaluateLinks, LooksAtHostParameterAddressAndText) {
  SmallPack pack;
  pack.rule("solicitation/contact-link", RuleKind::Link).link.hosts = {HostClass::Messenger, HostClass::Phone};
  expect_marks(pack.linter(),
               "[Chat]([[https://wa.me/447700900123]]), [call]([[tel:+6625550100]]), [read](https://who.int/x).");

  SmallPack tracking;
  tracking.rule("solicitation/tracking-link", RuleKind::Link).link.parameters = {"utm_*", "ref"};
  expect_marks(tracking.linter(),
               "[a]([[/q?a=1&UTM_source=m]]) [b]([[/q?ref=x]]) [c](/q?refresh=1) [d](/ref=1) [e](/q#?ref=1)");

  SmallPack addressed;
  addressed.rule("solicitation/quote", RuleKind::Link).link.address = {"/quote\\b"};
  expect_marks(addressed.linter(), "[a]([[/QUOTE/now]]) [b](/quoted)");

  SmallPack worded;
  const TermListId here = worded.list({"click here"});
  worded.rule("solicitation/dangling-link", RuleKind::Link).link.text = {here};
  expect_marks(worded.linter(), "Please [click here now]([[/a]]) or click here [later](/b).");
}

TEST(EvaluateLinks, NamesTheZonesItLooksIn) {
  SmallPack pack;
  pack.rule("solicitation/contact-link", RuleKind::Link).link.zones = {Zone::Navigation};
  expect_marks(pack.linter(), "<nav><a href='[[tel:+1]]'>Call us</a></nav><p><a href='tel:+2'>Call them</a> now.</p>",
               Format::Html);
}

TEST(EvaluateLinks, WithoutTextStandsInZonesAndSituationsToo) {
  SmallPack pack;
  Rule& rule = pack.rule("solicitation/contact-link", RuleKind::Link);
  rule.link.hosts = {HostClass::Messenger};
  rule.not_when = {Situation::Promotional, Situation::Question, Situation::Quotation, Situation::Patient};
  pack.list({"free quote"}, EvidenceKind::Solicitation);
  const Linter linter = pack.linter();
  const std::string icon = "<a href='https://wa.me/491'><i class='fa'></i></a>";
  const auto count = [&](const std::string& page) { return findings(linter, page, {}, Format::Html).size(); };
  EXPECT_EQ(count("<nav><ul><li>" + icon + "</li></ul></nav><p>Hi there.</p>"), 0U);
  EXPECT_EQ(count("<p>" + icon + "</p><p>Hi there.</p>"), 1U);
  EXPECT_EQ(count("<p>" + icon + "</p><p>Get a free quote.</p>"), 0U);
}

TEST(EvaluateLinks, WithoutTextAbsorbsNothing) {
  SmallPack pack;
  pack.rule("solicitation/shop", RuleKind::Link).link.hosts = {HostClass::Other};
  pack.rule("superlative/hype", RuleKind::Phrase, {"wow"});
  pack.precede({{"solicitation/*"}, {"superlative/*"}, {}});
  const std::string page = "<body><a href='https://shop.example.net/x'><img src='a.png'></a><p>Wow.</p></body>";
  EXPECT_THAT(rules_of(findings(pack.linter(), page, {}, Format::Html)),
              ElementsAre("solicitation/shop", "superlative/hype"));
}

TEST(EvaluateTerms, EvidenceWithoutASentenceTriggersNothing) {
  SmallPack pack;
  Rule& rule = pack.rule("citation/bare");
  rule.trigger_evidence = {EvidenceKind::ScholarlyLink, EvidenceKind::Doi};
  rule.cleared_by = {{{}, {EvidenceKind::Percent}, {}, 1, Reach::Section}};
  rule.not_when = {Situation::Question};
  EXPECT_THAT(
      findings(pack.linter(), "<body><a href='https://doi.org/10.1136/bmj.g7015'></a></body>", {}, Format::Html),
      IsEmpty());
}

TEST(EvaluateLinks, RefusesABadAddressPattern) {
  RulePack pack;
  pack.rules.resize(1);
  pack.rules[0].id = "solicitation/quote";
  pack.rules[0].kind = RuleKind::Link;
  pack.rules[0].link.address = {"("};
  const auto made = Linter::create(std::move(pack));
  ASSERT_FALSE(made.ok());
  EXPECT_THAT(made.errors()[0].message, HasSubstr("link address pattern `(`"));
}

TEST(EvaluateCitations, ReportsFaultsWithTheirDetail) {
  SmallPack pack;
  Rule& rule = pack.rule("citation/malformed-id", RuleKind::Citation);
  rule.fault = CitationFault::MalformedIdentifier;
  rule.message = "{detail}";
  const auto found = findings(pack.linter(), "In the BMJ (ISSN 0959-8139) and the BMJ (ISSN 0959-8138).");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message, HasSubstr("0959-8139"));
}

TEST(EvaluateStatistics, ChecksTheArithmetic) {
  const auto linter = [](StatisticCheck check) {
    SmallPack pack;
    Rule& rule = pack.rule("statistics/check", RuleKind::Statistic);
    rule.check = check;
    rule.message = "{detail}";
    return pack.linter();
  };
  expect_marks(linter(StatisticCheck::PartsWhole), "It helped [[120%]] of our patients and sales rose 120% in a year.");
  expect_marks(linter(StatisticCheck::PCiSanity), "We saw [[p = 0.000]], [[p = 1.2]] and p = 0.03 and p < 0.001.");
  const Linter grim = linter(StatisticCheck::Grim);
  expect_marks(grim, "Of 40 patients, 12 (30.0%) improved.");
  expect_marks(grim, "[[31.3%]] of 40 patients improved.");
  expect_marks(grim, "We asked 40 patients. Of the 16 participants, 31.3% of them improved and 12.5% of all did.");
  expect_marks(grim, "31.3% of 4000 patients improved.");
  EXPECT_EQ(findings(grim, "31.3% of 40 patients improved.")[0].message,
            "31.3% of 40 would be 12.52; 12 gives 30.0%, 13 gives 32.5%");
}

TEST(EvaluateRelated, NamesTheNearestEvidenceOfTheSection) {
  SmallPack pack;
  pack.rule("efficacy/cure", RuleKind::Claim, {"cure(s|d|)"}).cleared_by = {{{Tier::T1}, {}, {}, 1, Reach::Sentence}};
  const Linter linter = pack.linter();
  const std::string text = "See doi:10.1136/bmj.g7015. It is new. We cure stroke. Hello. See doi:10.1136/bmj.g1.\n";
  const auto found = findings(linter, text);
  ASSERT_THAT(found, SizeIs(1));
  ASSERT_THAT(found[0].related, SizeIs(1));
  EXPECT_EQ(text.substr(found[0].related[0].span.begin, 10), "10.1136/bm");
  EXPECT_EQ(found[0].related[0].span.begin, text.find("10.1136/bmj.g7015"));
  EXPECT_EQ(found[0].related[0].label, "the nearest doi stands beyond the sentence that the rule looks at");
  EXPECT_THAT(findings(linter, "# A\n\nSee doi:10.1136/bmj.g7015.\n\n# B\n\nWe cure stroke.\n")[0].related, IsEmpty());
}

TEST(EvaluateRelated, SaysWhatKeepsTheNearestEvidenceFromClearing) {
  using Kinds = std::vector<EvidenceKind>;
  const Kinds none, metric_year = {EvidenceKind::Metric, EvidenceKind::Year};
  const Kinds parts = {EvidenceKind::Percent, EvidenceKind::CountOfTotal};
  const Clearance sentence{{Tier::T1}, none, none, 1, Reach::Sentence};
  const Clearance next{{Tier::T1}, none, none, 1, Reach::NextSentence};
  const Clearance next_with{{Tier::T1}, metric_year, none, 1, Reach::NextSentence};
  const Clearance any_of{{Tier::T1}, none, parts, 1, Reach::Paragraph};
  const Clearance two_of{{Tier::T1}, none, parts, 2, Reach::Sentence};
  const Clearance year_alone{{}, {EvidenceKind::Year}, none, 1, Reach::Document};
  const Clearance full_reference{{Tier::T2}, none, none, 1, Reach::Section};
  struct Row {
    std::vector<Clearance> cleared_by;
    std::string text;
    std::string label;  // empty: nothing is pointed at
  };
  const std::string two_sentences = "two sentences that the rule looks at, the claim's and the next";
  const Row rows[] = {
      {{next_with}, "The best (doi:10.1000/a1).", "a doi stands here, but no metric and year with it"},
      {{next_with}, "The best in 2019. See doi:10.1000/a1.", "a doi stands here, but no metric with it"},
      {{next_with}, "See doi:10.1000/a1. The best. Hello.", "the nearest doi stands beyond the " + two_sentences},
      {{next}, "The best. Hello. See doi:10.1000/a1.", "the nearest doi stands beyond the " + two_sentences},
      {{next_with},
       "See doi:10.1000/a1. The best. See doi:10.1000/a2.",
       "a doi stands here, but no metric and year with it"},
      {{any_of},
       "The best. So it is. See doi:10.1000/a1.",
       "a doi stands here, but no percent or count-of-total with it"},
      {{any_of},
       "The best.\n\nSee doi:10.1000/a1.",
       "the nearest doi stands beyond the paragraph that the rule looks at"},
      {{two_of},
       "The best for 45% (doi:10.1000/a1).",
       "a doi stands here, but fewer than 2 of percent and count-of-total with it"},
      {{sentence, year_alone},
       "The best. See doi:10.1000/a1.",
       "the nearest doi stands beyond the sentence that the rule looks at"},
      {{sentence, full_reference},
       "The best. See doi:10.1000/a1.",
       "the nearest doi stands beyond the sentence that the rule looks at"},
      {{any_of}, "As doi:10.1000/a1 has it:\n\n- doi:10.1000/a2\n- the best\n", ""},
  };
  for (const Row& row : rows) {
    SmallPack pack;
    pack.rule("superlative/absolute", RuleKind::Claim, {"best"}).cleared_by = row.cleared_by;
    const auto found = findings(pack.linter(), row.text);
    ASSERT_THAT(found, SizeIs(1)) << row.text;
    const std::vector<Related>& related = found[0].related;
    EXPECT_EQ(related.empty() ? "" : related[0].label, row.label) << row.text;
  }
}

TEST(Fingerprint, SurvivesMovesAndSpacingOnly) {
  const std::string base = fingerprint("a/b", "We cure it.", "Head");
  EXPECT_EQ(base, "e545d550821d5a9f") << "baselines of earlier versions hold it";
  EXPECT_EQ(base, fingerprint("a/b", " we  CURE\nit. ", "head"));
  EXPECT_NE(base, fingerprint("a/c", "We cure it.", "Head"));
  EXPECT_NE(base, fingerprint("a/b", "We cured it.", "Head"));
  EXPECT_NE(base, fingerprint("a/b", "We cure it.", "Other"));
}

TEST(Decimals, ReadsNumbersAsPrinted) {
  EXPECT_EQ(to_string(*first_decimal("p = .05")), "0.05");
  EXPECT_EQ(to_string(*first_decimal("31.30%")), "31.30");
  EXPECT_EQ(to_string(*first_decimal("1,700 people")), "1700");
  EXPECT_EQ(last_integer("12 of 1,240."), 1240);
  EXPECT_EQ(last_integer("n = 64"), 64);
  EXPECT_FALSE(last_integer("forty").has_value());
  EXPECT_FALSE(first_decimal("12345678901234567890").has_value());
}

}  // namespace
}  // namespace hypelint

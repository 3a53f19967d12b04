// What profiles and jurisdictions change in a run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hypelint/linter.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TermListId add_list(RulePack& pack, std::string term) {
  pack.lists.push_back({"list-" + std::to_string(pack.lists.size()), "test", {{std::move(term), {}}}, {}});
  return static_cast<TermListId>(pack.lists.size() - 1);
}

Rule& add_rule(RulePack& pack, std::string id, std::string term) {
  Rule rule;
  rule.id = std::move(id);
  rule.any = {add_list(pack, std::move(term))};
  rule.message = "`{match}`";
  rule.sources = {{"Guide", "1", 0, ""}, {"Act", "s 9", 2001, ""}};
  return pack.rules.emplace_back(std::move(rule));
}

Overlay overlay(OverlayKind kind, std::string name, std::vector<Adjustment> adjust) {
  return {kind, std::move(name), "s", "", "test", std::move(adjust)};
}

Adjustment change(std::vector<std::string> rules) {
  Adjustment adjustment;
  adjustment.rules = std::move(rules);
  return adjustment;
}
Adjustment severity(std::vector<std::string> rules, Severity to) {
  Adjustment adjustment = change(std::move(rules));
  adjustment.severity = to;
  return adjustment;
}
Adjustment switched(std::vector<std::string> rules, bool on) {
  Adjustment adjustment = change(std::move(rules));
  adjustment.on = on;
  return adjustment;
}
Adjustment strict(std::vector<std::string> rules) {
  Adjustment adjustment = change(std::move(rules));
  adjustment.cleared = false;
  return adjustment;
}
Adjustment cleared(std::vector<std::string> rules) {
  Adjustment adjustment = change(std::move(rules));
  adjustment.cleared = true;
  return adjustment;
}
Adjustment citing(std::vector<std::string> rules, std::vector<Authority> sources) {
  Adjustment adjustment = change(std::move(rules));
  adjustment.sources = std::move(sources);
  return adjustment;
}

// boast/best (warning, cleared by a DOI), boast/wild (off), vow/cure (warning).
Linter linter_with(std::vector<Overlay> overlays) {
  RulePack pack;
  Clearance doi;
  doi.with = {EvidenceKind::Doi};
  add_rule(pack, "boast/best", "best").cleared_by = {doi};
  add_rule(pack, "boast/wild", "wild").on = false;
  add_rule(pack, "vow/cure", "cure");
  pack.overlays = std::move(overlays);
  auto made = Linter::create(std::move(pack));
  EXPECT_TRUE(made.ok());
  return std::move(made).value();
}

Settings under(std::string profile, std::vector<std::string> jurisdictions = {}) {
  Settings settings;
  settings.language = "en";
  settings.profile = std::move(profile);
  settings.jurisdictions = std::move(jurisdictions);
  return settings;
}

FileReport report(const Linter& linter, const std::string& text, const Settings& settings) {
  return linter.lint(Source::from_bytes("a.md", text), settings);
}

// "rule severity" of each finding.
std::vector<std::string> found(const Linter& linter, const std::string& text, const Settings& settings) {
  std::vector<std::string> out;
  for (const Finding& one : report(linter, text, settings).findings) {
    out.push_back(one.rule + " " + std::string(to_string(one.severity)));
  }
  return out;
}

const char* const kText = "The best, wild cure.";

TEST(Overlay, WithoutOneTheRulesStandAsTheyAre) {
  const Linter linter = linter_with({overlay(OverlayKind::Profile, "p", {switched({"boast", "vow"}, false)})});
  for (const char* name : {"", "none", "unknown"}) {
    EXPECT_THAT(found(linter, kText, under(name)), ElementsAre("boast/best warning", "vow/cure warning")) << name;
  }
}

TEST(Overlay, RaisesLowersAndSwitches) {
  const Linter linter = linter_with({overlay(OverlayKind::Profile, "p",
                                             {severity({"boast/*"}, Severity::Info), switched({"boast/wild"}, true),
                                              severity({"vow/cure"}, Severity::Error)})});
  EXPECT_THAT(found(linter, kText, under("p")), ElementsAre("boast/best info", "boast/wild info", "vow/cure error"));
}

TEST(Overlay, TheLaterEntryOfOneOverlayWins) {
  const Linter linter = linter_with({overlay(
      OverlayKind::Profile, "p", {severity({"boast/best"}, Severity::Error), severity({"boast"}, Severity::Info)})});
  EXPECT_THAT(found(linter, "The best.", under("p")), ElementsAre("boast/best info"));
}

TEST(Overlay, ConfidenceCountsForTheThreshold) {
  Adjustment sure = change({"vow"});
  sure.confidence = Confidence::High;
  const Linter linter = linter_with({overlay(OverlayKind::Jurisdiction, "xx", {sure})});
  Settings settings = under("", {"xx"});
  settings.min_confidence = Confidence::High;
  EXPECT_THAT(found(linter, kText, settings), ElementsAre("vow/cure warning"));
}

TEST(Overlay, OfSeveralJurisdictionsTheStrictestDecides) {
  const Linter linter = linter_with(
      {overlay(OverlayKind::Jurisdiction, "aa", {severity({"vow"}, Severity::Error), switched({"boast/wild"}, true)}),
       overlay(OverlayKind::Jurisdiction, "bb", {severity({"vow"}, Severity::Info), switched({"boast/wild"}, false)}),
       overlay(OverlayKind::Jurisdiction, "cc", {severity({"vow"}, Severity::Info)})});
  const std::string text = "A wild cure.";
  EXPECT_THAT(found(linter, text, under("", {"aa", "bb"})), ElementsAre("boast/wild warning", "vow/cure error"));
  EXPECT_THAT(found(linter, text, under("", {"bb", "aa"})), ElementsAre("boast/wild warning", "vow/cure error"));
  EXPECT_THAT(found(linter, text, under("", {"bb", "cc"})), ElementsAre("vow/cure info"));
}

TEST(Overlay, AJurisdictionIsLaidOverTheProfile) {
  const Linter linter =
      linter_with({overlay(OverlayKind::Profile, "p", {severity({"vow"}, Severity::Info), switched({"boast"}, false)}),
                   overlay(OverlayKind::Jurisdiction, "xx", {severity({"vow"}, Severity::Error)})});
  EXPECT_THAT(found(linter, kText, under("p", {"xx"})), ElementsAre("vow/cure error"));
}

TEST(Overlay, WhatTheUserSaysGoesFirst) {
  const Linter linter = linter_with(
      {overlay(OverlayKind::Profile, "p",
               {switched({"vow"}, false), switched({"boast/wild"}, true), severity({"boast"}, Severity::Error)})});
  Settings settings = under("p");
  settings.extend_select = {"vow/cure"};
  settings.ignore = {"boast/wild"};
  settings.severity = {{"boast/best", Severity::Info}};
  EXPECT_THAT(found(linter, kText, settings), ElementsAre("boast/best info", "vow/cure warning"));
  settings = under("p");
  settings.select = {"vow"};
  EXPECT_THAT(found(linter, kText, settings), ElementsAre("vow/cure warning"));
}

TEST(Overlay, EvidenceDoesNotClearWhereTheLawIsStrict) {
  const Linter linter = linter_with({overlay(OverlayKind::Jurisdiction, "xx", {strict({"boast"})})});
  const std::string text = "The best (doi:10.1136/bmj.g7015).";
  EXPECT_THAT(found(linter, text, under("")), IsEmpty());
  EXPECT_THAT(found(linter, text, under("", {"xx"})), ElementsAre("boast/best warning"));
}

TEST(Overlay, ALaterEntryMayLetEvidenceClearAgain) {
  const std::string text = "The best (doi:10.1136/bmj.g7015).";
  const Linter linter =
      linter_with({overlay(OverlayKind::Profile, "p", {strict({"boast"}), cleared({"boast/best"})}),
                   overlay(OverlayKind::Profile, "q", {strict({"boast"}), severity({"boast"}, Severity::Error)}),
                   overlay(OverlayKind::Jurisdiction, "xx", {cleared({"boast"})})});
  EXPECT_THAT(found(linter, text, under("p")), IsEmpty());
  EXPECT_THAT(found(linter, text, under("q")), SizeIs(1)) << "what an entry does not speak of stays";
  EXPECT_THAT(found(linter, text, under("q", {"xx"})), IsEmpty());
}

TEST(Overlay, NoEvidenceIsPointedAtWhereNoneClears) {
  RulePack pack;
  Clearance source;
  source.tiers = {Tier::T1};
  add_rule(pack, "boast/best", "best").cleared_by = {source};
  pack.overlays = {overlay(OverlayKind::Jurisdiction, "xx", {strict({"boast"})})};
  const auto linter = Linter::create(std::move(pack));
  ASSERT_TRUE(linter.ok());
  const std::string text = "The best. See doi:10.1136/bmj.g7015 for more.";
  ASSERT_THAT(report(linter.value(), text, under("")).findings, SizeIs(1));
  EXPECT_THAT(report(linter.value(), text, under("")).findings[0].related, SizeIs(1));
  EXPECT_THAT(report(linter.value(), text, under("", {"xx"})).findings[0].related, IsEmpty());
}

TEST(Overlay, DetailsStillCountWhereTheLawIsStrict) {
  RulePack pack;
  Rule& rule = add_rule(pack, "trial/vague", "trial");
  rule.kind = RuleKind::Details;
  Clearance details;
  details.any_of = {EvidenceKind::Doi};
  Clearance source;
  source.tiers = {Tier::T2};
  rule.cleared_by = {source, details};
  rule.details = 1;
  pack.overlays = {overlay(OverlayKind::Jurisdiction, "xx", {strict({"trial"})})};
  const auto linter = Linter::create(std::move(pack));
  ASSERT_TRUE(linter.ok());
  EXPECT_THAT(found(linter.value(), "The trial (doi:10.1136/bmj.g7015).", under("", {"xx"})), IsEmpty());
  EXPECT_THAT(found(linter.value(), "The trial.", under("", {"xx"})), SizeIs(1));
  const std::string sourced = "The trial (BMJ 2014;349:g7015).";
  EXPECT_THAT(found(linter.value(), sourced, under("")), IsEmpty());
  EXPECT_THAT(found(linter.value(), sourced, under("", {"xx"})), SizeIs(1)) << "the source clears nothing";
}

TEST(Overlay, SourcesOfTheRulesFoundStandInTheReport) {
  const Linter linter = linter_with(
      {overlay(OverlayKind::Jurisdiction, "xx",
               {citing({"vow"}, {{"Act", "s 1", 2001, ""}, {"Code", "2", 0, ""}}), citing({"boast/wild"}, {})})});
  const FileReport with = report(linter, kText, under("", {"xx"}));
  ASSERT_THAT(with.sources, SizeIs(1));
  EXPECT_EQ(with.sources[0].rule, "vow/cure");
  std::vector<std::string> clauses;
  for (const Authority& source : with.sources[0].sources) clauses.push_back(source.name + " " + source.clause);
  EXPECT_THAT(clauses, ElementsAre("Act s 1", "Code 2", "Act s 9", "Guide 1"));
  EXPECT_THAT(report(linter, kText, under("")).sources, IsEmpty());
}

TEST(Overlay, SourcesOfSuppressedFindingsStandInTheReport) {
  const Linter linter =
      linter_with({overlay(OverlayKind::Jurisdiction, "xx", {citing({"vow"}, {{"Act", "s 1", 2001, ""}})})});
  const FileReport with =
      report(linter, "<!-- hypelint-disable-file vow/cure: a quote -->\n\nA cure.\n", under("", {"xx"}));
  ASSERT_THAT(with.suppressed, SizeIs(1));
  EXPECT_THAT(with.sources, SizeIs(1));
}

TEST(Overlay, AClauseThatTheRuleHasTooIsNamedOnce) {
  const Linter linter =
      linter_with({overlay(OverlayKind::Jurisdiction, "xx", {citing({"vow"}, {{"Act", "s 9", 2001, ""}})})});
  const FileReport with = report(linter, kText, under("", {"xx"}));
  ASSERT_THAT(with.sources, SizeIs(1));
  ASSERT_THAT(with.sources[0].sources, SizeIs(2));
  EXPECT_EQ(with.sources[0].sources[0].clause, "s 9");
}

TEST(Overlay, AdjustedSaysWhatWasApplied) {
  const Linter linter =
      linter_with({overlay(OverlayKind::Profile, "p", {severity({"vow"}, Severity::Error), switched({"boast"}, false)}),
                   overlay(OverlayKind::Jurisdiction, "xx", {strict({"vow"})})});
  const AdjustedRule cure = linter.adjusted(*linter.rule("vow/cure"), under("p", {"xx"}));
  EXPECT_EQ(cure.severity, Severity::Error);
  EXPECT_FALSE(cure.cleared);
  EXPECT_TRUE(cure.on);
  EXPECT_THAT(cure.by, SizeIs(2));
  EXPECT_FALSE(linter.adjusted(*linter.rule("boast/best"), under("p")).on);
  EXPECT_THAT(linter.adjusted(*linter.rule("vow/cure"), under("")).by, IsEmpty());
}

}  // namespace
}  // namespace hypelint

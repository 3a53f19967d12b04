// Loading rule packs: what a good pack becomes, and how each fault of a bad one is named.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "hypelint/rule_pack.h"
#include "rules/names.h"
#include "rules/small_pack_files.h"

namespace hypelint {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using testing::claim;
using testing::kLexicon;
using testing::kManifest;
using testing::LoadTest;
using testing::replaced;
using testing::rule;

TEST_F(LoadTest, ReadsManifestLexiconsAndRules) {
  write("boast/rank.toml", claim(R"(except = ["first class post", "@rank"]
needs = [{ any = ["we", "our"], within = "sentence", side = "before", words = 3 }]
unless = [{ evidence = ["status"], within = "paragraph" }]
not_when = ["negated", "bare-noun"]
only_in = ["heading", "table-cell"]
cleared_by = { tiers = ["T1"], any_of = ["year", "metric"], at_least = 2, within = "next-sentence" }
once_per = "section"
span = "sentence"
only_when = ["title"]
on = false
)"));
  const RulePack pack = load_good();
  ASSERT_THAT(pack.packs, SizeIs(1));
  EXPECT_EQ(pack.packs[0].name, "small");
  EXPECT_EQ(pack.packs[0].path, folder_.path());
  ASSERT_THAT(pack.rules, SizeIs(1));
  const Rule& rule = pack.rules[0];
  EXPECT_EQ(rule.id, "boast/rank");
  EXPECT_EQ(rule.path, folder_ / "boast/rank.toml");
  EXPECT_EQ(rule.where.line, 1U);
  EXPECT_FALSE(rule.on);
  EXPECT_TRUE(rule.whole_sentence);
  EXPECT_EQ(rule.once_per, Reach::Section);
  EXPECT_THAT(rule.any, ElementsAre(0U));
  EXPECT_THAT(rule.except, ElementsAre(0U, 1U));
  EXPECT_THAT(rule.not_when, ElementsAre(Situation::Negated, Situation::BareNoun));
  EXPECT_THAT(rule.only_in, ElementsAre(BlockKind::Heading, BlockKind::TableCell));
  EXPECT_THAT(rule.zones, ElementsAre(Zone::Head, Zone::Body));
  ASSERT_THAT(rule.needs, SizeIs(1));
  EXPECT_THAT(rule.needs[0].lists, ElementsAre(2U));
  EXPECT_EQ(rule.needs[0].side, Side::Before);
  EXPECT_EQ(rule.needs[0].words, 3);
  ASSERT_THAT(rule.unless, SizeIs(1));
  EXPECT_THAT(rule.unless[0].evidence, ElementsAre(EvidenceKind::Status));
  ASSERT_THAT(rule.cleared_by, SizeIs(1));
  EXPECT_EQ(rule.cleared_by[0].at_least, 2);
  EXPECT_EQ(rule.cleared_by[0].within, Reach::NextSentence);
  EXPECT_EQ(rule.sources[0].clause, "4");
  EXPECT_THAT(rule.bad, SizeIs(1));
}

TEST_F(LoadTest, ListsLexiconsFirstThenInlineListsWithPlaces) {
  write("lexicon/harm.toml", "summary = \"harms\"\nevidence = \"harm\"\nterms = [\n  \"rash\",\n  \"fever\",\n]\n");
  write("boast/rank.toml", claim("except = [\n  \"first class post\",\n  \"@harm\",\n]\n"));
  const RulePack pack = load_good();
  std::vector<std::string> names;
  for (const TermList& list : pack.lists) names.push_back(list.name);
  EXPECT_THAT(names, ElementsAre("harm", "rank", "boast/rank/except"));
  EXPECT_EQ(pack.lists[0].evidence, EvidenceKind::Harm);
  EXPECT_EQ(pack.lists[0].terms[1].where.line, 5U);
  EXPECT_EQ(pack.lists[0].terms[1].where.column, 3U);
  EXPECT_EQ(pack.lists[2].path, folder_ / "boast/rank.toml");
  EXPECT_EQ(pack.lists[2].terms[0].text, "first class post");
  EXPECT_THAT(pack.rules[0].except, ElementsAre(0U, 2U));
}

TEST_F(LoadTest, ReadsEveryKind) {
  const auto named = [](std::string_view name, std::string_view rest) {
    return replaced(rule(rest), "boast/rank", "boast/" + std::string(name));
  };
  write("boast/a.toml", named("a", "kind = \"phrase\"\nany = [\"x\"]\n"));
  write("boast/b.toml", named("b",
                              "kind = \"details\"\ntrigger_evidence = [\"phase\"]\ncleared_by = { tiers = [\"T1\"] }\n"
                              "details = { of = [\"phase\", \"centre\"], at_least = 2, within = \"paragraph\" }\n"));
  write("boast/c.toml",
        named("c",
              "kind = \"link\"\n[link]\nhosts = [\"messenger\"]\nparameters = [\"aff*\"]\n"
              "address = [\"/buy\"]\ntext = [\"order\"]\nroles = [\"button\"]\nzones = [\"footer\"]\n"));
  write("boast/d.toml", named("d", "kind = \"citation\"\nfault = \"dangling-marker\"\n"));
  write("boast/e.toml", named("e", "kind = \"statistic\"\ncheck = \"grim\"\n"));
  write("boast/f.toml", named("f",
                              "kind = \"document\"\n[document]\nwhen_rules = [\"boast/*\"]\nat_least = 2\n"
                              "lacks_tiers = [\"T1\"]\nlacks = [\"harm\"]\nlacks_terms = [\"@rank\"]\n"));
  write("boast/g.toml", named("g",
                              "kind = \"density\"\nany = [\"x\"]\n[density]\nat_least = 4\nboosters = [\"very\"]\n"
                              "unless_rules = [\"boast/a\"]\n"));
  const RulePack pack = load_good();
  ASSERT_THAT(pack.rules, SizeIs(7));
  EXPECT_EQ(pack.rules[0].kind, RuleKind::Phrase);
  ASSERT_EQ(pack.rules[1].details, 1U) << "behind what clears it";
  EXPECT_EQ(pack.rules[1].cleared_by.at(1).at_least, 2);
  EXPECT_EQ(pack.rules[1].cleared_by.at(1).within, Reach::Paragraph);
  EXPECT_THAT(pack.rules[2].link.hosts, ElementsAre(HostClass::Messenger));
  EXPECT_THAT(pack.rules[2].link.zones, ElementsAre(Zone::Footer));
  EXPECT_THAT(pack.rules[2].link.text, SizeIs(1));
  EXPECT_EQ(pack.rules[3].fault, CitationFault::DanglingMarker);
  EXPECT_EQ(pack.rules[4].check, StatisticCheck::Grim);
  EXPECT_THAT(pack.rules[5].document.when_rules, ElementsAre("boast/*"));
  EXPECT_EQ(pack.rules[5].document.at_least, 2);
  EXPECT_EQ(pack.rules[6].density.at_least, 4);
  EXPECT_THAT(pack.rules[6].density.unless_rules, ElementsAre("boast/a"));
}

struct Fault {
  std::string name;
  std::string rule;
  std::vector<std::string> parts;  // all in the one error expected
  friend std::ostream& operator<<(std::ostream& out, const Fault& fault) { return out << fault.name; }
};

class RuleFaults : public LoadTest, public ::testing::WithParamInterface<Fault> {};

TEST_P(RuleFaults, AreNamedWithTheirPlace) {
  const std::vector<std::string> found = faults_of_rule(GetParam().rule);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0], HasSubstr("boast/rank.toml:"));
  for (const std::string& part : GetParam().parts) EXPECT_THAT(found[0], HasSubstr(part));
}

const std::vector<Fault> kFaults = {
    {"UnknownKey", claim("exept = [\"x\"]\n"), {":12:1:", "\"exept\"", "\"except\""}},
    {"UnknownNestedKey",
     claim("needs = [{ any = [\"x\"], with_in = \"sentence\" }]\n"),
     {":12:", "did you mean \"within\"?"}},
    {"WrongType", claim("on = \"yes\"\n"), {":12:6:", "\"on\" must be true or false, not a string"}},
    {"TextInsteadOfArray", claim("not_when = \"negated\"\n"), {"\"not_when\" must be an array, not a string"}},
    {"NumberInArray", claim("except = [1]\n"), {":12:11:", "must hold strings, not an integer"}},
    {"EmptyTerm", claim("except = [\" \"]\n"), {"must not hold empty strings"}},
    {"NoTriggers", rule("kind = \"phrase\"\nany = []\n"), {":11:7:", "\"any\" must not be empty"}},
    {"UnknownLexicon",
     claim("except = [\"@rnk\"]\n"),
     {":12:11:", "no lexicon is called \"rnk\"; did you mean \"rank\"?"}},
    {"UnknownLexiconInNeeds",
     claim("needs = [{ any = [\"@nothing-like-it\"] }]\n"),
     {"nothing-like-it", "allowed: rank"}},
    {"UnknownSeverity", replaced(claim(""), "\"warning\"", "\"warn\""), {":2:12:", "allowed: info, warning, error"}},
    {"UnknownKind", replaced(claim(""), "\"claim\"", "\"claims\""), {":10:8:", "did you mean \"claim\"?"}},
    {"UnknownSituation",
     claim("not_when = [\"negatd\"]\n"),
     {"did you mean \"negated\"?", "allowed: negated, refuted"}},
    {"UnknownEvidence", claim("trigger_evidence = [\"percents\"]\n"), {"did you mean \"percent\"?"}},
    {"UnknownTier", claim("cleared_by = { tiers = [\"T9\"] }\n"), {"\"T9\"", "T1, T2, T3, T4"}},
    {"UnknownSpan", claim("span = \"word\"\n"), {"allowed: match, sentence"}},
    {"UnknownCheck", rule("kind = \"statistic\"\ncheck = \"grin\"\n"), {"did you mean \"grim\"?"}},
    {"EmptyClearance", claim("cleared_by = { within = \"sentence\" }\n"), {"at least one of: tiers, with, any_of"}},
    {"TooManyKinds", claim("cleared_by = { any_of = [\"year\"], at_least = 2 }\n"), {"more kinds than the 1 listed"}},
    {"EmptyNearby", claim("unless = [{ within = \"sentence\" }]\n"), {"needs \"any\" (terms) or \"evidence\" (kinds)"}},
    {"WordsBeyondSentence",
     claim("unless = [{ any = [\"x\"], words = 2, within = \"section\" }]\n"),
     {"\"words\" counts"}},
    {"WordsOutOfRange", claim("needs = [{ any = [\"x\"], words = -1 }]\n"), {"from 0 to 100"}},
    {"NextSentenceUnit", claim("once_per = \"next-sentence\"\n"), {"\"once_per\" must be"}},
    {"NoSources",
     replaced(claim(""), "[{ name = \"House rules\", clause = \"4\" }]", "[]"),
     {":7:11:", "at least one"}},
    {"NoSourcesKey",
     replaced(claim(""), "sources = [{ name = \"House rules\", clause = \"4\" }]\n", ""),
     {"missing key \"sources\""}},
    {"SourceWithoutClause", replaced(claim(""), ", clause = \"4\"", ""), {":7:12:", "missing key \"clause\""}},
    {"BadAddress", replaced(claim(""), "clause = \"4\"", "clause = \"4\", url = \"who.int\""), {"\"url\" must be"}},
    {"NoBadExample", replaced(claim(""), "[\"We are [[first class]].\"]", "[]"), {":8:7:", "at least one example"}},
    {"NoGoodExample",
     replaced(claim(""), "good = [\"The first class begins at nine.\"]\n", ""),
     {"missing key \"good\""}},
    {"UnmarkedBadExample",
     replaced(claim(""), "[[first class]]", "first class"),
     {":8:8:", "must mark the expected span"}},
    {"MarkedGoodExample", replaced(claim(""), "The first class", "The [[first class]]"), {":9:9:", "a good example"}},
    {"UnbalancedMark", replaced(claim(""), "class]]", "class]"), {":8:8:", "unbalanced"}},
    {"UnknownExampleFormat",
     replaced(claim(""), "[\"The first class begins at nine.\"]", "[{ text = \"x\", format = \"htm\" }]"),
     {"did you mean \"html\"?"}},
    {"IdOfOtherFile",
     replaced(claim(""), "boast/rank", "boast/range"),
     {":1:6:", "must be \"boast/rank\"", "file name"}},
    {"IdOfOtherFolder", replaced(claim(""), "boast/rank", "boost/rank"), {":1:6:", "must be \"boast/rank\"", "folder"}},
    {"NoMessage",
     replaced(claim(""), "message = \"`{match}` claims a rank\"\n", ""),
     {":1:1:", "missing key \"message\""}},
    {"UnknownPlaceholder",
     replaced(claim(""), "{match}", "{mach}"),
     {":6:11:", "\"{mach}\" is no placeholder", "did you mean \"{match}\"?"}},
    {"DetailOfAClaim", replaced(claim(""), "{match}", "{detail}"), {":6:11:", "\"{detail}\" has no value"}},
    {"CountOfAClaim", replaced(claim(""), "{match}", "{n}"), {":6:11:", "\"{n}\" has no value"}},
    {"DetailOfACompleteDocument",
     replaced(rule("kind = \"document\"\n[document]\nwhen_terms = [\"x\"]\nlacks = [\"harm\"]\n"), "{match}",
              "{detail}"),
     {":6:11:", "\"{detail}\" has no value"}},
    {"ClaimWithoutTriggers", rule("kind = \"claim\"\n"), {"missing key \"any\" or \"trigger_evidence\""}},
    {"AlsoWithoutCondition", claim("also = [{ any = [\"x\"] }]\n"), {"missing key \"when\"", "[[also]]"}},
    {"AlsoWithoutTerms", claim("also = [{ when = [\"promotional\"] }]\n"), {"missing key \"any\"", "[[also]]"}},
    {"AlsoWithUnknownKey",
     claim("also = [{ any = [\"x\"], when = [\"promotional\"], need = [] }]\n"),
     {"unknown key \"need\"", "\"needs\""}},
    {"AlsoOfAnotherKind",
     rule("kind = \"link\"\nalso = [{ any = [\"x\"], when = [\"promotional\"] }]\n[link]\nhosts = [\"messenger\"]\n"),
     {"\"also\" does not belong to a rule of kind \"link\""}},
    {"DetailsWithoutTable", rule("kind = \"details\"\nany = [\"x\"]\n"), {"missing key \"details\""}},
    {"LinkWithoutTable", rule("kind = \"link\"\n"), {"missing key \"link\""}},
    {"CitationWithoutFault", rule("kind = \"citation\"\n"), {"missing key \"fault\""}},
    {"StatisticWithoutCheck", rule("kind = \"statistic\"\n"), {"missing key \"check\""}},
    {"DocumentWithoutTable", rule("kind = \"document\"\n"), {"missing key \"document\""}},
    {"DensityWithoutTable", rule("kind = \"density\"\nany = [\"x\"]\n"), {"missing key \"density\""}},
    {"KeyOfOtherKind",
     rule("kind = \"citation\"\nfault = \"dangling-marker\"\nany = [\"x\"]\n"),
     {":12:1:", "\"any\" does not belong to a rule of kind \"citation\""}},
    {"ClearedPhrase",
     rule("kind = \"phrase\"\nany = [\"x\"]\ncleared_by = { tiers = [\"T1\"] }\n"),
     {"\"cleared_by\" does not belong"}},
    {"UnitOfALink",
     rule("kind = \"link\"\nonce_per = \"section\"\n[link]\nhosts = [\"messenger\"]\n"),
     {":11:1:", "\"once_per\" does not belong to a rule of kind \"link\""}},
    {"UnitOfADensity",
     rule("kind = \"density\"\nany = [\"x\"]\nonce_per = \"section\"\n[density]\nat_least = 4\n"),
     {"\"once_per\" does not belong to a rule of kind \"density\""}},
    {"EvidenceOfADensity",
     rule("kind = \"density\"\nany = [\"x\"]\ntrigger_evidence = [\"percent\"]\n[density]\nat_least = 4\n"),
     {"\"trigger_evidence\" does not belong to a rule of kind \"density\""}},
    {"AddressThatIsNoExpression",
     rule("kind = \"link\"\n[link]\naddress = [\"/buy\", \"(\"]\n"),
     {":12:20:", "\"address\": bad regular expression: missing )"}},
    {"EveryLanguageOfWords",
     rule("kind = \"link\"\nevery_language = true\n[link]\ntext = [\"order\"]\n"),
     {":11:18:", "looks at words of its language"}},
    {"RatioOfNothing",
     rule("kind = \"document\"\n[document]\nwhen_terms = [\"x\"]\nratio = { to = [\"harm\"], above = 5 }\n"),
     {"missing key \"when_rules\": \"ratio\" needs it"}},
    {"Syntax", claim("on = \n"), {":12:", "not valid TOML"}},
};

INSTANTIATE_TEST_SUITE_P(Load, RuleFaults, ::testing::ValuesIn(kFaults),
                         [](const auto& instance) { return instance.param.name; });

TEST_F(LoadTest, BracesThatAreNoPlaceholderStay) {
  write("boast/rank.toml", replaced(claim(""), "claims a rank\"\nsources", "{ claims } {1} a {rank\"\nsources"));
  EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(LoadTest, DetailsAreForRulesThatHaveThem) {
  for (const char* rest :
       {"kind = \"citation\"\nfault = \"dangling-marker\"\n", "kind = \"statistic\"\ncheck = \"grim\"\n",
        "kind = \"document\"\n[document]\nwhen_terms = [\"x\"]\nincomplete = [[\"percent\"]]\n"}) {
    write("boast/rank.toml", replaced(rule(rest), "{match}", "{detail}"));
    EXPECT_THAT(faults(), IsEmpty()) << rest;
  }
}

TEST_F(LoadTest, ThePackNamesItsLanguageByItsSubtag) {
  write("boast/rank.toml", claim(""));
  const std::pair<const char*, const char*> rows[] = {{"english", "did you mean \"en\"?"},
                                                      {"EN-us", "did you mean \"en\"?"},
                                                      {"e", "such as \"en\", not \"e\""},
                                                      {"cn", "did you mean \"zh\"?"},
                                                      {"jp", "did you mean \"ja\"?"},
                                                      {"gr", "did you mean \"el\"?"},
                                                      {"eng", "did you mean \"en\"?"},
                                                      {"qx", "not \"qx\""},
                                                      {"und", "not \"und\""}};
  for (const auto& [language, said] : rows) {
    write("pack.toml", replaced(std::string(kManifest), "\"en\"", "\"" + std::string(language) + "\""));
    EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("pack.toml:3:12:"), HasSubstr("primary language subtag"),
                                            HasSubstr(said))));
  }
}

TEST_F(LoadTest, ReportsTheFaultsOfTermsWithTheOthers) {
  write("lexicon/rank.toml", "summary = \"s\"\nterms = [\"first class\", \"a ~ b\"]\n");
  write("boast/rank.toml", claim("onn = true\n"));
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("boast/rank.toml:12:1:"), HasSubstr("lexicon/rank.toml:2:25:")));
}

TEST_F(LoadTest, RefusesGroupsThatAreNotAPacks) {
  write("boast/rank.toml", claim(""));
  write("suppression/unused.toml", claim(""));
  write("jurisdictions/uk.toml", "name = \"uk\"\n");
  EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("jurisdictions/uk.toml: "), HasSubstr("belongs beside the pack")),
                                    AllOf(HasSubstr("suppression/unused.toml: "), HasSubstr("hypelint's own"))));
}

TEST_F(LoadTest, ReportsAllFaultsOfAllFilesByPathAndPlace) {
  write("pack.toml", "name = \"x\"\nversion = 1\nlanguage = \"en\"\nsummary = \"s\"\nlicense = \"CC0-1.0\"\n");
  write("lexicon/rank.toml", "summary = \"s\"\nterms = []\nevidence = \"harms\"\n");
  write("boast/rank.toml", claim("onn = true\nspan = 1\n"));
  write("boast/other.toml", "id = ");
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("boast/other.toml:1:"), HasSubstr("boast/rank.toml:12:1:"),
                                    HasSubstr("boast/rank.toml:13:8:"), HasSubstr("lexicon/rank.toml:2:9:"),
                                    HasSubstr("lexicon/rank.toml:3:12:"),
                                    AllOf(HasSubstr("pack.toml:1:1:"), HasSubstr("missing key \"licence\"")),
                                    HasSubstr("pack.toml:2:11:"),
                                    AllOf(HasSubstr("pack.toml:5:1:"), HasSubstr("did you mean \"licence\"?"))));
}

TEST_F(LoadTest, BrokenFilesStillCountAsNamed) {
  write("lexicon/rank.toml", "terms = ");
  write("boast/other.toml", "id = ");
  write("boast/rank.toml", claim(""));
  write("pack.toml", std::string(kManifest) + "[[precedence]]\norder = [\"boast/rank\", \"boast/other\"]\n");
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("boast/other.toml"), HasSubstr("lexicon/rank.toml")));
}

TEST_F(LoadTest, RefusesFilesThatWouldNotBeRead) {
  write("boast/rank.toml", claim(""));
  write("boast/deep/rule.toml", "");
  write("stray.toml", "");
  write("boast/Upper.toml", "");
  write("boast/notes.md", "not TOML, no part of the pack");
  write("boast/.hidden.toml", "?");
  const auto found = faults();
  EXPECT_THAT(found, ::testing::Contains(AllOf(HasSubstr("boast/deep/rule.toml"), HasSubstr("not read here"))));
  EXPECT_THAT(found, ::testing::Contains(AllOf(HasSubstr("stray.toml"), HasSubstr("not read here"))));
  EXPECT_THAT(found, ::testing::Contains(AllOf(HasSubstr("boast/Upper.toml"), HasSubstr("lower-case"))));
  EXPECT_THAT(found, ::testing::Not(::testing::Contains(HasSubstr("notes.md"))));
  EXPECT_THAT(found, ::testing::Not(::testing::Contains(HasSubstr(".hidden"))));
}

TEST_F(LoadTest, RefusesFoldersThatAreNoPack) {
  EXPECT_THAT(load_rule_packs({}).errors()[0].message, HasSubstr("no rule pack"));
  EXPECT_THAT(load_rule_packs({folder_ / "absent"}).errors()[0].message, HasSubstr("no such"));
  EXPECT_THAT(load_rule_packs({folder_ / "pack.toml"}).errors()[0].message, HasSubstr("must be a folder"));
  EXPECT_THAT(load_rule_packs({folder_ / "lexicon"}).errors()[0].message, HasSubstr("no pack.toml"));
  EXPECT_THAT(load().errors()[0].message, HasSubstr("no rule in any"));
  TemporaryFolder parent;
  parent.write("health/pack.toml", kManifest);
  EXPECT_THAT(load_rule_packs({parent.path()}).errors()[0].message,
              HasSubstr("did you mean \"" + parent / "health" + "\"?"));
}

TEST_F(LoadTest, PacksShareLexiconsAndMayNotRedefineNames) {
  write("boast/rank.toml", claim(""));
  TemporaryFolder second;
  second.write("pack.toml", kManifest);
  second.write("boast/more.toml", replaced(claim(""), "boast/rank", "boast/more"));
  const auto both = load_rule_packs({folder_.path(), second.path(), folder_.path() + "/"});
  ASSERT_TRUE(both.ok()) << to_string(both.errors()[0]);
  EXPECT_THAT(both.value().packs, SizeIs(2));
  EXPECT_EQ(both.value().rules[0].id, "boast/more");
  second.write("boast/rank.toml", claim(""));
  second.write("lexicon/rank.toml", kLexicon);
  const auto clash = load_rule_packs({folder_.path(), second.path()});
  ASSERT_FALSE(clash.ok());
  ASSERT_THAT(clash.errors(), SizeIs(2));
  EXPECT_EQ(clash.errors()[0].path, second / "boast/rank.toml");
  EXPECT_THAT(clash.errors()[0].message, HasSubstr(folder_ / "boast/rank.toml"));
  EXPECT_EQ(clash.errors()[1].path, second / "lexicon/rank.toml");
}

TEST_F(LoadTest, DocumentAndUncitedRulesNeedNoMarks) {
  write("boast/rank.toml",
        replaced(rule("kind = \"citation\"\nfault = \"uncited-entry\"\n"), "[[first class]]", "first"));
  EXPECT_THAT(faults(), IsEmpty());
}

}  // namespace
}  // namespace hypelint

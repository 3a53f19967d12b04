// `rules`, `explain`, `init`, help and version.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace hypelint {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Help, TellsANewcomerWhatToType) {
  const Workplace place;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--help"}, {"check", "--help"}, {"-h"}}) {
    const RunOutcome outcome = place.run({words, "", {}});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("hypelint check article.md"));
    EXPECT_THAT(outcome.out, HasSubstr("Exit codes"));
    EXPECT_EQ(outcome.err, "");
  }
  EXPECT_THAT(place.run({{"--version"}, "", {}}).out, testing::MatchesRegex("hypelint [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Rules, ListIsATable) {
  const Workplace place;
  EXPECT_EQ(
      place.run({{"rules", "list", demo_pack()}, "", {}}).out,
      "RULE                      SEVERITY  CONFIDENCE  ON   SUMMARY\n"
      "demo/best                 warning   medium      on   finds the best\n"
      "demo/cure                 error     high        on   finds miracle\n"
      "demo/new                  info      low         on   finds novel\n"
      "demo/quiet                warning   high        off  finds quietly\n"
      "suppression/blanket       error     high        on   a suppression names no rule, a group of rules or all of "
      "them\n"
      "suppression/expired       warning   high        on   a suppression is past its date\n"
      "suppression/malformed     error     high        on   a suppression is not written as one\n"
      "suppression/no-reason     error     high        on   a suppression gives no reason\n"
      "suppression/unknown-rule  warning   high        on   a suppression names a rule that does not exist\n"
      "suppression/unused        warning   high        on   a suppression suppresses nothing\n");
}

// A pack with the rule g/r (error, "wonder").
void write_pack(const Workplace& place, const std::string& folder) {
  place.write(folder + "/pack.toml",
              "name = \"p\"\nversion = \"1\"\nlanguage = \"en\"\nsummary = \"s\"\nlicence = \"Apache-2.0\"\n");
  place.write(
      folder + "/g/r.toml",
      "id = \"g/r\"\nkind = \"phrase\"\nseverity = \"error\"\nconfidence = \"high\"\nsummary = \"s\"\nwhy = \"w\"\n"
      "message = \"m\"\nany = [\"wonder\"]\nsources = [{ name = \"n\", clause = \"1\", year = 2020, url = \"\" }]\n"
      "bad = [\"A [[wonder]].\"]\ngood = [\"A day.\"]\n");
}

TEST(Rules, FoldersAndPackFlagsAddUp) {
  const Workplace place;
  write_pack(place, "p");
  const std::string list = place.run({{"rules", "list", "p", "--pack", demo_pack()}, "", {}}).out;
  EXPECT_THAT(list, HasSubstr("\ng/r "));
  EXPECT_THAT(list, HasSubstr("\ndemo/cure "));
  EXPECT_EQ(place.run({{"rules", "test", "--pack", demo_pack(), "p"}, "", {}}).out,
            "5 rules, 10 examples, no failures\n");
}

TEST(Rules, AreThoseOfTheConfigurationOfTheFolder) {
  const Workplace place;
  write_pack(place, "p");
  place.write("hypelint.toml", "packs = [\"p\"]\n");
  EXPECT_THAT(place.run({{"rules", "list"}, "", {}}).out, HasSubstr("\ng/r "));
  EXPECT_THAT(place.run({{"explain", "g/r"}, "", {}}).out,
              StartsWith("g/r  (error, high confidence, on by default)\n"));
  EXPECT_EQ(place.run({{"rules", "test"}, "", {}}).out, "1 rule, 2 examples, no failures\n");
  EXPECT_THAT(place.run({{"rules", "docs"}, "", {}}).out, HasSubstr("\n## g\n"));
}

TEST(Rules, PacksNamedGoBeforeThoseOfTheConfiguration) {
  const Workplace place;
  write_pack(place, "p");
  place.write("hypelint.toml", "packs = [\"p\"]\n");
  EXPECT_THAT(place.run({{"rules", "list", demo_pack()}, "", {}}).out, Not(HasSubstr("\ng/r ")));
  EXPECT_EQ(place.run({{"explain", "g/r", "--pack", demo_pack()}, "", {}}).code, 2);
  place.write("hypelint.toml", "packs = 1\n");
  EXPECT_EQ(place.run({{"rules", "test", "p"}, "", {}}).code, 0) << "no need to read it";
  EXPECT_THAT(place.run({{"rules", "list"}, "", {}}).err, HasSubstr("hypelint.toml:1:"));
  EXPECT_THAT(place.run({{"explain", "g/r"}, "", {}}).err, HasSubstr("hypelint.toml:1:"));
}

TEST(Rules, PacksThatTheConfigurationNamesAndNobodyHasHaveAPlace) {
  const Workplace place;
  write_pack(place, "house");
  write_pack(place, "style/ours");
  place.write("folder/a.md", "Fine.\n");
  place.write("hypelint.toml", "packs=[\"hose\", \"house\",\n  \"style/our/\", \"folder/a.md\", \"none\"]\n");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"check", "folder"}, {"rules", "list"}, {"rules", "test"}, {"explain", "g/r"}}) {
    const RunOutcome outcome = place.run({words, "", {}});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(
        outcome.err,
        StartsWith("hypelint: error: hypelint.toml:1:8: no such rule pack folder `hose`, did you mean `house`?\n"
                   "hypelint: error: hypelint.toml:2:3: no such rule pack folder `style/our/`, did you mean `ours`?\n"
                   "hypelint: error: hypelint.toml:2:17: `folder/a.md` is no folder; a rule pack is a folder with "
                   "a pack.toml\n"
                   "hypelint: error: hypelint.toml:2:32: no such rule pack folder `none`\n"));
  }
  EXPECT_EQ(place.run({{"rules", "list", "house"}, "", {}}).code, 0) << "packs named go first";
  EXPECT_EQ(place.run({{"rules", "test", "./hous"}, "", {}}).err,
            "hypelint: error: no such rule pack folder `./hous`, did you mean `house`?\n"
            "hypelint: hint: `hypelint rules test DIR` checks a rule pack\n");
}

// Without the environment's packs.
RunOutcome run_own(const Workplace& place, std::vector<std::string> words) {
  return place.run({std::move(words), "", {{"HYPELINT_PACKS", ""}}});
}

TEST(Rules, BuiltInPacksHaveNames) {
  const Workplace place;
  write_pack(place, "house");
  place.write("a.md", "Our clinic offers a miracle cure for every cancer.\n");
  place.write("health/a.md", "An article.\n");
  const auto ids = [&](std::vector<std::string> words) { return run_own(place, std::move(words)).out; };
  EXPECT_THAT(ids({"rules", "list", "house", "health"}), AllOf(HasSubstr("g/r "), HasSubstr("superlative/hype ")));
  EXPECT_THAT(ids({"rules", "list", "zh"}), Not(HasSubstr("superlative/hype ")));
  place.write("hypelint.toml", "packs = [\"house\", \"health\"]\n");
  EXPECT_THAT(ids({"rules", "list"}), AllOf(HasSubstr("g/r "), HasSubstr("superlative/hype ")));
  place.write("house/pack.toml", place.read("house/pack.toml") + "extends = [\"health\"]\n");
  place.write("hypelint.toml", "packs = [\"house\"]\n");
  EXPECT_THAT(ids({"check", "a.md"}), HasSubstr("[efficacy/"));
  write_pack(place, "health");
  EXPECT_THAT(ids({"rules", "list", "health"}), Not(HasSubstr("superlative/hype "))) << "a folder goes first";
}

TEST(Rules, AreNotShownUnderAnInvalidConfiguration) {
  const Workplace place;
  for (const char* text : {"profile = \"x\"\n", "ignore = [\"no/such\"]\n"}) {
    place.write("hypelint.toml", text);
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"rules", "list"}, {"explain", "demo/cure"}, {"check", "."}}) {
      const RunOutcome outcome = place.run({words, "", {{"HYPELINT_PACKS", demo_pack()}}});
      EXPECT_EQ(outcome.code, 2) << text << words[0];
      EXPECT_THAT(outcome.err, StartsWith("hypelint: error: hypelint.toml:1:"));
    }
    EXPECT_EQ(place.run({{"rules", "list", demo_pack()}, "", {}}).code, 0) << "it may be about other packs";
  }
}

TEST(Rules, StandAsTheConfigurationSetsThem) {
  const Workplace place;
  place.write("hypelint.toml",
              "ignore = [\"demo/new\"]\nextend-select = [\"demo/quiet\"]\n[severity]\n\"demo/best\" = \"error\"\n");
  const auto out = [&](std::vector<std::string> words) { return place.run({std::move(words), "", {}}).out; };
  EXPECT_THAT(out({"rules", "list", demo_pack()}),
              StartsWith("RULE                      SEVERITY  CONFIDENCE  ON   SUMMARY\n"
                         "demo/best                 error     medium      on   finds the best\n"
                         "demo/cure                 error     high        on   finds miracle\n"
                         "demo/new                  info      low         off  finds novel\n"
                         "demo/quiet                warning   high        on   finds quietly\n"));
  EXPECT_THAT(
      out({"explain", "demo/best", "--pack", demo_pack()}),
      StartsWith("demo/best  (error, medium confidence, on under hypelint.toml; warning, medium confidence, on by "
                 "default)\n"));
  EXPECT_THAT(out({"explain", "demo", "--pack", demo_pack()}), HasSubstr("\ndemo/new  (info, low confidence, off)\n"));
  place.write("hypelint.toml", "select = [\"demo/new\"]\n");
  EXPECT_THAT(out({"explain", "demo", "--pack", demo_pack()}),
              HasSubstr("\ndemo/cure  (error, high confidence, off)\n"));
}

TEST(Rules, ListAsJson) {
  const Workplace place;
  const auto json = nlohmann::json::parse(place.run({{"rules", "list", "--json", "--pack", demo_pack()}, "", {}}).out);
  ASSERT_EQ(json.size(), 10U);
  EXPECT_EQ(json[3]["rule"], "demo/quiet");
  EXPECT_EQ(json[3]["on"], false);
}

TEST(Rules, TestRunsTheExamples) {
  const Workplace place;
  const RunOutcome outcome = place.run({{"rules", "test", demo_pack()}, "", {}});
  EXPECT_EQ(outcome.code, 0) << outcome.out;
  EXPECT_EQ(outcome.out, "4 rules, 8 examples, no failures\n");
}

TEST(Rules, TestNamesThePlaceOfAFailedExample) {
  const Workplace place;
  place.write("p/pack.toml",
              "name = \"p\"\nversion = \"1\"\nlanguage = \"en\"\nsummary = \"s\"\nlicence = \"Apache-2.0\"\n");
  place.write(
      "p/g/r.toml",
      "id = \"g/r\"\nkind = \"phrase\"\nseverity = \"error\"\nconfidence = \"high\"\nsummary = \"s\"\nwhy = \"w\"\n"
      "message = \"m\"\nany = [\"wonder\"]\nsources = [{ name = \"n\", clause = \"1\", year = 2020, url = \"\" }]\n"
      "bad = [\"A [[wander]].\"]\ngood = [\"A wonder.\"]\n");
  const RunOutcome outcome = place.run({{"rules", "test", "p"}, "", {}});
  EXPECT_EQ(outcome.code, 1) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("p/g/r.toml:10:"));
  EXPECT_THAT(outcome.out, HasSubstr("p/g/r.toml:11:"));
  EXPECT_THAT(outcome.out, HasSubstr("1 rule, 2 examples, 2 failures\n"));
}

TEST(Explain, SaysWhatWhyWhoAndHow) {
  const Workplace place;
  const RunOutcome outcome = place.run({{"explain", "demo/cure", "--pack", demo_pack()}, "", {}});
  EXPECT_EQ(outcome.code, 0);
  for (const char* part : {"demo/cure  (error, high confidence, on by default)", "finds miracle", "Why\n",
                           "Demo Code, 1.1 (2020)", "- Here is [[miracle]] for you.", "- Here is nothing for you."}) {
    EXPECT_THAT(outcome.out, HasSubstr(part));
  }
}

TEST(Explain, ListsTheRulesOfAGroup) {
  const Workplace place;
  for (const char* group : {"demo", "demo/*"}) {
    const RunOutcome outcome = place.run({{"explain", group, "--pack", demo_pack()}, "", {}});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, StartsWith("`" + std::string(group) + "` is a group of 4 rules; `hypelint explain RULE`"));
    EXPECT_THAT(outcome.out, HasSubstr("\ndemo/quiet  (warning, high confidence, off)\n  finds quietly\n"));
  }
}

TEST(Init, WritesAConfigurationThatLoadsAndNeverOverwrites) {
  const Workplace place;
  EXPECT_EQ(place.run({{"init"}, "", {}}).out, "wrote hypelint.toml\n");
  place.write("a.md", "fine\n");
  EXPECT_EQ(place.check({"a.md"}).code, 0);
  place.write("hypelint.toml", "# mine\n");
  const RunOutcome again = place.run({{"init"}, "", {}});
  EXPECT_EQ(again.code, 2);
  EXPECT_EQ(again.out, "");
  EXPECT_THAT(again.err, HasSubstr("hypelint.toml: exists already"));
  EXPECT_EQ(place.read("hypelint.toml"), "# mine\n");
  EXPECT_EQ(place.run({{"init", "--force"}, "", {}}).code, 0);
  EXPECT_NE(place.read("hypelint.toml"), "# mine\n");
}

TEST(Init, WritesWhatIsMissingAndKeepsTheRest) {
  const Workplace place;
  place.write("hypelint.toml", "# mine\n");
  place.write(".gitlab-ci.yml", "# jobs\n");
  const RunOutcome first = place.run({{"init", "--vscode", "--gitlab"}, "", {}});
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_EQ(first.out, "kept hypelint.toml\nwrote .vscode/tasks.json\nkept .gitlab-ci.yml; --force overwrites it\n");
  EXPECT_EQ(place.run({{"init", "--vscode", "--gitlab"}, "", {}}).code, 2);
  EXPECT_EQ(place.read(".gitlab-ci.yml"), "# jobs\n");
}

TEST(Init, ForceOverwritesOnlyWhatIsAskedForByName) {
  const Workplace place;
  place.write("hypelint.toml", "# mine\n");
  place.write(".gitlab-ci.yml", "# jobs\n");
  EXPECT_EQ(place.run({{"init", "--gitlab", "--force"}, "", {}}).out, "kept hypelint.toml\nwrote .gitlab-ci.yml\n");
  EXPECT_EQ(place.read("hypelint.toml"), "# mine\n");
  EXPECT_NE(place.read(".gitlab-ci.yml"), "# jobs\n");
}

// Every key that the template shows must be one that loads.
TEST(Init, CommentedSettingsAreRealOnes) {
  const Workplace place;
  ASSERT_EQ(place.run({{"init"}, "", {}}).code, 0);
  std::string settings;
  std::string text = place.read("hypelint.toml");
  for (std::size_t at = 0; at < text.size();) {
    const std::string line = text.substr(at, text.find('\n', at) - at);
    const bool is_setting =
        line.starts_with("# ") && (line.find(" = ") != std::string::npos || line.starts_with("# ["));
    if (is_setting && line.find("packs") == std::string::npos && line.find("baseline") == std::string::npos)
      settings += line.substr(2) + "\n";
    at += line.size() + 1;
  }
  place.write("hypelint.toml", settings);
  place.write("content/a.md", "The weather is fine.\n");
  const RunOutcome outcome = place.run({{"check", "content"}, "", {}});
  EXPECT_EQ(outcome.code, 0) << outcome.err << settings;
}

TEST(Init, WritesEditorAndCiFiles) {
  const Workplace place;
  ASSERT_EQ(place.run({{"init", "--vscode", "--github", "--gitlab"}, "", {}}).code, 0);
  EXPECT_TRUE(nlohmann::json::accept(place.read(".vscode/tasks.json")));
  EXPECT_THAT(place.read(".github/workflows/hypelint.yml"), HasSubstr("hypelint/integrations/github-action"));
  EXPECT_THAT(place.read(".gitlab-ci.yml"), HasSubstr("integrations/gitlab/hypelint.yml"));
}

}  // namespace
}  // namespace hypelint

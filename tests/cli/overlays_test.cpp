// `--profile`, `--jurisdiction`, their keys in hypelint.toml, and `rules docs`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace hypelint {
namespace {

using testing::HasSubstr;
using testing::Not;

// p/g holds g/cure (error, "miracle") and g/best (warning, "the best"); beside it stand profile news and places aa, bb.
class Overlays : public testing::Test {
 protected:
  Overlays() {
    const std::string head =
        "name = \"p\"\nversion = \"1\"\nlanguage = \"en\"\nsummary = \"s\"\nlicence = \"CC0-1.0\"\n";
    place_.write("rules/p/pack.toml", head);
    write_rule("cure", "error", "miracle");
    write_rule("best", "warning", "the best");
    place_.write("rules/profiles/news.toml",
                 "name = \"news\"\nkind = \"profile\"\nsummary = \"news\"\n"
                 "[[adjust]]\nrules = [\"g/cure\"]\non = false\nnote = \"news may quote it\"\n");
    write_place("aa", "severity = \"error\"\ncleared = false\nnote = \"no rank, true or not\"\n");
    write_place("bb", "severity = \"info\"\n");
    place_.write("a.md", "This is a miracle of the best for everyone who reads about it in the evening.\n");
  }

  void write_rule(const std::string& name, const std::string& severity, const std::string& term) const {
    place_.write("rules/p/g/" + name + ".toml",
                 "id = \"g/" + name + "\"\nkind = \"phrase\"\nseverity = \"" + severity +
                     "\"\nconfidence = \"high\"\nsummary = \"finds <" + term +
                     ">\"\nwhy = \"w\"\nmessage = \"`{match}`\"\n"
                     "clear = \"drop it\"\nany = [\"" +
                     term + "\"]\nsources = [{ name = \"Own\", clause = \"7\", year = 2020 }]\nbad = [\"It is [[" +
                     term + "]] here.\"]\ngood = [\"A `plain` text.\"]\n");
  }
  void write_place(const std::string& name, const std::string& change) const {
    place_.write("rules/jurisdictions/" + name + ".toml",
                 "name = \"" + name + "\"\nkind = \"jurisdiction\"\nsummary = \"the place " + name +
                     "\"\n[[adjust]]\nrules = [\"g/best\"]\n" + change + "sources = [{ name = \"Act of " + name +
                     "\", clause = \"s 1\" }]\n");
  }

  [[nodiscard]] RunOutcome run(std::vector<std::string> words) const {
    words.insert(words.end(), {"--pack", "rules/p"});
    return place_.run({std::move(words), "", {}});
  }
  // "rule severity" of each finding, in order.
  [[nodiscard]] std::string found(std::vector<std::string> words) const {
    words.insert(words.begin(), {"check", "a.md", "--format", "json"});
    const RunOutcome outcome = run(std::move(words));
    if (outcome.code > 1) return outcome.err;
    std::string out;
    const auto json = nlohmann::json::parse(outcome.out);
    for (const auto& finding : json["files"][0]["findings"]) {
      out +=
          (out.empty() ? "" : ", ") + finding["rule"].get<std::string>() + " " + finding["severity"].get<std::string>();
    }
    return out;
  }

  Workplace place_;
};

TEST_F(Overlays, FlagsChooseThem) {
  EXPECT_EQ(found({}), "g/cure error, g/best warning");
  EXPECT_EQ(found({"--profile", "news"}), "g/best warning");
  EXPECT_EQ(found({"--profile", "none"}), "g/cure error, g/best warning");
  EXPECT_EQ(found({"--jurisdiction", "bb"}), "g/cure error, g/best info");
  EXPECT_EQ(found({"--jurisdiction", "bb,aa"}), "g/cure error, g/best error");
  EXPECT_EQ(found({"--jurisdiction", "bb", "--jurisdiction", "aa", "--profile", "news"}), "g/best error");
}

TEST_F(Overlays, JsonNamesTheClausesOfThePlaceFirst) {
  const auto names = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words = {"check", "a.md", "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const auto json = nlohmann::json::parse(run(words).out);
    std::vector<std::string> out;
    for (const auto& finding : json["files"][0]["findings"]) {
      for (const auto& source : finding["sources"]) out.push_back(source["name"]);
    }
    return out;
  };
  EXPECT_THAT(names({}), testing::ElementsAre("Own", "Own"));
  EXPECT_THAT(names({"--jurisdiction", "bb,aa"}), testing::ElementsAre("Own", "Act of bb", "Act of aa", "Own"));
}

TEST_F(Overlays, TheConfigurationChoosesThemForFiles) {
  place_.write("hypelint.toml",
               "profile = \"news\"\njurisdiction = [\"aa\"]\n"
               "[[overrides]]\nfiles = [\"b.md\"]\nprofile = \"none\"\njurisdiction = \"bb\"\n");
  place_.write("b.md", place_.read("a.md"));
  EXPECT_EQ(found({}), "g/best error");
  EXPECT_EQ(found({"--profile", "none", "--jurisdiction", "bb"}), "g/cure error, g/best info");
  const auto json = nlohmann::json::parse(run({"check", "b.md", "--format", "json"}).out);
  EXPECT_EQ(json["files"][0]["findings"].size(), 2U);
  EXPECT_EQ(json["files"][0]["findings"][1]["severity"], "info");
  EXPECT_EQ(json["files"][0]["findings"][1]["sources"][0]["name"], "Act of bb");
}

TEST_F(Overlays, OwnSeveritiesGoFirst) {
  place_.write("hypelint.toml", "jurisdiction = [\"aa\"]\n[severity]\n\"g/best\" = \"info\"\n");
  EXPECT_EQ(found({}), "g/cure error, g/best info");
}

TEST_F(Overlays, UnknownNamesAreErrorsWithTheNearestOne) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> table = {
      {{"check", "a.md", "--profile", "new"}, "--profile: unknown profile \"new\"; did you mean \"news\"?"},
      {{"check", "a.md", "--jurisdiction", "aa,zz"}, "--jurisdiction: unknown jurisdiction \"zz\"; known: aa, "},
      {{"check", "a.md", "--jurisdiction", "AA"}, "did you mean \"aa\"?"},
      {{"explain", "g/cure", "--profile", "new"}, "did you mean \"news\"?"},
      {{"rules", "list", "--jurisdiction", "aaa"}, "did you mean \"aa\"?"},
  };
  for (const auto& [words, message] : table) {
    const RunOutcome outcome = run(words);
    EXPECT_EQ(outcome.code, 2) << message;
    EXPECT_THAT(outcome.err, HasSubstr(message));
  }
  place_.write("hypelint.toml",
               "jurisdiction = [\"aa\",\n  \"aab\"]\n[[overrides]]\nfiles = [\"*\"]\nprofile = \"x\"\n");
  const RunOutcome outcome = run({"check", "a.md"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("hypelint.toml:2:3: unknown jurisdiction \"aab\"; did you mean \"aa\"?"));
  EXPECT_LT(outcome.err.find(":2:3:"), outcome.err.find(":5:11:"));
  EXPECT_THAT(outcome.err, HasSubstr("hypelint.toml:5:11: unknown profile \"x\"; known: none, "));
}

TEST_F(Overlays, ExplainShowsTheClauseAndTheSeverityThatApply) {
  const std::string chosen = run({"explain", "g/best", "--jurisdiction", "aa", "--profile", "news"}).out;
  for (const char* part :
       {"g/best  (error, high confidence, on under aa; warning, high confidence, on by default)",
        "Who asks for it\n  Act of aa, s 1\n  Own, 7 (2020)\n",
        "In this jurisdiction\n  aa: error, evidence does not clear it; Act of aa, s 1. no rank, true "}) {
    EXPECT_THAT(chosen, HasSubstr(part));
  }
  EXPECT_THAT(chosen, Not(HasSubstr("bb")));
  EXPECT_THAT(run({"explain", "g/cure", "--jurisdiction", "aa,bb"}).out,
              HasSubstr("In this jurisdiction\n  aa, bb: no adjustment of this rule\n"));
}

TEST_F(Overlays, ExplainTakesThemFromTheConfiguration) {
  place_.write("hypelint.toml", "jurisdiction = [\"aa\"]\n[severity]\n\"g/best\" = \"info\"\n");
  EXPECT_THAT(
      run({"explain", "g/best"}).out,
      HasSubstr("g/best  (info, high confidence, on under aa, hypelint.toml; warning, high confidence, on by "));
  EXPECT_THAT(run({"explain", "g/best"}).out, HasSubstr("In this jurisdiction\n  aa: error"));
  EXPECT_THAT(run({"explain", "g/best", "--jurisdiction", "bb"}).out, HasSubstr("In this jurisdiction\n  bb: info"));
}

TEST_F(Overlays, ExplainListsWhoHasASay) {
  const std::string best = run({"explain", "g/best"}).out;
  EXPECT_THAT(best, HasSubstr("g/best  (warning, high confidence, on by default)\n"));
  EXPECT_THAT(best, HasSubstr("Jurisdictions with a say (--jurisdiction)\n  aa: error"));
  EXPECT_THAT(best, HasSubstr("\n  bb: info; Act of bb, s 1\n"));
  EXPECT_THAT(run({"explain", "g/cure"}).out, HasSubstr("Profiles that change it (--profile)\n  news: off. news may"));
}

TEST_F(Overlays, RulesListShowsWhatApplies) {
  EXPECT_THAT(run({"rules", "list", "--profile", "news", "--jurisdiction", "aa"}).out,
              testing::AllOf(testing::ContainsRegex("g/best +error +high +on "),
                             testing::ContainsRegex("g/cure +error +high +off ")));
}

TEST_F(Overlays, DocsHoldEveryRuleWithItsPlacesAndExamples) {
  const RunOutcome outcome = run({"rules", "docs"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part :
       {"# Rules\n", "- [g/best](#gbest): finds \\<the best\\> (warning, high confidence, on by default)\n",
        "- `aa`: the place aa\n", "### g/cure\n", "**How to clear it:** drop it\n", "- Own, 7 (2020)\n",
        "- `aa`: error, evidence does not clear it; Act of aa, s 1. no rank, true or not\n", "- `news`: off. news may",
        "- `It is [[miracle]] here.`\n", "- ``A `plain` text.``\n"}) {
    EXPECT_THAT(outcome.out, HasSubstr(part));
  }
  EXPECT_EQ(outcome.out, run({"rules", "docs"}).out);
  EXPECT_THAT(outcome.out, Not(HasSubstr(place_.folder().string())));
}

}  // namespace
}  // namespace hypelint

// hypelint.toml: its keys and faults, where it is looked for, and which settings govern a file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "hypelint/config.h"
#include "lint/config_rules.h"
#include "rules/compile.h"
#include "support/linear_time.h"
#include "support/temporary_folder.h"

namespace hypelint {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

class ConfigTest : public ::testing::Test {
 protected:
  Result<Config> load(std::string_view text) {
    folder_.write("hypelint.toml", text);
    return load_config(folder_ / "hypelint.toml");
  }
  Config load_good(std::string_view text) {
    auto config = load(text);
    if (config) return std::move(config).value();
    ADD_FAILURE() << to_string(config.errors().front());
    return {};
  }

  TemporaryFolder folder_;
};

TEST_F(ConfigTest, ReadsEveryKey) {
  const Config config = load_good(R"(packs = ["rules/house"]
include = ["content/**/*.md"]
exclude = ["drafts/"]
fail-on = "warning"
select = ["trial/*"]
extend-select = ["citation/missing"]
ignore = ["trial/phase"]
min-severity = "warning"
min-confidence = "high"
[severity]
"trial/blinding" = "error"
trial = "info"
[[overrides]]
files = ["news/*"]
select = ["citation"]
min-severity = "error"
)");
  EXPECT_EQ(config.path, folder_ / "hypelint.toml");
  EXPECT_THAT(config.packs, ElementsAre("rules/house"));
  ASSERT_EQ(config.pack_places.size(), 1U);
  EXPECT_EQ(config.pack_places[0].column, 10U);
  EXPECT_THAT(config.include, ElementsAre("content/**/*.md"));
  EXPECT_THAT(config.exclude, ElementsAre("drafts/"));
  EXPECT_EQ(config.fail_on, Severity::Warning);
  EXPECT_FALSE(config.fail_never);
  EXPECT_THAT(config.settings.select, ElementsAre("trial/*"));
  EXPECT_THAT(config.settings.extend_select, ElementsAre("citation/missing"));
  EXPECT_THAT(config.settings.ignore, ElementsAre("trial/phase"));
  EXPECT_EQ(config.settings.min_severity, Severity::Warning);
  EXPECT_EQ(config.settings.min_confidence, Confidence::High);
  // Groups stand before rules, so that the last match is the closest one.
  EXPECT_THAT(config.settings.severity,
              ElementsAre(Pair("trial", Severity::Info), Pair("trial/blinding", Severity::Error)));
  ASSERT_THAT(config.overrides, SizeIs(1));
  EXPECT_THAT(*config.overrides[0].select, ElementsAre("citation"));
  EXPECT_EQ(config.overrides[0].min_severity, Severity::Error);
  EXPECT_EQ(config.overrides[0].min_confidence, std::nullopt);
}

TEST_F(ConfigTest, AnEmptyFileGivesTheDefaults) {
  const Config config = load_good("");
  EXPECT_EQ(config.fail_on, std::nullopt);
  EXPECT_EQ(config.settings.min_severity, Severity::Info);
  EXPECT_THAT(config.settings.select, IsEmpty());
}

TEST_F(ConfigTest, FailOnNeverIsNoSeverity) {
  const Config config = load_good("fail-on = \"never\"\nselect = []\n");
  EXPECT_TRUE(config.fail_never);
  EXPECT_EQ(config.fail_on, std::nullopt);
}

TEST_F(ConfigTest, FaultsAreNamedWithTheirPlace) {
  const struct {
    std::string_view text, place, message;
  } kCases[] = {
      {"extend_select = []", ":1:1:", "did you mean \"extend-select\"?"},
      {"\nfail-on = \"warnings\"", ":2:11:", "did you mean \"warning\"?"},
      {"fail-on = 1", ":1:11:", "must be a string, not an integer"},
      {"ignore = \"trial\"", ":1:10:", "must be an array, not a string"},
      {"min-confidence = \"sure\"", ":1:18:", "allowed: low, medium, high"},
      {"[severity]\ntrial = \"off\"", ":2:9:", "allowed: info, warning, error"},
      {"[severity]\ntrial = 2", ":2:9:", "must be a string"},
      {"severity = \"error\"", ":1:12:", "must be a table"},
      {"[[overrides]]\nignore = []", ":1:1:", "missing key \"files\""},
      {"[[overrides]]\nfiles = []", ":2:9:", "at least one glob"},
      {"[overrides]\nfiles = [\"a\"]", ":1:1:", "must be an array of tables: write [[overrides]]"},
      {"exclude = [\"!a.md\", \"b\"]", ":1:12:", "nothing before it to except"},
      {"[[overrides]]\nfiles = [\"a\"]\nexclude = []", ":3:1:", "unknown key \"exclude\""},
      {"packs = [", ":1:", "not valid TOML"},
  };
  for (const auto& wrong : kCases) {
    const auto config = load(wrong.text);
    ASSERT_FALSE(config.ok()) << wrong.text;
    ASSERT_THAT(config.errors(), SizeIs(1)) << wrong.text;
    EXPECT_EQ(config.errors()[0].code, ErrorCode::Config);
    EXPECT_THAT(to_string(config.errors()[0]),
                AllOf(HasSubstr("hypelint.toml" + std::string(wrong.place)), HasSubstr(std::string(wrong.message))))
        << wrong.text;
  }
}

TEST_F(ConfigTest, ReportsAllFaultsInOrder) {
  const auto config = load("select = [1]\nwhat = 1\n[[overrides]]\nfiles = [\"a\"]\nmin-severity = \"x\"\n");
  ASSERT_FALSE(config.ok());
  std::vector<std::size_t> lines;
  for (const Error& error : config.errors()) lines.push_back(error.where.line);
  EXPECT_THAT(lines, ElementsAre(1U, 2U, 5U));
}

TEST_F(ConfigTest, AFileThatCannotBeReadIsAnError) {
  const auto config = load_config(folder_ / "absent.toml");
  ASSERT_FALSE(config.ok());
  EXPECT_EQ(config.errors()[0].code, ErrorCode::Config);
  EXPECT_THAT(config.errors()[0].message, HasSubstr("cannot read the file: No such file"));
}

TEST_F(ConfigTest, NamesOfRulesAreCheckedAgainstTheRulesThereAre) {
  std::vector<Rule> rules(2);
  rules[0].id = "trial/phase";
  rules[1].id = "citation/missing";
  const Config config = load_good(R"(select = ["trial", "citation/*", "trial/phase"]
ignore = ["trial/phases"]
[severity]
citations = "error"
[[overrides]]
files = ["a"]
extend-select = ["nothing/alike"]
)");
  std::vector<std::string> faults;
  for (const Error& error : check_rule_names(config, rules)) faults.push_back(to_string(error));
  EXPECT_THAT(faults, ElementsAre(HasSubstr(":2:11: error: no rule or group is called \"trial/phases\"; did you mean "
                                            "\"trial/phase\"?"),
                                  AllOf(HasSubstr(":4:1:"), HasSubstr("did you mean \"citation\"?")),
                                  AllOf(HasSubstr(":7:18:"), HasSubstr("\"nothing/alike\""))));
}

TEST_F(ConfigTest, TheNearestFileUpwardGoverns) {
  folder_.write("hypelint.toml", "");
  folder_.write("site/hypelint.toml", "");
  folder_.write("site/posts/deep/a.md", "x");
  folder_.write("other/a.md", "x");
  EXPECT_EQ(find_config(folder_ / "site/posts/deep/a.md"), folder_ / "site/hypelint.toml");
  EXPECT_EQ(find_config(folder_ / "site/posts/deep"), folder_ / "site/hypelint.toml");
  EXPECT_EQ(find_config(folder_ / "site/"), folder_ / "site/hypelint.toml");
  EXPECT_EQ(find_config(folder_ / "site"), folder_ / "site/hypelint.toml");
  EXPECT_EQ(find_config(folder_ / "other/a.md"), folder_ / "hypelint.toml");
  EXPECT_EQ(find_config(folder_ / "not/there/yet.md"), folder_ / "hypelint.toml");
  EXPECT_EQ(find_config(folder_ / "site/../other/a.md"), folder_ / "hypelint.toml");
}

TEST_F(ConfigTest, WithoutAFileNothingIsFound) {
  folder_.write("a.md", "x");
  EXPECT_EQ(find_config(folder_ / "a.md"), "");
}

TEST_F(ConfigTest, OverridesApplyInOrderToTheFilesTheyMatch) {
  const Config config = load_good(R"(ignore = ["trial/phase", "citation"]
extend-select = ["density/hype"]
[[overrides]]
files = ["news/**"]
extend-select = ["trial/phase"]
ignore = ["superlative"]
min-severity = "warning"
[[overrides]]
files = ["*.html", "news/old/*"]
select = ["superlative"]
min-severity = "error"
severity = { superlative = "info" }
)");
  const Settings plain = settings_for(config, folder_ / "about.md");
  EXPECT_THAT(plain.ignore, ElementsAre("trial/phase", "citation"));
  EXPECT_EQ(plain.min_severity, Severity::Info);
  const Settings news = settings_for(config, folder_ / "news/a.md");
  EXPECT_THAT(news.extend_select, ElementsAre("density/hype", "trial/phase"));
  EXPECT_THAT(news.ignore, ElementsAre("citation", "superlative"));
  EXPECT_THAT(news.select, IsEmpty());
  EXPECT_EQ(news.min_severity, Severity::Warning);
  const Settings old = settings_for(config, folder_ / "news/old/a.md");
  EXPECT_THAT(old.select, ElementsAre("superlative"));
  EXPECT_THAT(old.ignore, ElementsAre("citation"));
  EXPECT_EQ(old.min_severity, Severity::Error);
  EXPECT_THAT(old.severity, ElementsAre(Pair("superlative", Severity::Info)));
  EXPECT_EQ(settings_for(config, folder_ / "deep/er/a.html").min_severity, Severity::Error);
}

TEST_F(ConfigTest, AnOverrideSparesWhatItSelectsFromAnIgnoredGroup) {
  const Config config = load_good(R"(ignore = ["superlative", "trial/phase"]
[[overrides]]
files = ["one/**", "again/**"]
extend-select = ["superlative/hype"]
[[overrides]]
files = ["group/**"]
extend-select = ["superlative/*", "trial"]
[[overrides]]
files = ["only/**"]
select = ["superlative/hype"]
[[overrides]]
files = ["again/**"]
ignore = ["superlative"]
)");
  const auto on = [&](const std::string& file, const std::string& rule) {
    return reports_under(settings_for(config, folder_ / file), rule, true);
  };
  const struct {
    std::string file, rule;
    bool on;
  } kCases[] = {
      {"a.md", "superlative/hype", false},       {"one/a.md", "superlative/hype", true},
      {"one/a.md", "superlative/rank", false},   {"group/a.md", "superlative/hype", true},
      {"group/a.md", "superlative/rank", true},  {"group/a.md", "trial/phase", false},
      {"only/a.md", "superlative/hype", true},   {"only/a.md", "superlative/rank", false},
      {"again/a.md", "superlative/hype", false},
  };
  for (const auto& each : kCases) EXPECT_EQ(on(each.file, each.rule), each.on) << each.file << " " << each.rule;
}

TEST_F(ConfigTest, AnythingOfItsNameIsTheFile) {
  std::filesystem::create_directories(folder_ / "folder/hypelint.toml");
  std::filesystem::create_directories(folder_ / "link");
  std::filesystem::create_symlink("nowhere", folder_ / "link/hypelint.toml");
  for (const std::string place : {"folder", "link"}) {
    const std::string found = find_config(folder_ / place);
    EXPECT_EQ(std::filesystem::path(found).filename(), "hypelint.toml");
    EXPECT_FALSE(load_config(found).ok()) << place;
  }
}

TEST(Globs, TheLastThatMatchesDecides) {
  const std::vector<std::string> globs = {"drafts/", "!drafts/kept.md", "*.tmp.md", "\\!x.md"};
  for (const auto& [path, matches] : std::vector<std::pair<std::string, bool>>{{"drafts/a.md", true},
                                                                               {"drafts/kept.md", false},
                                                                               {"drafts/kept.tmp.md", true},
                                                                               {"!x.md", true},
                                                                               {"kept.md", false}}) {
    EXPECT_EQ(globs_match(globs, path), matches) << path;
  }
}

TEST(Glob, FollowsGitignore) {
  const struct {
    std::string_view pattern, path;
    bool matches;
  } kCases[] = {
      {"*.md", "a.md", true},
      {"*.md", "deep/er/a.md", true},
      {"*.md", "a.mdx", false},
      {"drafts", "drafts/a.md", true},
      {"drafts", "x/drafts/y/a.md", true},
      {"drafts", "draft/a.md", false},
      {"drafts/", "drafts/a.md", true},
      {"drafts/", "x/drafts", false},
      {"/a.md", "a.md", true},
      {"/a.md", "x/a.md", false},
      {"content/*.md", "content/a.md", true},
      {"content/*.md", "content/x/a.md", false},
      {"content/*.md", "x/content/a.md", false},
      {"content/**/*.md", "content/a.md", true},
      {"content/**/*.md", "content/x/y/a.md", true},
      {"**/a.md", "a.md", true},
      {"**/a.md", "x/y/a.md", true},
      {"**/a.md", "xa.md", false},
      {"content/**", "content/x/a.md", true},
      {"content/**", "contents/a.md", false},
      {"content/x", "content/x/y/a.md", true},
      {"a?c.md", "abc.md", true},
      {"a?c.md",
       "a\xC3\xA9"
       "c.md",
       true},
      {"a?c.md", "ac.md", false},
      {"x/a?b", "x/a/b", false},
      {"[a-c]1.md", "b1.md", true},
      {"[!a-c]1.md", "b1.md", false},
      {"[^a-c]1.md", "d1.md", true},
      {"[]]x", "]x", true},
      {"[ab", "[ab", true},
      {"\\*.md", "*.md", true},
      {"\\*.md", "a.md", false},
      {"./a.md", "./a.md", true},
      {"./a.md", "x/a.md", false},
      {"./drafts/", "drafts/a.md", true},
      {"[[:alpha:]]1.md", "b1.md", true},
      {"[[:alpha:]]1.md", "21.md", false},
      {"[![:alpha:]_]1.md", "21.md", true},
      {"[[:upper:]x]1.md", "x1.md", true},
      {"[[:none:]]1.md", "n1.md", false},
      {"[\\]]1.md", "]1.md", true},
      {"A.md", "a.md", false},
      {"", "a.md", false},
      {"**", "a/b.md", true},
      {"\xFF", "\xFF", true},
      {"\xFF*", "\xC3", false},
  };
  for (const auto& example : kCases) {
    EXPECT_EQ(glob_matches(example.pattern, example.path), example.matches)
        << example.pattern << " on " << example.path;
  }
}

TEST(Glob, StaysLinearOnHostilePatterns) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a**/";
  const auto path = [](std::size_t bytes) { return std::string(bytes, 'a'); };
  const auto matched = [&](const std::string& name) { EXPECT_FALSE(glob_matches(pattern + "b", name)); };
  EXPECT_TRUE(testing::takes_linear_time(path, matched));
}

}  // namespace
}  // namespace hypelint

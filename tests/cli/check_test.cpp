// `hypelint check` as a process: reports, flags, exit codes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "hypelint/report.h"

namespace hypelint {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kArticle = "A miracle.\n\nIt is the best.\n\nA novel way, quietly.\n";
const std::string kLines =
    "a.md:1:3: error: `miracle` needs a source [demo/cure]\n"
    "a.md:3:7: warning: `the best` needs a source [demo/best]\n"
    "a.md:5:3: info: `novel` needs a source [demo/new]\n";

TEST(Formats, LeaveTheExitCodeAlone) {
  const Workplace place;
  place.write("a.md", kArticle);
  for (const std::string& format : report_format_names()) {
    EXPECT_EQ(place.check({"--format", format, "a.md"}).code, 1) << format;
    EXPECT_EQ(place.check({"--format", format, "--ignore", "demo/cure", "a.md"}).code, 0) << format;
  }
}

TEST(Formats, SeveralInOneRun) {
  const Workplace place;
  place.write("a.md", kArticle);
  const RunOutcome outcome =
      place.check({"--format", "sarif=out.sarif", "--format", "junit=out.xml", "--format", "line", "a.md"});
  EXPECT_EQ(outcome.out, kLines);
  EXPECT_THAT(place.read("out.xml"), HasSubstr("tests=\"3\""));
  const auto run = nlohmann::json::parse(place.read("out.sarif"))["runs"][0];
  EXPECT_EQ(run["results"].size(), 3u);
  EXPECT_EQ(run["invocations"][0]["exitCode"], 1);
}

struct FlagCase {
  std::string name;
  std::vector<std::string> flags;
  int code;
  std::vector<std::string> rules;  // of the lines, in order
  friend std::ostream& operator<<(std::ostream& out, const FlagCase& each) { return out << each.name; }
};

class Flags : public testing::TestWithParam<FlagCase> {};

TEST_P(Flags, DecideWhatIsReportedAndTheExitCode) {
  const Workplace place;
  place.write("a.md", kArticle);
  std::vector<std::string> arguments = {"--format", "line", "a.md"};
  arguments.insert(arguments.end(), GetParam().flags.begin(), GetParam().flags.end());
  const RunOutcome outcome = place.check(arguments);
  std::vector<std::string> rules;
  for (std::size_t at = 0; (at = outcome.out.find("[demo/", at)) != std::string::npos; ++at) {
    rules.push_back(outcome.out.substr(at + 6, outcome.out.find(']', at) - at - 6));
  }
  EXPECT_EQ(outcome.code, GetParam().code);
  EXPECT_EQ(rules, GetParam().rules);
  EXPECT_THAT(outcome.err, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    All, Flags,
    testing::Values(FlagCase{"none", {}, 1, {"cure", "best", "new"}},
                    FlagCase{"select_one", {"--select", "demo/best"}, 0, {"best"}},
                    FlagCase{"select_an_off_rule", {"--select", "demo/quiet,demo/cure"}, 1, {"cure", "quiet"}},
                    FlagCase{"select_twice", {"--select", "demo/best", "--select=demo/new"}, 0, {"best", "new"}},
                    FlagCase{"ignore", {"--ignore", "demo/cure"}, 0, {"best", "new"}},
                    FlagCase{"ignore_the_group", {"--ignore", "demo"}, 0, {}},
                    FlagCase{"min_severity", {"--min-severity", "warning"}, 1, {"cure", "best"}},
                    FlagCase{"min_confidence", {"--min-confidence", "medium"}, 1, {"cure", "best"}},
                    FlagCase{"fail_on_warning", {"--fail-on", "warning", "--ignore", "demo/cure"}, 1, {"best", "new"}},
                    FlagCase{"fail_never", {"--fail-on", "never"}, 0, {"cure", "best", "new"}}),
    [](const auto& each) { return each.param.name; });

TEST(Check, TextIsTheDefaultFormat) {
  const Workplace place;
  place.write("a.md", kArticle);
  EXPECT_EQ(
      place.check({"a.md", "--select", "demo/cure"}).out,
      "a.md:1:3: error: `miracle` needs a source [demo/cure]\n    A miracle.\n      ^~~~~~~\n\n1 error in 1 file\n");
}

TEST(Check, JsonHoldsTheSameFindings) {
  const Workplace place;
  place.write("a.md", kArticle);
  const auto json = nlohmann::json::parse(place.check({"--format", "json", "a.md"}).out);
  ASSERT_EQ(json["files"][0]["findings"].size(), 3U);
  EXPECT_EQ(json["files"][0]["findings"][0]["span"]["start"]["byte"], 2);
  EXPECT_EQ(json["files"][0]["findings"][0]["sources"][0]["clause"], "1.1");
  EXPECT_EQ(json["summary"]["errors"], 1);
}

TEST(Check, SeveralFormatsGoToTheirFiles) {
  const Workplace place;
  place.write("a.md", kArticle);
  const RunOutcome outcome = place.check({"--format", "json=report.json", "--format", "line", "a.md"});
  EXPECT_EQ(outcome.out, kLines);
  EXPECT_EQ(nlohmann::json::parse(place.read("report.json"))["summary"]["findings"], 3);
}

TEST(Check, ADashIsStandardOutput) {
  const Workplace place;
  place.write("a.md", kArticle);
  EXPECT_EQ(place.check({"--format", "line=-", "--format", "json=report.json", "a.md"}).out, kLines);
  EXPECT_FALSE(std::filesystem::exists(place.folder() / "-"));
  EXPECT_EQ(place.check({"--format", "line=./-", "a.md"}).out, "");
  EXPECT_EQ(place.read("-"), kLines);
}

TEST(Check, StandardInputTakesItsFormatFromTheName) {
  const Workplace place;
  const std::string html = "<script>the best</script><p>A <b>mir</b>acle</p>";
  EXPECT_EQ(place.check({"--format=line", "-", "--stdin-filename", "x.html"}, html).out,
            "x.html:1:34: error: `miracle` needs a source [demo/cure]\n");
  EXPECT_EQ(place.check({"--format=line", "-"}, "A miracle").out,
            "<stdin>:1:3: error: `miracle` needs a source [demo/cure]\n");
}

TEST(Check, StandardInputThatCannotBeReadIsNoEmptyArticle) {
  const Workplace place;
  place.write("a.md", kArticle);
  for (const std::vector<std::string>& paths : {std::vector<std::string>{"-"}, {"-", "a.md"}}) {
    std::vector<std::string> words = {"check", "--pack", demo_pack()};
    words.insert(words.end(), paths.begin(), paths.end());
    const RunOutcome outcome = place.run({words, "", {}, true});
    EXPECT_EQ(outcome.code, 3);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("cannot read standard input: Bad file descriptor"));
  }
}

TEST(Check, AFileThatIsNoTextIsNoCleanArticle) {
  const Workplace place;
  place.write("brochure.docx", "PK\3\4 A miracle.\n");
  place.write("a.md", std::string(40, '\0'));
  const RunOutcome named = place.check({"brochure.docx"});
  EXPECT_EQ(named.code, 3);
  EXPECT_EQ(named.out, "");
  EXPECT_THAT(named.err, HasSubstr("error: brochure.docx: this is a ZIP archive"));
  const RunOutcome of_folder = place.check({"."});
  EXPECT_EQ(of_folder.code, 3);
  EXPECT_EQ(of_folder.err, "hypelint: error: a.md: not text: 40 NUL or control bytes in 40 bytes\n");
  EXPECT_THAT(place.check({"-", "--stdin-filename", "x.pdf"}, "%PDF-1.4").err,
              HasSubstr("error: x.pdf: this is a PDF"));
}

TEST(Check, SelectOnTheCommandLineCountsMoreThanIgnoreInTheConfiguration) {
  const Workplace place;
  place.write("a.md", kArticle);
  for (const char* ignored : {"demo/cure", "demo", "demo/*"}) {
    place.write("hypelint.toml", std::string("ignore = [\"") + ignored + "\"]\n");
    EXPECT_THAT(place.check({"--format=line", "--select", "demo/cure", "a.md"}).out, HasSubstr("[demo/cure]"))
        << ignored;
  }
  place.write("hypelint.toml", "ignore = [\"demo/cure\"]\n");
  EXPECT_THAT(place.check({"--format=line", "--select", "demo", "a.md"}).out, Not(HasSubstr("[demo/cure]")));
  EXPECT_EQ(place.check({"--format=line", "--select", "demo/cure", "--ignore", "demo/cure", "a.md"}).out, "");
}

TEST(Reports, NeverReplaceAnArticle) {
  const Workplace place;
  place.write("a.html", "<p>A miracle.</p>");
  place.write("a b/c.md", kArticle);
  std::filesystem::create_symlink("a.html", place.folder() / "work/link.html");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"a.html", "--format", "html=./a.html"},
                                                {"a.html", "--format", "html=link.html"},
                                                {".", "--format", "html=a b/../a.html", "--format", "json=x.json"}}) {
    const RunOutcome outcome = place.check(words);
    EXPECT_EQ(outcome.code, 2) << words.back();
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("a.html: a report of this run would replace this article"));
    EXPECT_EQ(place.read("a.html"), "<p>A miracle.</p>");
    EXPECT_EQ(place.read("x.json"), "");
  }
  EXPECT_EQ(place.check({"a b", "--format", "html=a.html"}).code, 1);
}

TEST(Reports, OfEarlierRunsAreNoArticles) {
  const Workplace place;
  place.write("a.md", kArticle);
  const std::vector<std::string> words = {".", "--stats", "--format", "html=report.html"};
  const int code = place.check(words).code;
  std::filesystem::copy_file(place.folder() / "work/report.html", place.folder() / "work/old.htm");
  const RunOutcome again = place.check(words);
  EXPECT_EQ(again.code, code);
  EXPECT_THAT(again.err, HasSubstr("left out          2  (reports of hypelint)"));
  EXPECT_EQ(place.read("report.html"), place.read("old.htm"));
}

TEST(Reports, NeverReplaceEachOther) {
  const Workplace place;
  place.write("a.md", kArticle);
  const RunOutcome outcome = place.check({"a.md", "--format", "json=a.json", "--format", "sarif=./a.json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--format: `./a.json` is to hold another report already (`a.json`)"));
  EXPECT_EQ(place.read("a.json"), "");
  EXPECT_EQ(place.check({"a.md", "--format", "json=/dev/null", "--format", "sarif=/dev/null"}).code, 1);
}

TEST(Check, ColorFollowsFlagThenEnvironment) {
  const Workplace place;
  place.write("a.md", kArticle);
  const auto colored = [&](std::vector<std::string> flags,
                           std::vector<std::pair<std::string, std::string>> environment) {
    std::vector<std::string> words = {"check", "--pack", demo_pack(), "a.md"};
    words.insert(words.end(), flags.begin(), flags.end());
    return place.run({words, "", std::move(environment)}).out.find('\x1b') != std::string::npos;
  };
  EXPECT_FALSE(colored({}, {}));
  EXPECT_TRUE(colored({"--color", "always"}, {{"NO_COLOR", "1"}}));
  EXPECT_TRUE(colored({}, {{"CLICOLOR_FORCE", "1"}}));
  EXPECT_FALSE(colored({}, {{"CLICOLOR_FORCE", "0"}}));
  EXPECT_FALSE(colored({}, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}));
  EXPECT_FALSE(colored({"--color", "never"}, {{"CLICOLOR_FORCE", "1"}}));
}

TEST(Check, OutputDoesNotDependOnTheNumberOfThreads) {
  const Workplace place;
  for (int i = 0; i < 40; ++i) place.write("d/" + std::to_string(i) + ".md", kArticle);
  const RunOutcome one = place.check({"--jobs", "1", "d"});
  const RunOutcome many = place.check({"--jobs", "7", "d"});
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(one.code, many.code);
  EXPECT_THAT(one.out, HasSubstr("40 errors, 40 warnings, 40 infos in 40 files\n"));
}

TEST(Check, SaysWhichArticlesNoPackSpeaksFor) {
  const Workplace place;
  place.write("d/a.md", "---\nlang: pl\n---\n\nA miracle.\n");
  const RunOutcome outcome = place.check({"--format", "line", "d"});
  EXPECT_EQ(outcome.out, "d/a.md: note: no rule pack for Polish (pl); the article was not checked for claims\n");
  EXPECT_EQ(outcome.code, 0);
}

// Where a run says that an article was not checked, whatever its reports can hold.
TEST(Check, IsNeverSilentAboutAnArticleThatNoPackSpeaksFor) {
  const Workplace place;
  place.write("a.html", "<html lang=\"pl\"><p>A miracle.</p></html>");
  const std::string note = "no rule pack for Polish (pl); the article was not checked for claims";
  for (const std::string& format : report_format_names()) {
    const RunOutcome outcome = place.check({"--format", format, "a.html"});
    const bool is_shown = shows_notes(report_format_from(format).value());
    EXPECT_EQ(outcome.out.find(note) != std::string::npos, is_shown) << format;
    EXPECT_EQ(outcome.err, is_shown ? "" : "hypelint: note: a.html: " + note + "\n") << format;
  }
  const std::string to_file = "gitlab=quality.json";
  EXPECT_THAT(place.check({"--format", to_file, "a.html"}).err, HasSubstr(note));
  EXPECT_THAT(place.check({"--format", to_file, "--format", "json=a.json", "a.html"}).err, HasSubstr(note));
  EXPECT_EQ(place.check({"--format", to_file, "--format", "text", "a.html"}).err, "");
}

TEST(Check, StatsGoToStandardError) {
  const Workplace place;
  place.write("d/a.md", kArticle);
  place.write("d/b.png", "x");
  place.write("d/.hidden.md", "x");
  const RunOutcome outcome = place.check({"--stats", "d"});
  EXPECT_THAT(outcome.err, HasSubstr("files             1\n"));
  EXPECT_THAT(outcome.err, HasSubstr("left out          1  (files with other extensions)\n"));
  EXPECT_THAT(outcome.err, HasSubstr("left out          1  (hidden files and folders)\n"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("left out")));
}

TEST(Check, ConfigurationsGovernTheFilesBelowThem) {
  const Workplace place;
  place.write("a.md", kArticle);
  place.write("strict/hypelint.toml", "fail-on = \"info\"\nignore = [\"demo/cure\", \"demo/best\"]\n");
  place.write("strict/b.md", kArticle);
  const RunOutcome outcome = place.check({"--format", "line", "strict"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "strict/b.md:5:3: info: `novel` needs a source [demo/new]\n");
  EXPECT_EQ(place.check({"--format", "line", "a.md"}).out, kLines);
  EXPECT_THAT(place.check({"--format", "line", "--no-config", "strict"}).out, HasSubstr("[demo/cure]"));
  EXPECT_THAT(place.check({"--format", "line", "--config", "strict/hypelint.toml", "a.md"}).out,
              Not(HasSubstr("[demo/cure]")));
}

TEST(Check, PacksComeFromTheFlagThenTheEnvironmentThenTheConfiguration) {
  const Workplace place;
  place.write("a.md", "quietly, a miracle");
  place.write("hypelint.toml", "packs = [\"missing\"]\n");
  EXPECT_EQ(place.check({"a.md"}).code, 1);
  EXPECT_EQ(place.run({{"check", "a.md"}, "", {{"HYPELINT_PACKS", demo_pack() + ":"}}}).code, 1);
  const RunOutcome broken = place.run({{"check", "a.md"}, "", {}});
  EXPECT_EQ(broken.code, 2);
  EXPECT_THAT(broken.err, HasSubstr("missing"));
}

TEST(Check, BuiltInPackIsFoundBesideTheProgram) {
  const Workplace place;
  place.write("a.md", "The weather is fine.\n");
  const RunOutcome outcome = place.run({{"check", "a.md"}, "", {}});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "no findings in 1 file\n");
}

TEST(Check, AnyBytesWithinATextGiveAReport) {
  const Workplace place;
  std::string bytes;
  for (int i = 0; i < 2048; ++i) bytes.append("a miracle ").push_back(static_cast<char>(i * 7919 % 256));
  for (const std::string name : {"x.md", "x.html", "x.txt", "x.mdx"}) {
    place.write(name, bytes);
    const RunOutcome outcome = place.check({"--format", "json", name});
    EXPECT_LE(outcome.code, 1) << name << outcome.err;
    EXPECT_TRUE(nlohmann::json::accept(outcome.out)) << name;
  }
}

}  // namespace
}  // namespace hypelint

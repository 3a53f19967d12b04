// The life of a baseline, through the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>

#include "cli/program.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const std::string kFile = "base.jsonl";

RunOutcome check(const Workplace& place, std::vector<std::string> more = {}) {
  std::vector<std::string> words = {"--format", "line", "--baseline", kFile, "d"};
  words.insert(words.end(), more.begin(), more.end());
  return place.check(words);
}

std::size_t files_beside(const Workplace& place) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(place.folder() / "work"), {}));
}

TEST(Baseline, LivesThroughASitesHistory) {
  const Workplace place;
  place.write("d/a.md", "A miracle.\n\nIt is the best.\n");
  EXPECT_EQ(check(place).code, 2) << "there is none yet";

  const RunOutcome written = check(place, {"--update-baseline"});
  EXPECT_EQ(written.code, 0);
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(written.err, "hypelint: note: base.jsonl: 2 findings\n");
  const std::string first = place.read(kFile);
  EXPECT_EQ(std::count(first.begin(), first.end(), '\n'), 3);
  EXPECT_THAT(first, HasSubstr("\"path\":\"d/a.md\",\"rule\":\"demo/cure\""));
  EXPECT_THAT(first, HasSubstr("\"excerpt\":\"miracle\""));
  EXPECT_EQ(files_beside(place), 2U) << "no temporary file is left";

  EXPECT_EQ(check(place).code, 0);
  EXPECT_EQ(place.check({"--baseline", kFile, "d"}).out, "no findings in 1 file; 2 in the baseline\n");

  place.write("d/a.md", "New words above.\n\nIt is the best.\n\nMore.\n\nA   miracle.\n");
  EXPECT_EQ(check(place).out, "") << "moved";

  place.write("d/a.md", "A miracle for all.\n\nIt is the best.\n");
  const RunOutcome edited = check(place);
  EXPECT_EQ(edited.code, 1);
  EXPECT_EQ(edited.out, "d/a.md:1:3: error: `miracle` needs a source [demo/cure]\n");
  EXPECT_THAT(edited.err, HasSubstr("base.jsonl:3: nothing stands for this any more: demo/cure in d/a.md"));
  EXPECT_THAT(edited.err, HasSubstr("1 stale entry; --update-baseline removes"));

  place.write("d/a.md", "It is the best.\n");
  EXPECT_EQ(check(place, {"--update-baseline"}).code, 0);
  EXPECT_THAT(place.read(kFile), Not(HasSubstr("demo/cure")));
  EXPECT_EQ(check(place).err, "");
  EXPECT_EQ(check(place, {"--update-baseline"}).err, "hypelint: note: base.jsonl: 1 finding, as before\n");
}

TEST(Baseline, AbsorbsAsManyAsItHas) {
  const Workplace place;
  place.write("d/a.md", "A miracle.\n\nA miracle.\n");
  ASSERT_EQ(check(place, {"--update-baseline"}).code, 0);
  EXPECT_THAT(place.read(kFile), HasSubstr("\"count\":2"));
  place.write("d/a.md", "A miracle.\n\nA miracle.\n\nA miracle.\n");
  const RunOutcome more = check(place);
  EXPECT_EQ(std::count(more.out.begin(), more.out.end(), '\n'), 1);
  EXPECT_EQ(more.code, 1);
  place.write("d/a.md", "A miracle.\n");
  const RunOutcome fewer = check(place);
  EXPECT_EQ(fewer.code, 0);
  EXPECT_THAT(fewer.err, HasSubstr("1 stale entry"));
}

TEST(Baseline, ThatIsDamagedIsNeverOverwritten) {
  const Workplace place;
  place.write("d/a.md", "A miracle.\n");
  const std::string damaged = "{\"schema\":\"hypelint-baseline/1\"}\n<<<<<<< HEAD\n";
  for (const std::string& text : {damaged, std::string()}) {
    place.write(kFile, text);
    for (const std::vector<std::string>& flags : {std::vector<std::string>{}, {"--update-baseline"}}) {
      const RunOutcome outcome = check(place, flags);
      EXPECT_EQ(outcome.code, 2);
      EXPECT_THAT(outcome.err, HasSubstr(text.empty() ? "base.jsonl: " : "base.jsonl:2: "));
      EXPECT_THAT(outcome.err, HasSubstr("the baseline is damaged"));
      EXPECT_EQ(place.read(kFile), text);
    }
  }
}

TEST(Baseline, KeepsWhatARunDidNotLookAt) {
  const Workplace place;
  place.write("d/a.md", "A miracle.\n");
  place.write("d/b.md", "A miracle.\n");
  place.write("d/c.md", "A miracle.\n");
  ASSERT_EQ(check(place, {"--update-baseline"}).code, 0);
  place.write("d/a.md", "Fine.\n");
  fs::remove(place.folder() / "work/d/c.md");
  const RunOutcome narrow = place.check({"--baseline", kFile, "d/b.md"});
  EXPECT_THAT(narrow.err, Not(HasSubstr("d/a.md"))) << "was not looked at";
  EXPECT_THAT(narrow.err, HasSubstr("d/c.md")) << "is gone";
  EXPECT_EQ(place.check({"--baseline", kFile, "d", "--select", "demo/best"}).err, "") << "the rule did not run";
  ASSERT_EQ(place.check({"--baseline", kFile, "--update-baseline", "d/a.md"}).code, 0);
  EXPECT_THAT(place.read(kFile), HasSubstr("d/b.md"));
  EXPECT_THAT(place.read(kFile), Not(HasSubstr("d/a.md")));
  EXPECT_THAT(place.read(kFile), Not(HasSubstr("d/c.md")));
}

TEST(Baseline, IsNamedByTheConfiguration) {
  const Workplace place;
  place.write("site/hypelint.toml", "baseline = \"ci/known.jsonl\"\n");
  place.write("site/ci/readme.txt", "Fine.\n");
  place.write("site/d/a.md", "A miracle.\n");
  EXPECT_EQ(place.check({"site"}).code, 2);
  EXPECT_EQ(place.check({"site", "--update-baseline"}).code, 0);
  EXPECT_THAT(place.read("site/ci/known.jsonl"), HasSubstr("\"path\":\"../d/a.md\""));
  EXPECT_EQ(place.check({"site"}).code, 0);
  EXPECT_EQ(place.check({"site/d/a.md"}).code, 0);
  EXPECT_EQ(place.check({"site", "--no-config"}).code, 1);
}

TEST(Baseline, LeavesSuppressedFindingsOut) {
  const Workplace place;
  place.write("d/a.md", "<!-- hypelint-disable-next-block demo/cure: film -->\nA miracle.\n\nA miracle.\n");
  ASSERT_EQ(check(place, {"--update-baseline"}).code, 0);
  EXPECT_THAT(place.read(kFile), HasSubstr("\"count\":1"));
  EXPECT_EQ(place.check({"--baseline", kFile, "d"}).out, "no findings in 1 file; 1 suppressed, 1 in the baseline\n");
}

TEST(Baseline, RefusesToBeWrittenFromHalfARun) {
  const Workplace place;
  place.write("d/a.md", "A miracle.\n");
  for (const std::vector<std::string>& flags :
       {std::vector<std::string>{"--select", "demo/best"}, {"--min-severity", "error"}, {"--staged"}}) {
    EXPECT_EQ(check(place,
                    [&] {
                      auto words = flags;
                      words.push_back("--update-baseline");
                      return words;
                    }())
                  .code,
              2)
        << flags[0];
  }
  EXPECT_EQ(place.check({"d", "--update-baseline"}).code, 2) << "no file is named";
  EXPECT_EQ(place.read(kFile), "");
  EXPECT_EQ(place.check({"d", "--baseline", "missing/b.jsonl", "--update-baseline"}).code, 2);
}

TEST(Baseline, ForgetsWhatASidecarNoLongerBreaks) {
  const Workplace place;
  place.write("d/a.txt", "A miracle.\n");
  place.write("d/a.txt.hypelint", "disable-file demo/cure\n");
  ASSERT_EQ(check(place, {"--update-baseline"}).code, 0);
  ASSERT_THAT(place.read(kFile), HasSubstr("d/a.txt.hypelint"));
  place.write("d/a.txt.hypelint", "disable-file demo/cure: name of a film\n");
  EXPECT_THAT(check(place).err, HasSubstr("suppression/no-reason in d/a.txt.hypelint"));
  ASSERT_EQ(check(place, {"--update-baseline"}).code, 0);
  EXPECT_THAT(place.read(kFile), Not(HasSubstr(".hypelint")));
}

TEST(Baseline, KnowsPathsOfAnyBytes) {
  const Workplace place;
  place.write("d/caf\xE9.md", "A miracle.\n");
  place.write("d/b.md", "Fine.\n");
  ASSERT_EQ(check(place, {"--update-baseline"}).code, 0);
  const RunOutcome again = check(place);
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.err, "");
  EXPECT_EQ(place.check({"--baseline", kFile, "d/b.md"}).err, "") << "it was not looked at";
}

}  // namespace
}  // namespace hypelint

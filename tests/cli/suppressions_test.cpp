// Suppressions through the program: reports, exit codes, dates, sidecars, `hypelint suppressions`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace hypelint {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kSuppressed =
    "<!-- hypelint-disable-next-block demo/cure evidence=\"https://example.org/x\" until=2030-06-30: name of a film "
    "-->\n"
    "A miracle.\n";

TEST(Suppressed, FindingsDoNotCountButAreTold) {
  const Workplace place;
  place.write("a.md", kSuppressed);
  const RunOutcome text = place.check({"a.md", "--today", "2030-06-30"});
  EXPECT_EQ(text.code, 0);
  EXPECT_EQ(text.out, "no findings in 1 file; 1 suppressed\n");
  EXPECT_EQ(place.check({"--format", "line", "a.md", "--today", "2030-06-30"}).out, "");
}

TEST(Suppressed, FindingsStandInJsonAndSarif) {
  const Workplace place;
  place.write("a.md", kSuppressed);
  const auto json = nlohmann::json::parse(place.check({"--format", "json", "a.md", "--today", "2030-01-01"}).out);
  EXPECT_EQ(json["files"][0]["findings"].size(), 0U);
  EXPECT_EQ(json["summary"]["suppressed"], 1);
  const auto& by = json["files"][0]["suppressed_findings"][0]["suppressed"];
  EXPECT_EQ(by["reason"], "name of a film");
  EXPECT_EQ(by["evidence"], "https://example.org/x");
  EXPECT_EQ(by["until"], "2030-06-30");
  EXPECT_EQ(by["path"], "a.md");
  EXPECT_EQ(by["place"]["line"], 1);
  const auto sarif = nlohmann::json::parse(place.check({"--format", "sarif", "a.md", "--today", "2030-01-01"}).out);
  const auto& suppression = sarif["runs"][0]["results"][0]["suppressions"][0];
  EXPECT_EQ(suppression["kind"], "inSource");
  EXPECT_EQ(suppression["justification"], "name of a film");
}

TEST(Suppressed, FindingsCountAgainAfterTheDay) {
  const Workplace place;
  place.write("a.md", kSuppressed);
  const RunOutcome outcome = place.check({"--format", "line", "a.md", "--today", "2030-07-01"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("a.md:1:6: warning: this suppression held until 2030-06-30"));
  EXPECT_THAT(outcome.out, HasSubstr("[demo/cure]"));
  const RunOutcome wrong = place.check({"a.md", "--today", "tomorrow"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("--today: `tomorrow` is no day"));
}

TEST(Suppressed, TodayIsTheDayOfTheSystem) {
  const Workplace place;
  place.write("a.md", "<!-- hypelint-disable-file demo/cure until=2001-01-01: x -->\nA miracle.\n");
  EXPECT_THAT(place.check({"a.md"}).out, HasSubstr("[suppression/expired]"));
}

TEST(Suppression, RulesObeyTheFlags) {
  const Workplace place;
  place.write("a.md", "<!-- hypelint-disable-file all: x -->\n");
  EXPECT_EQ(place.check({"a.md"}).code, 1);
  EXPECT_EQ(place.check({"a.md", "--ignore", "suppression/blanket"}).code, 0);
  EXPECT_EQ(place.check({"a.md", "--ignore", "suppression"}).code, 0);
  place.write("hypelint.toml", "[severity]\n\"suppression/blanket\" = \"info\"\n");
  EXPECT_EQ(place.check({"a.md"}).code, 0);
  const RunOutcome explained = place.run({{"explain", "suppression/blanket", "--pack", demo_pack()}, "", {}});
  EXPECT_EQ(explained.code, 0);
  EXPECT_THAT(explained.out, HasSubstr("How to clear it"));
}

TEST(Sidecar, SpeaksForThePlainTextBesideIt) {
  const Workplace place;
  place.write("d/a.txt", "A miracle.\n");
  place.write("d/a.txt.hypelint", "# agreed in May\ndisable-file demo/cure: name of a film\n");
  place.write("d/b.txt", "A miracle.\n");
  const RunOutcome outcome = place.check({"--format", "line", "d"});
  EXPECT_EQ(outcome.out, "d/b.txt:1:3: error: `miracle` needs a source [demo/cure]\n");
  place.write("d/a.txt.hypelint", "disable-file demo/cure\n");
  EXPECT_THAT(place.check({"--format", "line", "d"}).out,
              HasSubstr("d/a.txt.hypelint:1:1: error: this suppression gives no reason"));
}

TEST(Sidecar, FollowsTheNameOfStandardInput) {
  const Workplace place;
  place.write("d/a.txt.hypelint", "disable-file demo/cure: name of a film\n");
  place.write("-.hypelint", "disable-file demo/cure: name of a film\n");
  EXPECT_EQ(place.check({"-", "--stdin-filename", "d/a.txt"}, "A miracle.\n").code, 0);
  EXPECT_EQ(place.check({"-", "--stdin-filename", "d/b.txt"}, "A miracle.\n").code, 1);
  EXPECT_EQ(place.check({"-"}, "A miracle.\n").code, 1);
}

TEST(Sidecar, IsOnlyForPlainText) {
  const Workplace place;
  place.write("a.md", "A miracle.\n");
  place.write("a.md.hypelint", "disable-file demo/cure: name of a film\n");
  EXPECT_EQ(place.check({"a.md"}).code, 1);
}

TEST(SuppressionsCommand, ListsThemAll) {
  const Workplace place;
  place.write("d/a.md", kSuppressed + "\n<!-- hypelint-disable demo/best, demo/x -->\n");
  place.write("d/b.txt", "A miracle.\n");
  place.write("d/b.txt.hypelint", "disable-file demo/cure: film\n");
  const RunOutcome text = place.run({{"suppressions", "d", "--pack", demo_pack(), "--today", "2030-01-01"}, "", {}});
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_EQ(text.out,
            "d/a.md:1:6: demo/cure (next-block, 1 finding, until 2030-06-30): name of a film (evidence: "
            "https://example.org/x)\n"
            "d/a.md:4:6: demo/best, demo/x (range, 0 findings): no reason [suppression/no-reason] "
            "[suppression/unknown-rule]\n"
            "d/b.txt.hypelint:1:1: demo/cure (file, 1 finding): film\n"
            "3 suppressions\n");
  const auto json = nlohmann::json::parse(
      place.run({{"suppressions", "--json", "d", "--pack", demo_pack(), "--today", "2030-01-01"}, "", {}}).out);
  ASSERT_EQ(json.size(), 3U);
  EXPECT_EQ(json[0]["rules"][0], "demo/cure");
  EXPECT_EQ(json[0]["until"], "2030-06-30");
  EXPECT_EQ(json[1]["faults"][0], "suppression/no-reason");
  EXPECT_EQ(json[2]["path"], "d/b.txt.hypelint");
}

TEST(SuppressionsCommand, SaysWhenThereAreNone) {
  const Workplace place;
  place.write("a.md", "Fine.\n");
  EXPECT_EQ(place.run({{"suppressions", "--pack", demo_pack()}, "", {}}).out, "0 suppressions\n");
  EXPECT_EQ(place.run({{"suppressions", "missing.md", "--pack", demo_pack()}, "", {}}).code, 3);
}

}  // namespace
}  // namespace hypelint

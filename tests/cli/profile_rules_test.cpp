// `hypelint check --profile-rules`: the tables on standard error.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.h"

namespace hypelint {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Key;
using testing::Not;
using testing::Pair;

struct Row {
  std::string name;
  double milliseconds = 0;
  std::size_t triggers = 0;
};

// The rows of the table whose first column has this head.
std::vector<Row> table(const std::string& text, const std::string& head) {
  std::vector<Row> rows;
  std::istringstream lines(text);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    Row row;
    double percent = 0;
    cells >> row.name >> row.milliseconds >> percent >> row.triggers;
    if (inside && row.name.empty()) break;
    if (inside) rows.push_back(row);
    if (row.name == head) inside = true;
  }
  return rows;
}

std::map<std::string, std::size_t> triggers(const RunOutcome& outcome) {
  std::map<std::string, std::size_t> by_rule;
  for (const Row& row : table(outcome.err, "rule")) by_rule[row.name] = row.triggers;
  return by_rule;
}

TEST(ProfileRules, NamesEveryRuleThatRanWithItsTriggers) {
  const Workplace place;
  place.write("a.md", "A miracle. No miracle.\n\nIt is the best.\n");
  place.write("b.md", "A miracle.\n");
  const auto seen = triggers(place.check({"--profile-rules", "a.md", "b.md"}));
  EXPECT_THAT(seen, AllOf(Contains(Pair("demo/cure", 3)), Contains(Pair("demo/best", 1)), Contains(Pair("demo/new", 0)),
                          Not(Contains(Key("demo/quiet")))));
  const auto selected = triggers(place.check({"--profile-rules", "--select", "demo/quiet", "a.md", "b.md"}));
  EXPECT_THAT(selected, ElementsAre(Pair("demo/quiet", 0)));
}

TEST(ProfileRules, ShowsTheSlowestRuleFirst) {
  const Workplace place;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "The best is a miracle. ";
  place.write("a.md", text);
  const std::vector<Row> rows = table(place.check({"--profile-rules", "a.md"}).err, "rule");
  ASSERT_GE(rows.size(), 3u);
  EXPECT_GT(rows.front().milliseconds, 0);
  EXPECT_TRUE(std::ranges::is_sorted(rows, std::ranges::greater(), &Row::milliseconds));
}

TEST(ProfileRules, ShowsTheStagesInTheirOrder) {
  const Workplace place;
  place.write("a.md", "A miracle.\n");
  std::vector<std::string> names;
  for (const Row& row : table(place.check({"--profile-rules", "a.md"}).err, "stage")) names.push_back(row.name);
  EXPECT_THAT(names, ElementsAre("parse", "segment", "scan", "collect", "select", "evaluate", "suppress"));
}

TEST(ProfileRules, LeavesTheReportAloneAndIsSilentWithoutTheFlag) {
  const Workplace place;
  place.write("a.md", "A miracle.\n");
  for (const std::string format : {"text", "json", "sarif"}) {
    const RunOutcome plain = place.check({"--format", format, "a.md"});
    const RunOutcome profiled = place.check({"--format", format, "--profile-rules", "a.md"});
    EXPECT_THAT(plain.err, IsEmpty());
    EXPECT_EQ(profiled.out, plain.out);
    EXPECT_EQ(profiled.code, plain.code);
  }
}

}  // namespace
}  // namespace hypelint

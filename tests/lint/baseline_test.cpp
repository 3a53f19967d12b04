// Baseline files: what stands in them, and what they absorb.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/baseline.h"

namespace hypelint {
namespace {

using ::testing::HasSubstr;

Finding finding(const std::string& rule, const std::string& fingerprint, const std::string& match = "words") {
  Finding made;
  made.rule = rule;
  made.fingerprint = fingerprint;
  made.match = match;
  return made;
}

const std::string kOne = "0000000000000001";
const std::string kTwo = "0000000000000002";
const std::string kHeader = "{\"schema\":\"hypelint-baseline/1\"}\n";
const std::string kEntry =
    "{\"path\":\"a.md\",\"rule\":\"d/x\",\"fingerprint\":\"0000000000000001\",\"count\":2,\"excerpt\":\"e\"}\n";

TEST(Baseline, CountsFindingsOfOneSentence) {
  const Baseline baseline =
      baseline_of({finding("d/y", kOne), finding("d/x", kTwo), finding("d/x", kOne), finding("d/y", kOne)}, "a.md");
  ASSERT_EQ(baseline.size(), 3U);
  EXPECT_EQ(baseline[0].rule + baseline[0].fingerprint, "d/x" + kOne);
  EXPECT_EQ(baseline[2].rule + std::to_string(baseline[2].count), "d/y2");
}

TEST(Baseline, SurvivesItsFile) {
  const Baseline written = baseline_of(
      {finding("d/x", kOne, "a \"quote\"\n\t\\ and \xFF"), finding("d/x", kTwo, std::string(300, 'z'))}, "p q/ü\".md");
  const std::string text = to_text(written);
  EXPECT_THAT(text, ::testing::StartsWith(kHeader));
  const Result<Baseline> read = parse_baseline(text, "b");
  ASSERT_TRUE(read.ok()) << to_string(read.errors().front());
  ASSERT_EQ(read.value().size(), 2U);
  EXPECT_EQ(read.value()[0].path, "p q/ü\".md");
  EXPECT_EQ(read.value()[0].where.line, 2U);
  EXPECT_LT(read.value()[1].excerpt.size(), 100U);
  EXPECT_EQ(to_text(read.value()), text);
}

TEST(Baseline, OfNAbsorbsN) {
  std::vector<Finding> found = {finding("d/x", kOne), finding("d/x", kOne), finding("d/x", kOne), finding("d/y", kOne),
                                finding("d/x", kTwo)};
  Baseline entries = {{"a.md", "d/x", kOne, 2, "", {}}, {"a.md", "d/z", kOne, 1, "", {}}};
  EXPECT_EQ(absorb(found, entries), 2U);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].rule + found[0].fingerprint, "d/x" + kOne);
  EXPECT_EQ(found[1].rule, "d/y");
  EXPECT_EQ(found[2].fingerprint, kTwo);
  EXPECT_EQ(entries[0].count, 0U);
  EXPECT_EQ(entries[1].count, 1U) << "stale";
}

TEST(Baseline, ToleratesLineEndsAndEmptyLines) {
  const Result<Baseline> read = parse_baseline("{\"schema\":\"hypelint-baseline/1\"}\r\n\r\n" + kEntry + "\n", "b");
  ASSERT_TRUE(read.ok()) << to_string(read.errors().front());
  EXPECT_EQ(read.value().size(), 1U);
}

TEST(Baseline, ThatIsDamagedIsAnErrorWithItsPlace) {
  struct Row {
    std::string text;
    std::size_t line;
    const char* says;
  };
  const auto with = [](const std::string& from, const std::string& to) {
    std::string entry = kEntry;
    entry.replace(entry.find(from), from.size(), to);
    return kHeader + entry;
  };
  for (const Row& row :
       {Row{"", 0, "empty"}, Row{"\n\n", 2, "empty"}, Row{kEntry, 1, "schema"}, Row{"x\n" + kEntry, 1, "JSON"},
        Row{"{\"schema\":\"hypelint-baseline/2\"}\n", 1, "schema"}, Row{kHeader + "<<<<<<< HEAD\n", 2, "JSON"},
        Row{kHeader + kEntry + "[]\n", 3, "JSON"}, Row{kHeader + kEntry.substr(0, 40), 2, "JSON"},
        Row{kHeader + kEntry + kEntry, 3, "twice"}, Row{with("a.md\"", "a.md\",\"more\":\"\""), 2, "an entry has"},
        Row{with("\"count\":2", "\"count\":0"), 2, "count"}, Row{with("\"count\":2", "\"count\":\"2\""), 2, "count"},
        Row{with("\"count\":2", "\"count\":-2"), 2, "count"}, Row{with("\"d/x\"", "7"), 2, "rule"},
        Row{with("0000000000000001", "000000000000000G"), 2, "fingerprint"},
        Row{with("\"path\"", "\"file\""), 2, "path"}}) {
    const Result<Baseline> read = parse_baseline(row.text, "b.jsonl");
    ASSERT_FALSE(read.ok()) << row.text;
    EXPECT_EQ(read.errors().front().code, ErrorCode::Config);
    EXPECT_EQ(read.errors().front().path, "b.jsonl");
    EXPECT_EQ(read.errors().front().where.line, row.line) << row.text;
    EXPECT_THAT(read.errors().front().message, HasSubstr(row.says)) << row.text;
  }
}

}  // namespace
}  // namespace hypelint

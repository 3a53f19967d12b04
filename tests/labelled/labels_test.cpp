#include "labelled/labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hypelint {
namespace {

TEST(Labels, EveryFormIsRead) {
  const auto labels = parse_labels(
      "# a comment\n"
      "superlative/hype\tA new dawn\n"
      "\n"
      "either\ttrial/vague-mention\tTrials run\n"
      "document\tbalance/no-harms\n"
      "either-document\tbalance/no-status\n",
      "page.md.labels");
  ASSERT_TRUE(labels) << to_string(labels.errors().front());
  ASSERT_EQ(labels.value().size(), 4u);
  const Label& mark = labels.value()[0];
  EXPECT_EQ(mark.kind, LabelKind::Mark);
  EXPECT_EQ(mark.rule, "superlative/hype");
  EXPECT_EQ(mark.beginning, "A new dawn");
  EXPECT_EQ(mark.where.line, 2u);
  const Label& either = labels.value()[1];
  EXPECT_EQ(either.kind, LabelKind::Either);
  EXPECT_EQ(either.rule, "trial/vague-mention");
  EXPECT_EQ(either.beginning, "Trials run");
  EXPECT_EQ(labels.value()[2].kind, LabelKind::Document);
  EXPECT_EQ(labels.value()[2].rule, "balance/no-harms");
  EXPECT_EQ(labels.value()[3].kind, LabelKind::EitherDocument);
}

TEST(Labels, ALineOfNoFormIsAnErrorWithItsPlace) {
  for (const char* line : {"superlative/hype", "superlative/hype\t", "hype\tA new dawn", "/hype\tA new dawn",
                           "superlative/hype A new dawn", "either\tsuperlative/hype", "document\tbalance",
                           "document\tbalance/no-harms\tA new dawn", "superlative/hype\tA new dawn\tof care"}) {
    const auto labels = parse_labels(std::string("# first\n") + line, "page.md.labels");
    ASSERT_FALSE(labels) << line;
    EXPECT_THAT(to_string(labels.errors().front()), testing::StartsWith("page.md.labels:2:")) << line;
  }
}

TEST(Labels, AnUnknownRuleIsAnErrorOnlyInALoadedGroup) {
  const auto labels = parse_labels("trial/vague-mention\tA\ntrial/vaguely\tB\nefficacy/cure\tC\n", "page.md.labels");
  ASSERT_TRUE(labels);
  const Errors errors = unknown_rules(labels.value(), "page.md.labels", {"superlative/hype", "trial/vague-mention"});
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors.front().where.line, 2u);
  EXPECT_THAT(errors.front().message, testing::HasSubstr("trial/vaguely"));
}

}  // namespace
}  // namespace hypelint

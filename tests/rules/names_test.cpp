// The marks in examples, and the names of rules and of what they are made of.
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "hypelint/rule_pack.h"
#include "rules/example_marks.h"
#include "rules/names.h"

namespace hypelint {
namespace {

TEST(ExampleMarks, GiveTextAndSpans) {
  const struct {
    std::string_view example, text;
    std::vector<SourceSpan> spans;
  } kCases[] = {
      {"plain", "plain", {}},
      {"a [[b]] c [[d]]", "a b c d", {{2, 3}, {6, 7}}},
      {"faster [[[9]]].", "faster [9].", {{7, 10}}},
      {"[[see [1]]] x", "see [1] x", {{0, 7}}},
      {"[[[Chat](tel:1)]].", "[Chat](tel:1).", {{0, 13}}},
  };
  for (const auto& example : kCases) {
    const auto marked = parse_marks(example.example);
    ASSERT_TRUE(marked.has_value()) << example.example;
    EXPECT_EQ(marked->text, example.text);
    EXPECT_EQ(marked->spans, example.spans) << example.example;
  }
  for (const std::string_view wrong : {"a [[b", "a b]]", "[[a [[b]] c]]", "[[]]", "]] [["}) {
    EXPECT_FALSE(parse_marks(wrong).has_value()) << wrong;
  }
}

template <typename Enum, typename From>
void expect_round_trip(From from) {
  for (std::size_t value = 0; value < names_of<Enum>().size(); ++value) {
    EXPECT_EQ(from(names_of<Enum>()[value]), static_cast<Enum>(value)) << names_of<Enum>()[value];
  }
  EXPECT_EQ(from("no such name"), std::nullopt);
}

TEST(Names, LeadBackToTheirValues) {
  expect_round_trip<Severity>(severity_from);
  expect_round_trip<Confidence>(confidence_from);
  expect_round_trip<RuleKind>(rule_kind_from);
  expect_round_trip<Reach>(reach_from);
  expect_round_trip<Situation>(situation_from);
  expect_round_trip<Side>(side_from);
  expect_round_trip<EvidenceKind>(evidence_kind_from);
  expect_round_trip<Tier>(tier_from);
  expect_round_trip<HostClass>(host_class_from);
}

TEST(Names, PatternsMatchIdGroupAndStar) {
  EXPECT_EQ(group_of("trial/phase"), "trial");
  EXPECT_TRUE(rule_matches("trial/phase", "trial/phase"));
  EXPECT_TRUE(rule_matches("trial", "trial/phase"));
  EXPECT_TRUE(rule_matches("trial/*", "trial/phase"));
  EXPECT_FALSE(rule_matches("trials", "trial/phase"));
  EXPECT_FALSE(rule_matches("trial/ph*", "trial/phase"));
  EXPECT_FALSE(rule_matches("", "trial/phase"));
}

}  // namespace
}  // namespace hypelint

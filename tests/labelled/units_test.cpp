#include "labelled/units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hypelint {
namespace {

TEST(FindOnce, WhiteSpaceOfAnyKindMatches) {
  const auto span = find_once("One day\n  we came. Two days passed.", "day we came");
  ASSERT_TRUE(span);
  EXPECT_EQ(span.value().begin, 4u);
  EXPECT_EQ(span.value().end, 17u);
}

TEST(FindOnce, NothingAndMoreThanOnceAreErrors) {
  EXPECT_THAT(find_once("We came.", "We went").errors().front().message, testing::HasSubstr("not found"));
  EXPECT_THAT(find_once("We came. We went.", "We ").errors().front().message, testing::HasSubstr("more than once"));
  EXPECT_FALSE(find_once("We came.", " "));
}

TEST(Units, ALabelNamesTheSentenceThatBeginsThere) {
  const Source source = Source::from_bytes("page.md", "# A heading\n\nFirst one. **Second** one.\n\n- an item\n");
  const Units units(source);
  for (const auto& [beginning, sentence] : {std::pair{"A heading", "A heading"},
                                            {"First", "First one."},
                                            {"**Second", "Second** one."},
                                            {"- an", "an item"}}) {
    const auto span = find_once(source.text(), beginning);
    ASSERT_TRUE(span) << beginning;
    const auto unit = units.beginning_at(span.value());
    ASSERT_TRUE(unit.has_value()) << beginning;
    EXPECT_EQ(units.text(*unit), sentence);
  }
  EXPECT_FALSE(units.beginning_at({0, 1}).has_value());
}

TEST(Units, ASpanIsCreditedToTheSentenceItOverlapsMost) {
  const Source source = Source::from_bytes("page.txt", "Short. A longer sentence.\n");
  const Units units(source);
  const auto unit = units.overlapped_by({4, 16});
  ASSERT_TRUE(unit.has_value());
  EXPECT_EQ(units.text(*unit), "A longer sentence.");
  EXPECT_FALSE(units.overlapped_by({6, 7}).has_value());
}

}  // namespace
}  // namespace hypelint

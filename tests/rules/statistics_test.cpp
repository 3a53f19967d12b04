// The arithmetic that findings show.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "rules/statistics_marks.h"

namespace hypelint {
namespace {

using testing::problems;

TEST(Statistics, ShowTheirArithmetic) {
  const auto detail = [](StatisticCheck check, std::string text) {
    return problems(check, std::move(text)).at(0).detail;
  };
  EXPECT_EQ(detail(StatisticCheck::Grim, "73.4% of 40 people walked."),
            "73.4% of 40 would be 29.36; 29 gives 72.5%, 30 gives 75.0%");
  EXPECT_EQ(detail(StatisticCheck::Grim, "18 of 20 patients (85%)."), "18 of 20 is 90%, not 85%");
  EXPECT_EQ(detail(StatisticCheck::PartsWhole, "Of 22 patients, 15 improved and 9 did not."), "15 + 9 = 24, not 22");
  EXPECT_EQ(detail(StatisticCheck::PartsWhole, "30% better, 50% same, 40% worse."), "30% + 50% + 40% = 120%, not 100%");
  EXPECT_EQ(detail(StatisticCheck::PCiSanity, "HR 0.80 (95% CI 0.85-1.10)."), "0.80 lies outside 0.85 to 1.10");
}

}  // namespace
}  // namespace hypelint

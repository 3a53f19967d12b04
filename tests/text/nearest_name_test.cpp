#include "text/nearest_name.h"

#include <gtest/gtest.h>

#include <array>

namespace hypelint {
namespace {

TEST(NearestName, FindsOnlyNearNames) {
  constexpr auto kNames = std::to_array<std::string_view>({"leaders", "severity", "any", "all"});
  EXPECT_EQ(nearest_name("leader", kNames), "leaders");
  EXPECT_EQ(nearest_name("sevreity", kNames), "severity");
  EXPECT_EQ(nearest_name("ayn", kNames), "any");
  EXPECT_EQ(nearest_name("completely-else", kNames), std::nullopt);
  EXPECT_EQ(nearest_name("", kNames), std::nullopt);
}

}  // namespace
}  // namespace hypelint

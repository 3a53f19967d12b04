#include "hypelint/result.h"

#include <gtest/gtest.h>

namespace hypelint {
namespace {

TEST(Error, ShowsOnlyWhatIsKnown) {
  struct Case {
    Error error;
    std::string_view text;
  };
  const Case cases[] = {
      {{ErrorCode::Usage, "unknown flag", "", {}}, "error: unknown flag"},
      {{ErrorCode::Input, "cannot read", "a.md", {}}, "a.md: error: cannot read"},
      {{ErrorCode::Config, "unknown key", "h.toml", {3, 0}}, "h.toml:3: error: unknown key"},
      {{ErrorCode::Config, "unknown key", "h.toml", {3, 7}}, "h.toml:3:7: error: unknown key"},
  };
  for (const Case& c : cases) EXPECT_EQ(to_string(c.error), c.text);
}

TEST(Result, HoldsAValueOrErrors) {
  const Result<int> value = 3;
  EXPECT_TRUE(value.ok());
  EXPECT_EQ(value.value(), 3);
  const Result<int> failed = Error{ErrorCode::Input, "no", "", {}};
  EXPECT_FALSE(failed);
  ASSERT_EQ(failed.errors().size(), 1U);
}

}  // namespace
}  // namespace hypelint

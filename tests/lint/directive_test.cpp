// The grammar of suppressions.
#include <gtest/gtest.h>

#include "lint/directive.h"

namespace hypelint {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + word;
  return out;
}

// "rules; reason; evidence; until", "fault", or "none".
std::string shown(const std::string& text, DirectivePlace place = DirectivePlace::InText) {
  const auto directive = read_directive(text, place);
  if (!directive) return "none";
  if (!directive->fault.empty()) return "fault";
  return joined(directive->rules) + "; " + directive->reason + "; " + directive->evidence + "; " + directive->until;
}

TEST(Directive, HasRulesAndAReason) {
  struct Row {
    const char* text;
    const char* shown;
  };
  for (const Row& row : {
           Row{"hypelint-disable a/b: why not", "a/b; why not; ; "},
           {"  hypelint-disable-file a/b, c/d e/f :\n why\n\tnot ", "a/b|c/d|e/f; why not; ; "},
           {"hypelint-disable-next-block a/b evidence=\"https://e.org/a, b\" until=2028-02-29: x: y",
            "a/b; x: y; https://e.org/a, b; 2028-02-29"},
           {"hypelint-disable until=2027-12-31 a/b: x", "a/b; x; ; 2027-12-31"},
           {"hypelint-disable a/b", "a/b; ; ; "},
           {"hypelint-disable a/b:", "a/b; ; ; "},
           {"hypelint-disable: x", "; x; ; "},
           {"hypelint-enable a/b", "a/b; ; ; "},
           {"hypelint-enable", "; ; ; "},
           {"hypelint-disabled a/b: x", "fault"},
           {"hypelint-ignore a/b: x", "fault"},
           {"hypelint-disable a/b because=x: y", "fault"},
           {"hypelint-disable a/b evidence=https://e.org: y", "fault"},
           {"hypelint-disable a/b evidence=\"open: y", "fault"},
           {"hypelint-disable a/b until=2027-02-29: y", "fault"},
           {"hypelint-disable a/b until=soon: y", "fault"},
           {"hypelint-disable a/b: y until=2027-01-01", "fault"},
           {"hypelint-disable a/b: y evidence=\"z\"", "fault"},
           {"hypelint-disable-next-block a/b: y\nhypelint-disable-next-block c/d: z", "fault"},
           {"hypelint-disable a/b: y hypelint-enable a/b", "fault"},
           {"hypelint-disable a/b: agreed in hypelint-review", "a/b; agreed in hypelint-review; ; "},
           {"disable-file a/b: x", "none"},
           {"this is about hypelint-disable", "none"},
           {"hypelint disable", "fault"},
           {"hypelint disable-next-block a/b: x", "fault"},
           {"hypelint: disable a/b: x", "fault"},
           {"Hypelint-disable-file a/b: x", "fault"},
           {"HYPELINT_ENABLE a/b", "fault"},
           {"hypelint", "none"},
           {"hypelint: read the manual", "none"},
           {"hypelint disabled these until now", "none"},
           {"hypelintdisable", "none"},
           {"", "none"},
           {" \n", "none"},
       }) {
    EXPECT_EQ(shown(row.text), row.shown) << row.text;
  }
}

TEST(Directive, ForTheWholeFileHasOneForm) {
  EXPECT_EQ(shown("disable-file a/b: x", DirectivePlace::WholeFile), "a/b; x; ; ");
  EXPECT_EQ(shown("hypelint-disable-file a/b: x", DirectivePlace::WholeFile), "a/b; x; ; ");
  EXPECT_EQ(shown("disable-next-block a/b: x", DirectivePlace::WholeFile), "fault");
  EXPECT_EQ(shown("a/b: x", DirectivePlace::WholeFile), "fault");
  EXPECT_EQ(shown("", DirectivePlace::WholeFile), "none");
}

TEST(Date, IsADayOfTheCalendar) {
  for (const char* good : {"2026-11-21", "2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01"}) {
    EXPECT_TRUE(is_date(good)) << good;
  }
  for (const char* bad : {"", "2026-11-31", "2026-13-01", "2026-00-10", "2026-01-00", "1900-02-29", "2026-1-1",
                          "2026/01/01", "2026-01-011", "2026-0a-01", "20260101"}) {
    EXPECT_FALSE(is_date(bad)) << bad;
  }
}

}  // namespace
}  // namespace hypelint

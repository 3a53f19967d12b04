#include "report/display_width.h"

#include <gtest/gtest.h>

#include <string>

namespace hypelint {
namespace {

TEST(DisplayWidth, FollowsEastAsianWidthAndCombiningMarks) {
  struct Case {
    char32_t code_point;
    std::size_t width;
  };
  for (const auto& [code_point, width] :
       {Case{U'a', 1}, Case{U'é', 1}, Case{0x301, 0}, Case{0x200D, 0}, Case{U'漢', 2}, Case{U'한', 2}, Case{U'ａ', 2},
        Case{U'ｱ', 1}, Case{0x1F600, 2}, Case{0x3000, 2}, Case{0x378, 1}, Case{0x5FF, 1}, Case{0xD7C6, 0},
        Case{0x10FFFF, 1}}) {
    EXPECT_EQ(display_width(code_point), width) << std::hex << static_cast<std::uint32_t>(code_point);
  }
}

TEST(Printable, PiecesCoverEveryByteInOrder) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  std::size_t at = 0;
  for (const Glyph& glyph : printable(all)) {
    EXPECT_EQ(glyph.begin, at);
    at = glyph.end;
    EXPECT_EQ(well_formed(glyph.shown()), glyph.shown());
  }
  EXPECT_EQ(at, all.size());
}

TEST(WellFormed, ReplacesOnlyIllFormedBytes) {
  EXPECT_EQ(well_formed("a\xC3\xA9\xFF"
                        "b"),
            "a\xC3\xA9\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(well_formed("\xC0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace
}  // namespace hypelint

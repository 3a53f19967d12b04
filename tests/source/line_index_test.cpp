#include <gtest/gtest.h>

#include <random>

#include "hypelint/source.h"

namespace hypelint {
namespace {

using std::string_literals::operator""s;

void expect_at(const LineIndex& index, std::size_t offset, std::size_t line, std::size_t column, std::size_t utf16) {
  const Location location = index.locate(offset);
  EXPECT_EQ(location.line, line) << "offset " << offset;
  EXPECT_EQ(location.column, column) << "offset " << offset;
  EXPECT_EQ(location.utf16, utf16) << "offset " << offset;
}

TEST(LineIndex, KnowsAllLineEnds) {
  const Source source = Source::from_bytes("a.txt", "a\nb\r\nc\rd");
  const LineIndex index(source);
  EXPECT_EQ(index.line_count(), 4U);
  expect_at(index, 0, 1, 1, 1);
  expect_at(index, 1, 1, 2, 2);
  expect_at(index, 2, 2, 1, 1);
  expect_at(index, 5, 3, 1, 1);
  expect_at(index, 7, 4, 1, 1);
  EXPECT_EQ(index.line_span(2), (SourceSpan{2, 3}));
  EXPECT_EQ(index.line_span(4), (SourceSpan{7, 8}));
}

TEST(LineIndex, CountsCodePointsAndUtf16Units) {
  const Source source = Source::from_bytes("a.txt", "é😀x\n😀");
  const LineIndex index(source);
  expect_at(index, 2, 1, 2, 2);
  expect_at(index, 3, 1, 2, 2);
  expect_at(index, 6, 1, 3, 4);
  expect_at(index, 7, 1, 4, 5);
  expect_at(index, 12, 2, 2, 3);
}

TEST(LineIndex, TakesAnIllFormedByteAsOneColumn) {
  const Source source = Source::from_bytes("a.txt", "\xFF\xE2\x82z");
  const LineIndex index(source);
  expect_at(index, 3, 1, 4, 4);
}

TEST(LineIndex, CountsAlongALongLine) {
  std::string text = "first\n";
  for (int i = 0; i < 1000; ++i) text += i % 3 == 0 ? "\xF0\x9F\x8C\xBF" : i % 3 == 1 ? "\xC3\xA9\xFF" : "word";
  const Source source = Source::from_bytes("a.txt", text);
  const LineIndex lines(source);
  std::size_t column = 1;
  for (std::size_t at = 6; at < text.size(); ++column) {
    ASSERT_EQ(lines.locate(at).line, 2u);
    ASSERT_EQ(lines.locate(at).column, column) << at;
    const auto lead = static_cast<unsigned char>(text[at]);
    at += lead == 0xF0 ? 4 : lead == 0xC3 ? 2 : 1;
  }
}

TEST(LineIndex, ClampsBeyondTheEnd) {
  const Source source = Source::from_bytes("a.txt", "ab\n");
  const LineIndex index(source);
  expect_at(index, 99, 2, 1, 1);
  EXPECT_EQ(index.locate(99).byte, 3U);
  EXPECT_EQ(index.line_count(), 2U);
  EXPECT_EQ(index.line_span(0), (SourceSpan{3, 3}));
  EXPECT_EQ(index.line_span(9), (SourceSpan{3, 3}));
}

TEST(LineIndex, GivesRawBytesBehindAByteOrderMark) {
  const Source utf8 = Source::from_bytes("a.txt", "\xEF\xBB\xBFone\ntwo");
  EXPECT_EQ(LineIndex(utf8).locate(4).byte, 7U);
  expect_at(LineIndex(utf8), 4, 2, 1, 1);
  const Source utf16 = Source::from_bytes("a.txt",
                                          "\xFF\xFE"
                                          "a\0\n\0b\0"s);
  EXPECT_EQ(LineIndex(utf16).locate(2).byte, 6U);
}

TEST(LineIndex, HandlesAnEmptyText) {
  const Source source = Source::from_bytes("a.txt", "");
  const LineIndex index(source);
  EXPECT_EQ(index.line_count(), 1U);
  expect_at(index, 0, 1, 1, 1);
}

TEST(LineIndex, NeverGoesBackOnAnyBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 60; ++i) bytes += "\r\n\xE2\x82\xF0\x9F\x98\x80 az"[random() % 11];
    const Source source = Source::from_bytes("a.txt", bytes);
    const LineIndex index(source);
    Location before;
    for (std::size_t at = 0; at <= bytes.size(); ++at) {
      const Location here = index.locate(at);
      EXPECT_TRUE(here.line > before.line || (here.line == before.line && here.column >= before.column));
      const SourceSpan line = index.line_span(here.line);
      EXPECT_LE(line.begin, at);
      before = here;
    }
  }
}

}  // namespace
}  // namespace hypelint

#include "source/not_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace hypelint {
namespace {

using std::string_literals::operator""s;
using testing::HasSubstr;

std::string repeated(const std::string& bytes, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += bytes;
  return all;
}

std::string why(const std::string& bytes, const std::string& path = "a.txt") {
  return why_not_text(Source::from_bytes(path, bytes));
}

TEST(NotText, KnowsWritingProgramsByTheirFirstBytes) {
  EXPECT_EQ(why("%PDF-1.7\n1 0 obj"), "this is a PDF; export it as text, HTML or Markdown");
  EXPECT_EQ(why("PK\3\4\x14", "a.docx"),
            "this is a ZIP archive, as Word, OpenDocument and EPUB files are; export it as text, HTML or Markdown");
  EXPECT_THAT(why("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc"), HasSubstr("an old Office document"));
  EXPECT_EQ(why("\x7F"
                "ELF\2\1"),
            "this is a program, not text");
}

TEST(NotText, Utf32IsSavedAsUtf8) {
  EXPECT_EQ(why("\xFF\xFE\0\0a\0\0\0"s), "this is text in UTF-32; save it as UTF-8");
  EXPECT_EQ(why("\0\0\xFE\xFF\0\0\0a"s), "this is text in UTF-32; save it as UTF-8");
  EXPECT_EQ(why(repeated("a\0\0\0"s, 20)), "not text: 60 NUL or control bytes in 80 bytes");
  EXPECT_EQ(why(repeated("\0\0\0a"s, 20)), "not text: 60 NUL or control bytes in 80 bytes");
}

TEST(NotText, RandomBytes) {
  std::mt19937 random(7);
  for (int file = 0; file < 100; ++file) {
    std::string bytes(1000, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random());
    EXPECT_NE(why(bytes), "");
  }
}

TEST(NotText, TextInAnEncodingThatIsNotKnown) {
  const std::string russian = repeated("\xCB\xE5\xF7\xE5\xED\xE8\xE5 ", 10);  // windows-1251
  EXPECT_EQ(why(russian), "not text, or in an unknown encoding: 70 ill-formed sequences in 80 bytes; save it as UTF-8");
  EXPECT_EQ(why("<meta charset=latin1>" + russian, "a.html"), "") << "declared";
}

TEST(NotText, AFewOddBytesMakeNoDifference) {
  for (const std::string& bytes : {""s, "a"s, "\0"s, "\xFF"s, "a\0b"s, repeated("\xE9", 15), repeated("\0"s, 15)})
    EXPECT_EQ(why(bytes), "");
  EXPECT_EQ(why(repeated("Gu\xE9rir \xE0 l'h\xF4pital sans danger pour la sant\xE9. ", 100)), "") << "Latin-1";
  EXPECT_EQ(why(repeated("P\xF8\xED\xB9t\xED l\xE9k k vyl\xE9\xE8"
                         "en\xED zlomeniny. ",
                         100)),
            "")
      << "Latin-2";
  EXPECT_EQ(why(repeated("A miracle.\0"s, 100)), "") << "lines that end with NUL";
  EXPECT_EQ(why(repeated("\x1B[1mcured\x1B[0m\r\n\f\t", 100)), "") << "of a terminal";
}

TEST(NotText, OtherScriptsAndUtf16AreText) {
  EXPECT_EQ(why(repeated("治愈癌症。", 100)), "");
  EXPECT_EQ(why("\xFF\xFE" + repeated("c\0u\0r\0e\0"s, 100)), "");
  EXPECT_EQ(why(repeated("\0c\0u\0r\0e"s, 100)), "");
  EXPECT_EQ(why("\xFE\xFF" + repeated("\x6C\xBB\x61\x08"s, 100)), "");
}

}  // namespace
}  // namespace hypelint

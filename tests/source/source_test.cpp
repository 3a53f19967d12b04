#include "hypelint/source.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>

#include "support/temporary_folder.h"

namespace hypelint {
namespace {

using std::string_literals::operator""s;

TEST(Format, FollowsTheExtensionWithoutCase) {
  struct Case {
    std::string_view path;
    std::optional<Format> format;
  };
  const Case cases[] = {{"a.md", Format::Markdown},    {"a.MARKDOWN", Format::Markdown},
                        {"x/y.mkd", Format::Markdown}, {"a.mdx", Format::Mdx},
                        {"a.b.html", Format::Html},    {"a.htm", Format::Html},
                        {"a.xhtml", Format::Html},     {"a.TXT", Format::Plain},
                        {"a.text", Format::Plain},     {"a.pdf", std::nullopt},
                        {"a", std::nullopt},           {"dir.md/file", std::nullopt},
                        {".md", std::nullopt},         {"", std::nullopt}};
  for (const Case& c : cases) EXPECT_EQ(format_from_path(c.path), c.format) << c.path;
}

TEST(Source, TakesTheGivenFormatBeforeTheExtension) {
  EXPECT_EQ(Source::from_bytes("a.md", "").format(), Format::Markdown);
  EXPECT_EQ(Source::from_bytes("a.md", "", Format::Html).format(), Format::Html);
  EXPECT_EQ(Source::from_bytes("unknown", "").format(), Format::Plain);
}

TEST(Source, SkipsTheByteOrderMarkAndCountsItInOffsets) {
  const Source source = Source::from_bytes("a.txt", "\xEF\xBB\xBFsafe");
  EXPECT_EQ(source.text(), "safe");
  EXPECT_EQ(source.encoding(), Encoding::Utf8Bom);
  EXPECT_TRUE(source.oddities().byte_order_mark);
  EXPECT_EQ(source.raw_offset(0), 3U);
  EXPECT_EQ(source.raw_offset(4), 7U);
}

TEST(Source, KeepsTextAfterMoveAndCopy) {
  Source first = Source::from_bytes("a.txt", "\xEF\xBB\xBFshort");
  const Source copy = first;
  const Source moved = std::move(first);
  EXPECT_EQ(copy.text(), "short");
  EXPECT_EQ(moved.text(), "short");
}

TEST(Source, DecodesUtf16OfBothByteOrders) {
  const Source little = Source::from_bytes("a.txt",
                                           "\xFF\xFE"
                                           "a\0\xE9\0\x3D\xD8\x00\xDE"
                                           "b\0"s);
  const Source big = Source::from_bytes("a.txt",
                                        "\xFE\xFF"
                                        "\0a\0\xE9\xD8\x3D\xDE\x00\0b"s);
  for (const Source* source : {&little, &big}) {
    EXPECT_EQ(source->text(), "aé😀b");
    EXPECT_EQ(source->raw_offset(0), 2U);
    EXPECT_EQ(source->raw_offset(1), 4U);
    EXPECT_EQ(source->raw_offset(3), 6U);
    EXPECT_EQ(source->raw_offset(5), 6U) << "inside of a character";
    EXPECT_EQ(source->raw_offset(7), 10U);
    EXPECT_EQ(source->raw_offset(8), 12U);
    EXPECT_EQ(source->oddities().invalid_utf8, 0U);
  }
}

TEST(Source, LeadsFromLongUtf16TextBackToRawBytes) {
  std::string bytes = "\xFF\xFE";
  for (int i = 0; i < 3000; ++i) bytes += i % 3 == 0 ? "\xE9\0"s : "x\0"s;
  const Source source = Source::from_bytes("a.txt", bytes);
  std::size_t units = 0;
  for (std::size_t at = 0; at < source.text().size(); ++units) {
    ASSERT_EQ(source.raw_offset(at), 2 + 2 * units);
    at += source.text()[at] == 'x' ? 1 : 2;
  }
  EXPECT_EQ(source.raw_offset(source.text().size()), bytes.size());
}

TEST(Source, ReplacesLoneSurrogatesAndAnOddLastByte) {
  const Source source = Source::from_bytes("a.txt",
                                           "\xFF\xFE\x3D\xD8"
                                           "a\0\x00\xDE"
                                           "b"s);
  EXPECT_EQ(source.text(), "\uFFFDa\uFFFD\uFFFD");
  EXPECT_EQ(source.oddities().invalid_utf8, 3U);
  EXPECT_EQ(source.raw_offset(source.text().size()), source.bytes().size());
}

TEST(Source, KnowsUtf16WithoutAByteOrderMark) {
  std::string little, big;
  for (const char c : std::string("It cures all, say we.")) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  EXPECT_EQ(Source::from_bytes("a.txt", little).text(), "It cures all, say we.");
  EXPECT_EQ(Source::from_bytes("a.txt", big).encoding(), Encoding::Utf16Be);
  EXPECT_EQ(Source::from_bytes("a.txt", big).raw_offset(3), 6U);
  EXPECT_EQ(Source::from_bytes("a.txt", std::string(40, '\0')).encoding(), Encoding::Utf8);
}

TEST(Source, DecodesPagesThatDeclareWindows1252) {
  for (const std::string declaration :
       {"<meta charset=\"windows-1252\">", "<META CHARSET=ISO-8859-1>",
        "<script charset=utf-8></script><meta charset=windows-1252>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
        "<meta http-equiv=content-type content='text/html; charset=latin1'>"}) {
    const std::string bytes = declaration + "<p>caf\xE9 \x93safe\x94 100 \x80";
    const Source source = Source::from_bytes("a.html", bytes);
    EXPECT_EQ(source.text(), declaration + "<p>café “safe” 100 €");
    EXPECT_EQ(source.encoding(), Encoding::Windows1252);
    EXPECT_EQ(source.raw_offset(source.text().find("safe")), bytes.find("safe"));
    EXPECT_EQ(source.raw_offset(source.text().size()), bytes.size());
    EXPECT_EQ(source.oddities().invalid_utf8, 0U);
    EXPECT_EQ(Source::from_bytes("a.txt", bytes).encoding(), Encoding::Utf8);
    EXPECT_EQ(Source::from_bytes("a.html", declaration + "café").encoding(), Encoding::Utf8);
  }
  EXPECT_EQ(Source::from_bytes("a.html", "<meta charset=utf-8>caf\xE9").encoding(), Encoding::Utf8);
  const std::string script = "<script charset=latin1></script>";
  EXPECT_EQ(Source::from_bytes("a.html", script + "<meta charset=utf-8>caf\xE9").encoding(), Encoding::Utf8);
  EXPECT_EQ(Source::from_bytes("a.html", "caf\xE9").encoding(), Encoding::Utf8);
}

TEST(Source, CountsWhatIsUnusual) {
  struct Case {
    std::string bytes;
    std::size_t invalid;
    std::size_t nul;
    bool carriage_returns;
  };
  const Case cases[] = {{"plain\n", 0, 0, false},
                        {"a\r\nb", 0, 0, true},
                        {"a\rb", 0, 0, true},
                        {"a\0b\0"s, 0, 2, false},
                        {"\x80", 1, 0, false},
                        {"\xE2\x82", 1, 0, false},
                        {"\xC0\xAF", 2, 0, false},
                        {"\xED\xA0\x80", 3, 0, false},
                        {"\xF1\x80\x80\xE1\x80\xC2z\x80", 4, 0, false},  // Unicode 3.9, table 3-8
                        {"\xF4\x90\x80\x80", 4, 0, false}};
  for (const Case& c : cases) {
    const Oddities oddities = Source::from_bytes("a.txt", c.bytes).oddities();
    EXPECT_EQ(oddities.invalid_utf8, c.invalid) << ::testing::PrintToString(c.bytes);
    EXPECT_EQ(oddities.nul_bytes, c.nul);
    EXPECT_EQ(oddities.carriage_returns, c.carriage_returns);
  }
}

TEST(Source, ToleratesTruncatedByteOrderMarks) {
  EXPECT_EQ(Source::from_bytes("a", "\xEF\xBB").text(), "\xEF\xBB");
  EXPECT_EQ(Source::from_bytes("a", "\xFF").text(), "\xFF");
  EXPECT_EQ(Source::from_bytes("a", "\xFF\xFE").text(), "");
  EXPECT_EQ(Source::from_bytes("a", "\xFF\xFE").raw_offset(0), 2U);
  EXPECT_EQ(Source::from_bytes("a", "").raw_offset(0), 0U);
}

TEST(LoadSource, ReadsAllBytesOfAFile) {
  const TemporaryFolder folder;
  const std::string bytes(200'000, 'x');
  folder.write("a.md", bytes);
  const Result<Source> source = load_source(folder / "a.md");
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source.value().text(), bytes);
  EXPECT_EQ(source.value().format(), Format::Markdown);
}

TEST(LoadSource, RefusesFilesBeyondItsLimit) {
  const TemporaryFolder folder;
  folder.write("a.md", "");
  std::filesystem::resize_file(folder / "a.md", std::uintmax_t{2} << 30);
  const Result<Source> source = load_source(folder / "a.md");
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(source.errors()[0].code, ErrorCode::Input);
  EXPECT_EQ(source.errors()[0].path, folder / "a.md");
  EXPECT_EQ(source.errors()[0].message, "cannot read the file: it is larger than 1 GiB");
}

TEST(LoadSource, SaysWhyAFileCannotBeRead) {
  const TemporaryFolder folder;
  struct Case {
    std::string path;
    std::string reason;
  };
  for (const Case& c :
       {Case{folder / "missing.md", "No such file or directory"}, Case{folder.path(), "Is a directory"}}) {
    const Result<Source> source = load_source(c.path);
    ASSERT_FALSE(source.ok());
    EXPECT_EQ(source.errors()[0].code, ErrorCode::Input);
    EXPECT_EQ(source.errors()[0].path, c.path);
    EXPECT_EQ(source.errors()[0].message, "cannot read the file: " + c.reason);
  }
}

}  // namespace
}  // namespace hypelint

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "support/document_checks.h"
#include "support/linear_time.h"

namespace hypelint {
namespace {

constexpr Format kFormats[] = {Format::Plain, Format::Markdown, Format::Mdx, Format::Html};

void check(const std::string& bytes, Format format) {
  const Source source = Source::from_bytes("a", bytes, format);
  const Document document = parse(source);
  ASSERT_NO_FATAL_FAILURE(testing::check_document(document))
      << to_string(format) << ": " << ::testing::PrintToString(bytes);
}

TEST(AnyDocument, HoldsForRandomBytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 400; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    for (const Format format : kFormats) ASSERT_NO_FATAL_FAILURE(check(bytes, format));
  }
}

// Markup and letters that texts are assembled from.
const std::string kPieces[] = {"stem cells ",
                               "It works. ",
                               "\n",
                               "\n\n",
                               "\r\n",
                               "  ",
                               "\t",
                               "- ",
                               "* ",
                               "1. ",
                               "# ",
                               "## ",
                               "• ",
                               "> ",
                               "**",
                               "_",
                               "[link](http://a.example)",
                               "[",
                               "](",
                               ")",
                               "![alt](x.png)",
                               "www.a.example ",
                               "a@b.example ",
                               "&amp;",
                               "&nbsp;",
                               "&#x1F600;",
                               "&",
                               "<b>",
                               "</b>",
                               "<a href='x'>",
                               "</a>",
                               "<p>",
                               "</p>",
                               "<div hidden>",
                               "</div>",
                               "<li>",
                               "<ul>",
                               "<sup>12</sup>",
                               "<span hidden>",
                               "</span>",
                               "<h2>",
                               "<td>",
                               "<pre>",
                               "<video>",
                               "<a class=btn href=y>",
                               "<img alt='z'>",
                               "<br/>",
                               "<script>",
                               "</script>",
                               "<!--",
                               " -->",
                               "\n[//]: # (",
                               ")\n",
                               "{/*",
                               "*/}",
                               "---\nhypelint:\n - ",
                               "-->",
                               "<title>",
                               "</title>",
                               "<",
                               ">",
                               "| a | b |\n|---|---|\n",
                               "---\n",
                               "title: x\n",
                               "```\n",
                               "`",
                               "{",
                               "}",
                               "import x from 'y'\n",
                               "’",
                               "“",
                               "–",
                               "\u00AD",
                               "\u200B",
                               "é",
                               "干",
                               "😀",
                               std::string("\0", 1),
                               "\xFF",
                               "\xE2\x82",
                               "References\n",
                               "[1] ",
                               "[^1]",
                               "[^1]: note\n",
                               ":",
                               "\\",
                               "~~",
                               "2019;12(3):45 "};

TEST(AnyDocument, HoldsForTextsAssembledFromMarkup) {
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (std::size_t i = random() % 40; i > 0; --i) bytes += kPieces[random() % std::size(kPieces)];
    for (const Format format : kFormats) ASSERT_NO_FATAL_FAILURE(check(bytes, format));
  }
}

class AnyFormat : public ::testing::TestWithParam<Format> {};

// What is repeated to see how time grows.
const std::string kRepeated[] = {"a@",
                                 "www.",
                                 "http://((",
                                 "http://",
                                 "http://a.b/?_",
                                 "http://a.b/&amp;",
                                 "a@b.c&amp;",
                                 "<a href=x>b",
                                 "<p hidden>a\n\n",
                                 "<div><script>a\n\n",
                                 "<div><!-- a\n\n*b*",
                                 "- ",
                                 "(",
                                 "x\n",
                                 "1.\n",
                                 "\xFF",
                                 "@@@@.",
                                 "\u00A0",
                                 "[",
                                 "![[",
                                 "*a ",
                                 "**_",
                                 "> ",
                                 "`",
                                 "``a` ",
                                 "| a ",
                                 "{{<",
                                 "{",
                                 "---\n",
                                 "# a\n",
                                 "[^a]: b\n",
                                 "[a]: b\n",
                                 "[1] ",
                                 "~~",
                                 "<",
                                 "<a \"",
                                 "<!--",
                                 "</p>",
                                 "<div>",
                                 "<b><i>",
                                 "<table>",
                                 "<td>",
                                 "<ul><li>",
                                 "<p>a",
                                 "<title>",
                                 "<script",
                                 "&",
                                 "&am",
                                 "<br>",
                                 "\t",
                                 "\"",
                                 "References\n\n",
                                 "2019;12(3):45 "};

TEST_P(AnyFormat, TakesLinearTime) {
  for (const std::string& piece : kRepeated) {
    EXPECT_TRUE(
        testing::takes_linear_time([&](std::size_t bytes) { return testing::repeated(piece, bytes); },
                                   [](const std::string& bytes) { parse(Source::from_bytes("a", bytes, GetParam())); }))
        << piece;
  }
}

INSTANTIATE_TEST_SUITE_P(Documents, AnyFormat, ::testing::ValuesIn(kFormats),
                         [](const auto& format) { return std::string(to_string(format.param)); });

}  // namespace
}  // namespace hypelint

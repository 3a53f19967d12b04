#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "support/document_checks.h"

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

TEST(AnyDocument, HoldsForTextsAssembledFromMarkup) {
  static const std::string pieces[] = {"stem cells ",
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
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (std::size_t i = random() % 40; i > 0; --i) bytes += pieces[random() % std::size(pieces)];
    for (const Format format : kFormats) ASSERT_NO_FATAL_FAILURE(check(bytes, format));
  }
}

TEST(AnyDocument, TakesLinearTimeAsPlainText) {
  for (const std::string piece :
       {"a@", "www.", "http://((", "http://", "- ", "(", "x\n", "1.\n", "\xFF", "@@@@.", "\u00A0"}) {
    std::string bytes;
    while (bytes.size() < 300'000) bytes += piece;
    const auto start = std::chrono::steady_clock::now();
    const Source source = Source::from_bytes("a.txt", bytes);
    const Document document = parse(source);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << piece;
  }
}

}  // namespace
}  // namespace hypelint

// Places of findings, on the fixtures and on the articles of the folder that HYPELINT_CORPUS names: the bytes a
// finding points at say what it says it matched, and its lines and columns are those that counting gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles.h"
#include "hypelint/document.h"
#include "hypelint/linter.h"
#include "support/built_in_packs.h"
#include "support/document_checks.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;
using testing::built_in_linter;

// The end of what is no text at `at` (a tag, an entity, the destination of a Markdown link); `at` if it is text.
std::size_t past_markup(std::string_view source, std::size_t at, Format format) {
  const auto through = [&](char last) {
    const std::size_t end = source.find(last, at);
    return end == std::string_view::npos ? at : end + 1;
  };
  if (format == Format::Plain) return at;
  const bool followed = at + 1 < source.size();
  if (source[at] == '<' && followed && (std::isalpha(source[at + 1]) || source[at + 1] == '/')) return through('>');
  if (source[at] == '&' && followed && (std::isalpha(source[at + 1]) || source[at + 1] == '#')) {
    const std::size_t end = through(';');
    return end - at <= 10 ? end : at;
  }
  return format != Format::Html && source.substr(at).starts_with("](") ? through(')') : at;
}

// ASCII letters and digits of the text of a piece of source.
std::string letters_of(std::string_view source, Format format) {
  std::string letters;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = past_markup(source, at, format);
    if (end == at && std::isalnum(static_cast<unsigned char>(source[at]))) letters += source[at];
    at = std::max(end, at + 1);
  }
  return letters;
}

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// Line and column by counting from the start of the text; well-formed UTF-8 only.
Location counted(std::string_view text, std::size_t offset) {
  Location at;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool ends_line = text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n");
    if (ends_line) {
      ++at.line;
      at.column = at.utf16 = 1;
    } else if (!is_continuation(text, i)) {
      ++at.column;
      at.utf16 += static_cast<unsigned char>(text[i]) >= 0xF0 ? 2 : 1;
    }
  }
  return at;
}

void check_place(const Source& source, const LineIndex& lines, SourceSpan span) {
  const std::string_view text = source.text();
  ASSERT_LT(span.begin, span.end);
  ASSERT_LE(span.end, text.size());
  if (source.oddities().invalid_utf8 > 0) return;
  for (const std::size_t offset : {span.begin, span.end}) {
    EXPECT_FALSE(is_continuation(text, offset)) << "cuts a character at " << offset;
    const Location actual = lines.locate(offset);
    const Location expected = counted(text, offset);
    EXPECT_EQ(actual.byte, source.bytes().size() - text.size() + offset);
    EXPECT_EQ(actual.line, expected.line) << offset;
    EXPECT_EQ(actual.column, expected.column) << offset;
    EXPECT_EQ(actual.utf16, expected.utf16) << offset;
  }
}

void check_finding(const Source& source, const LineIndex& lines, const Finding& finding) {
  ASSERT_NO_FATAL_FAILURE(check_place(source, lines, finding.span));
  ASSERT_NO_FATAL_FAILURE(check_place(source, lines, finding.sentence));
  for (const Related& each : finding.related) ASSERT_NO_FATAL_FAILURE(check_place(source, lines, each.span));
  const RuleKind kind = built_in_linter().rule(finding.rule)->kind;
  // A link finding stands on the address, which is no part of a sentence.
  if (kind == RuleKind::Link) return;
  EXPECT_LE(finding.sentence.begin, finding.span.begin);
  EXPECT_LE(finding.span.end, finding.sentence.end);
  // A density finding lists words from all over its place.
  if (kind == RuleKind::Density) return;
  const std::string_view bytes = source.text().substr(finding.span.begin, finding.span.end - finding.span.begin);
  // Superscript figures are plain ones in HTML: only letters are sure.
  const auto without_digits = [](std::string letters) {
    std::erase_if(letters, [](char c) { return c >= '0' && c <= '9'; });
    return letters;
  };
  EXPECT_EQ(without_digits(letters_of(bytes, source.format())),
            without_digits(letters_of(finding.match, Format::Plain)))
      << bytes;
}

void check_articles(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const auto source = load_source(path);
    ASSERT_TRUE(source.ok()) << path;
    const bool utf16 = source.value().encoding() != Encoding::Utf8 && source.value().encoding() != Encoding::Utf8Bom;
    SCOPED_TRACE(path);
    ASSERT_NO_FATAL_FAILURE(testing::check_document(parse(source.value())));
    if (utf16) continue;
    const LineIndex lines(source.value());
    for (const Finding& finding : built_in_linter().lint(source.value()).findings) {
      SCOPED_TRACE(finding.rule + " at " + std::to_string(finding.span.begin));
      ASSERT_NO_FATAL_FAILURE(check_finding(source.value(), lines, finding));
    }
  }
}

TEST(CorpusSpans, HoldInFixtures) {
  const auto paths = articles_below(fs::path(HYPELINT_SOURCE_DIR) / "fixtures");
  ASSERT_GE(paths.size(), 20u);
  check_articles(paths);
}

TEST(CorpusSpans, HoldInCorpus) {
  const char* corpus = std::getenv("HYPELINT_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "HYPELINT_CORPUS names no folder of articles";
  const auto paths = articles_below(corpus);
  ASSERT_FALSE(paths.empty()) << corpus;
  check_articles(paths);
}

}  // namespace
}  // namespace hypelint

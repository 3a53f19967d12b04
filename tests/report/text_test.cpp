#include <gtest/gtest.h>

#include "report/checked.h"

namespace hypelint {
namespace {

std::string text_of(const std::string& marked, std::size_t width = 100) {
  return render(ReportFormat::Text, {checked("a.md", marked)}, {}, {false, width});
}

std::string excerpt_of(const std::string& marked, std::size_t width = 100) {
  const std::string text = text_of(marked, width);
  const std::size_t begin = text.find('\n') + 1;
  return text.substr(begin, text.find("\n\n") + 1 - begin);
}

TEST(TextReport, ShowsPlaceMessageRuleExcerptAndSummary) {
  EXPECT_EQ(text_of("One.\nA [[miracle cure]] here.\n"),
            "a.md:2:3: warning: needs a source [demo/rule]\n"
            "    A miracle cure here.\n"
            "      ^~~~~~~~~~~~\n"
            "\n"
            "1 warning in 1 file\n");
}

struct ExcerptCase {
  const char* behaviour;
  const char* marked;
  const char* excerpt;
  friend std::ostream& operator<<(std::ostream& out, const ExcerptCase& each) { return out << each.behaviour; }
};

class Excerpt : public testing::TestWithParam<ExcerptCase> {};

TEST_P(Excerpt, UnderlinesWhatTheReaderSees) { EXPECT_EQ(excerpt_of(GetParam().marked), GetParam().excerpt); }

INSTANTIATE_TEST_SUITE_P(
    Widths, Excerpt,
    testing::Values(
        ExcerptCase{"wide characters take two columns", "治療 [[奇跡]] ok", "    治療 奇跡 ok\n         ^~~~\n"},
        ExcerptCase{"combining marks take none", "cafe\xCC\x81 [[cure]]", "    cafe\xCC\x81 cure\n         ^~~~\n"},
        ExcerptCase{"tabs become spaces", "a\tb [[cure]]", "    a   b cure\n          ^~~~\n"},
        ExcerptCase{"control characters are escaped", "\x1b[31m[[cure]]", "    \\x1b[31mcure\n            ^~~~\n"},
        ExcerptCase{"ill-formed bytes are replaced", "\xFF [[cure]]", "    \xEF\xBF\xBD cure\n      ^~~~\n"},
        ExcerptCase{"bidirectional overrides are escaped", "\xE2\x80\xAE[[cure]]", "    \\u202ecure\n          ^~~~\n"},
        ExcerptCase{"an empty span is one caret", "a [[]]b", "    a b\n      ^\n"},
        ExcerptCase{"a span over several lines ends with its first", "a [[b\nc]]", "    a b\n      ^\n"},
        ExcerptCase{"carriage returns end lines", "x\r\na [[b]]\r\n", "    a b\n      ^\n"}),
    [](const auto& each) { return "Case" + std::to_string(each.index); });

TEST(TextReport, WindowsLongLinesAroundTheSpan) {
  const std::string filler(5000, 'x');
  EXPECT_EQ(excerpt_of(filler + " [[cure]] " + filler, 40),
            "    …xxxxxxxxxxxxxx cure xxxxxxxxxxxxxx…\n"
            "                    ^~~~\n");
}

TEST(TextReport, CutsASpanLongerThanTheTerminal) {
  const std::string excerpt = excerpt_of("[[" + std::string(500, 'y') + "]]", 40);
  EXPECT_EQ(excerpt, "    " + std::string(34, 'y') + "…\n    ^" + std::string(33, '~') + "\n");
}

TEST(TextReport, AnyBytesInPathAndMessageAreHarmless) {
  CheckedFile file = checked("\x1b]0;x\x07.md", "[[a]]");
  file.report.findings[0].message = "line\nbreak \x9b";
  const std::string out = render(ReportFormat::Line, {file}, {});
  EXPECT_EQ(out, "\\x1b]0;x\\x07.md:1:1: warning: line\\x0abreak \xEF\xBF\xBD [demo/rule]\n");
}

TEST(TextReport, ColorsOnlyWhenAsked) {
  const std::vector<CheckedFile> files = {checked("a.md", "[[a]]", Severity::Error)};
  EXPECT_EQ(render(ReportFormat::Text, files, {}, {false, 80}).find('\x1b'), std::string::npos);
  EXPECT_NE(render(ReportFormat::Text, files, {}, {true, 80}).find("\x1b[1;31merror\x1b[0m"), std::string::npos);
  EXPECT_EQ(render(ReportFormat::Line, files, {}, {true, 80}).find('\x1b'), std::string::npos);
}

TEST(TextReport, CountsBySeverityAndFile) {
  const auto summary = [](const std::vector<CheckedFile>& files) {
    const std::string text = render(ReportFormat::Text, files, {});
    return text.substr(text.rfind('\n', text.size() - 2) + 1);
  };
  const CheckedFile clean = checked("c.md", "nothing");
  EXPECT_EQ(render(ReportFormat::Text, {clean}, {}), "no findings in 1 file\n");
  EXPECT_EQ(summary({checked("a.md", "[[a]] [[b]]", Severity::Error), checked("b.md", "[[a]]")}),
            "2 errors, 1 warning in 2 files\n");
  EXPECT_EQ(summary({checked("a.md", "[[a]]", Severity::Info), clean}), "1 info in 1 file (2 checked)\n");
}

TEST(LineReport, IsTheFirstLineOfTheTextReport) {
  EXPECT_EQ(render(ReportFormat::Line, {checked("dir/a.md", "x\n[[a]] [[b]]")}, {}),
            "dir/a.md:2:1: warning: needs a source [demo/rule]\ndir/a.md:2:3: warning: needs a source [demo/rule]\n");
}

TEST(LineReport, IsEmptyWithoutFindings) { EXPECT_EQ(render(ReportFormat::Line, {checked("a.md", "x")}, {}), ""); }

TEST(Notes, StandBeforeTheFindingsOfTheirFile) {
  CheckedFile noted = checked("a.md", "[[a]]");
  noted.report.notes = {"not\nchecked"};
  const std::string note = "a.md: note: not\\x0achecked\n";
  const std::string line = "a.md:1:1: warning: needs a source [demo/rule]\n";
  EXPECT_EQ(render(ReportFormat::Line, {noted}, {}), note + line);
  EXPECT_EQ(render(ReportFormat::Text, {noted}, {}).find(note + line), 0u);
}

TEST(Stats, CountsLanguagesAndFilesWithoutAPack) {
  const auto in = [](const std::string& language, std::vector<std::string> notes = {}) {
    CheckedFile file = checked("a.md", "x");
    file.report.language = language;
    file.report.notes = std::move(notes);
    return file;
  };
  const std::string stats = render_stats({in("en"), in("pl", {"not checked"}), in("zh"), in("zh")});
  EXPECT_NE(stats.find("languages         zh 2, en 1, pl 1\n"), std::string::npos) << stats;
  EXPECT_NE(stats.find("unchecked files   1  (not checked for claims; their notes say why)\n"), std::string::npos)
      << stats;
}

TEST(Stats, NamesOddities) {
  const std::string stats = render_stats({[] {
    CheckedFile file = checked("a.md", "x");
    file.report.oddities.invalid_utf8 = 3;
    file.report.counts.words = 1;
    return file;
  }()});
  EXPECT_NE(stats.find("files             1\n"), std::string::npos) << stats;
  EXPECT_NE(stats.find("words             1\n"), std::string::npos) << stats;
  EXPECT_NE(stats.find("invalid UTF-8     3  (sequences; read as U+FFFD)\n"), std::string::npos) << stats;
}

}  // namespace
}  // namespace hypelint

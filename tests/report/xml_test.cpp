#include "report/xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/checked.h"

namespace hypelint {
namespace {

using testing::HasSubstr;

TEST(XmlText, EscapesMarkupAndReplacesWhatXmlCannotHold) {
  using std::string_literals::operator""s;
  struct Case {
    std::string text, escaped;
  };
  for (const auto& [text, escaped] :
       {Case{"a<b>&\"'", "a&lt;b&gt;&amp;&quot;'"}, Case{"]]>", "]]&gt;"}, Case{"\t\r\n", "&#9;&#13;&#10;"},
        Case{"\0\x1b\x0c"s, "\uFFFD\uFFFD\uFFFD"}, Case{"\xEF\xBF\xBE\xEF\xBF\xBF", "\uFFFD\uFFFD"},
        Case{"é\xFF\xF0\x9F", "é\uFFFD\uFFFD\uFFFD"}, Case{"\x7F\u0085\U0001F600", "\x7F\u0085\U0001F600"}}) {
    EXPECT_EQ(xml_text(text), escaped);
  }
}

std::string junit(const std::vector<CheckedFile>& files) { return render(ReportFormat::JUnit, files, {}); }

TEST(JUnit, FailsACaseForEachFinding) {
  const std::string out = junit({checked("a&b.md", "[[x]]\n[[<y>]]", Severity::Info)});
  EXPECT_THAT(out, HasSubstr("<testsuites name=\"hypelint\" tests=\"2\" failures=\"2\" errors=\"0\">"));
  EXPECT_THAT(out, HasSubstr("<testsuite name=\"a&amp;b.md\" tests=\"2\" failures=\"2\" errors=\"0\" skipped=\"0\""));
  EXPECT_THAT(out,
              HasSubstr("<testcase classname=\"a&amp;b.md\" name=\"demo/rule at 2:1\">\n"
                        "      <failure type=\"info\" message=\"needs a source\">a&amp;b.md:2:1: &lt;y&gt;</failure>"));
}

TEST(JUnit, AFileWithoutFindingsPassesOneCase) {
  const std::string out = junit({checked("a.md", "x")});
  EXPECT_THAT(out, HasSubstr("<testcase classname=\"a.md\" name=\"hypelint\"/>"));
  EXPECT_THAT(out, HasSubstr("tests=\"1\" failures=\"0\""));
}

TEST(JUnit, ANoteIsASkippedCase) {
  CheckedFile file = checked("a.md", "x");
  file.report.notes = {"not checked"};
  const std::string out = junit({file});
  EXPECT_THAT(out, HasSubstr("tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\""));
  EXPECT_THAT(out, HasSubstr("<skipped message=\"not checked\"/>"));
}

TEST(Checkstyle, ListsErrorsByFile) {
  EXPECT_EQ(render(ReportFormat::Checkstyle, {checked("a\".md", "x\n[[y]]"), checked("b.md", "z")}, {}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<checkstyle version=\"4.3\">\n"
            "  <file name=\"a&quot;.md\">\n"
            "    <error line=\"2\" column=\"1\" severity=\"warning\" message=\"needs a source\" "
            "source=\"hypelint.demo/rule\"/>\n"
            "  </file>\n"
            "  <file name=\"b.md\">\n"
            "  </file>\n"
            "</checkstyle>\n");
}

TEST(Checkstyle, ANoteIsAnInfoOnTheFirstLine) {
  CheckedFile file = checked("a.md", "x\n[[y]]");
  file.report.notes = {"not checked"};
  EXPECT_THAT(render(ReportFormat::Checkstyle, {file}, {}),
              HasSubstr("  <file name=\"a.md\">\n"
                        "    <error line=\"1\" severity=\"info\" message=\"not checked\" source=\"hypelint.note\"/>\n"
                        "    <error line=\"2\" column=\"1\" severity=\"warning\""));
}

}  // namespace
}  // namespace hypelint

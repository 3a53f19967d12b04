// What holds for every format.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <algorithm>

#include "report/checked.h"
#include "report/display_width.h"
#include "report/rule.h"

namespace hypelint {
namespace {

std::vector<ReportFormat> all_formats() {
  std::vector<ReportFormat> formats;
  for (const std::string& name : report_format_names()) formats.push_back(report_format_from(name).value());
  return formats;
}

class EveryFormat : public testing::TestWithParam<ReportFormat> {
 protected:
  static std::string of(const std::vector<CheckedFile>& files) { return render(GetParam(), files, {demo_rule()}); }
};

INSTANTIATE_TEST_SUITE_P(Formats, EveryFormat, testing::ValuesIn(all_formats()),
                         [](const auto& each) { return std::string(to_string(each.param)); });

// Every byte in every text that a report may show. Ids of rules and fingerprints are always plain.
CheckedFile hostile() {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  bytes += "\xEF\xBF\xBE \xED\xA0\x80 ]]> <!-- ::error:: ##[ {0} [a](b) \xE2\x80\xAE";
  CheckedFile file = checked("a" + bytes.substr(1), "x [[" + bytes + "]]\r[[y]]");
  for (Finding& finding : file.report.findings) {
    finding.message = bytes;
    finding.related = {{finding.span, bytes}};
  }
  file.report.language = bytes;
  file.report.notes = {bytes};
  Finding suppressed = file.report.findings.front();
  suppressed.suppressed = Suppression{bytes, bytes, bytes, bytes, {}};
  file.report.suppressed = {suppressed};
  return file;
}

TEST_P(EveryFormat, IsWellFormedUtf8WithoutControlCharactersForAnyBytes) {
  Rule rule = demo_rule();
  const CheckedFile file = hostile();
  const std::string bytes = file.report.language;
  rule.summary = rule.why = rule.clear = bytes;
  rule.sources = {{bytes, bytes, 1, "http://" + bytes}};
  rule.bad = rule.good = {{bytes, Format::Markdown, {}}};
  const std::string out = render(GetParam(), {file}, {rule});
  EXPECT_TRUE(out == well_formed(out));
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
  EXPECT_EQ(std::ranges::count_if(out, is_control), 0);
}

TEST_P(EveryFormat, NamesPlaceMessageAndRuleOfAFinding) {
  const std::string out = of({checked("dir/a.md", "one\n\ntwo [[cure]]")});
  for (const char* part : {"dir/a.md", "3", "needs a source", "demo/rule"}) {
    EXPECT_NE(out.find(part), std::string::npos) << part << " in\n" << out;
  }
}

TEST_P(EveryFormat, TellsWhatWasNotCheckedOrSaysThatItDoesNot) {
  CheckedFile file = checked("dir/a.md", "one");
  file.report.notes = {"not checked for claims"};
  const std::string out = of({file});
  for (const char* part : {"dir/a.md", "not checked for claims"}) {
    EXPECT_EQ(out.find(part) != std::string::npos, shows_notes(GetParam())) << part << " in\n" << out;
  }
}

TEST_P(EveryFormat, IsTheSameForTheSameInput) {
  EXPECT_TRUE(of({checked("a.md", "[[a]] [[b]]"), hostile()}) == of({checked("a.md", "[[a]] [[b]]"), hostile()}));
}

TEST_P(EveryFormat, EndsWithALineEndOrIsEmpty) {
  for (const std::vector<CheckedFile>& files :
       {std::vector<CheckedFile>{}, {checked("a.md", "x")}, {checked("a.md", "[[a]]")}}) {
    const std::string out = of(files);
    EXPECT_TRUE(out.empty() || out.ends_with('\n')) << out;
  }
}

struct EmptyRun {
  ReportFormat format;
  const char* text;
};

TEST(EmptyRuns, AreStillReports) {
  const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  for (const auto& [format, text] :
       {EmptyRun{ReportFormat::Text, "no findings in 0 files\n"}, EmptyRun{ReportFormat::Line, ""},
        EmptyRun{ReportFormat::GitHub, ""}, EmptyRun{ReportFormat::GitLab, "[\n]\n"},
        EmptyRun{ReportFormat::RdJsonLines, ""}}) {
    EXPECT_EQ(render(format, {}, {}), text) << to_string(format);
  }
  EXPECT_EQ(render(ReportFormat::Checkstyle, {}, {}), xml + "<checkstyle version=\"4.3\">\n</checkstyle>\n");
  EXPECT_EQ(render(ReportFormat::JUnit, {}, {}),
            xml + "<testsuites name=\"hypelint\" tests=\"0\" failures=\"0\" errors=\"0\">\n</testsuites>\n");
  const auto sarif = nlohmann::json::parse(render(ReportFormat::Sarif, {}, {}));
  EXPECT_EQ(sarif["runs"][0]["results"], nlohmann::json::array());
}

}  // namespace
}  // namespace hypelint

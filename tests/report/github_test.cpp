#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "report/checked.h"

namespace hypelint {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> lines_of(const std::vector<CheckedFile>& files) {
  std::istringstream stream(render(ReportFormat::GitHub, files, {}));
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string command_of(const std::string& path, const std::string& marked) {
  return lines_of({checked(path, marked)})[0];
}

struct PlaceCase {
  const char* behaviour;
  const char* marked;
  const char* place;
};

TEST(GitHub, ColumnsStandOnlyWhereTheRunnerTakesThem) {
  for (const auto& [behaviour, marked, place] :
       {PlaceCase{"one line", "a\nb [[cure]]", "line=2,col=3,endLine=2,endColumn=7"},
        PlaceCase{"several lines", "a [[b\nc]]", "line=1,endLine=2"},
        PlaceCase{"an empty span", "a [[]]b", "line=1,col=3,endLine=1"}}) {
    EXPECT_EQ(command_of("a.md", marked),
              "::warning file=a.md," + std::string(place) + ",title=demo/rule::needs a source")
        << behaviour;
  }
}

TEST(GitHub, EscapesPropertiesAndData) {
  CheckedFile file = checked("./a,b:c%\r\n.md", "[[a]]");
  file.report.findings[0].message = "50%: a,\nb";
  EXPECT_EQ(lines_of({file})[0],
            "::warning file=a%2Cb%3Ac%25%0D%0A.md,line=1,col=1,endLine=1,endColumn=2,title=demo/rule::"
            "50%25: a,\\x0ab");
}

CheckedFile many(const std::string& path, std::size_t count, Severity severity) {
  std::string marked;
  for (std::size_t i = 0; i < count; ++i) marked += "[[a]]\n";
  return checked(path, marked, severity);
}

TEST(GitHub, ShowsTheMostSevereAndSurestFirst) {
  CheckedFile unsure = many("low.md", 1, Severity::Error);
  unsure.report.findings[0].confidence = Confidence::Low;
  CheckedFile sure = many("high.md", 1, Severity::Error);
  sure.report.findings[0].confidence = Confidence::High;
  const std::vector<std::string> lines =
      lines_of({many("i.md", 1, Severity::Info), many("w.md", 1, Severity::Warning), unsure, sure});
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_THAT(lines[0], StartsWith("::error file=high.md,"));
  EXPECT_THAT(lines[1], StartsWith("::error file=low.md,"));
  EXPECT_THAT(lines[2], StartsWith("::warning file=w.md,"));
  EXPECT_THAT(lines[3], StartsWith("::notice file=i.md,"));
}

TEST(GitHub, TenOfAKindNeedNoSummary) {
  EXPECT_EQ(lines_of({many("e.md", 10, Severity::Error), many("w.md", 10, Severity::Warning),
                      many("i.md", 10, Severity::Info)})
                .size(),
            30u);
}

TEST(GitHub, SaysWhatIsLeftOutInATenthNotice) {
  CheckedFile infos = many("i.md", 10, Severity::Info);
  infos.report.findings[9].rule = "demo/other";
  infos.report.notes = {"not checked", "again"};
  const std::vector<std::string> lines = lines_of({many("e.md", 12, Severity::Error), infos});
  ASSERT_EQ(lines.size(), 20u);
  EXPECT_THAT(lines[9], StartsWith("::error "));
  EXPECT_THAT(lines[18], HasSubstr("line=9,"));
  EXPECT_THAT(lines[19], StartsWith("::notice title=hypelint::5 more not shown here"));
  EXPECT_THAT(lines[19], EndsWith("): demo/rule (2), notes (2), demo/other (1)"));
}

TEST(GitHub, NotesOfAFileAreNotices) {
  CheckedFile file = checked("a.md", "x");
  file.report.notes = {"not checked"};
  EXPECT_EQ(lines_of({file})[0], "::notice file=a.md,title=hypelint::not checked");
}

}  // namespace
}  // namespace hypelint

#include <gtest/gtest.h>

#include "report/checked.h"

namespace hypelint {
namespace {

TEST(ExitCode, DependsOnTheThreshold) {
  const FileReport report = checked("a.md", "[[a]]", Severity::Warning).report;
  EXPECT_EQ(exit_code(report, Severity::Error), 0);
  EXPECT_EQ(exit_code(report, Severity::Warning), 1);
  EXPECT_EQ(exit_code(report, Severity::Info), 1);
  EXPECT_EQ(exit_code(report, std::nullopt), 0);
  EXPECT_EQ(exit_code(FileReport(), Severity::Info), 0);
}

TEST(ExitCode, EachKindOfErrorHasOne) {
  const auto code = [](ErrorCode kind) { return exit_code(Error{kind, "", "", {}}); };
  EXPECT_EQ(code(ErrorCode::Usage), 2);
  EXPECT_EQ(code(ErrorCode::Config), 2);
  EXPECT_EQ(code(ErrorCode::RulePack), 2);
  EXPECT_EQ(code(ErrorCode::Input), 3);
  EXPECT_EQ(code(ErrorCode::Internal), 70);
}

TEST(ReportFormatNames, GoBothWays) {
  const std::vector<std::string> names = report_format_names();
  EXPECT_EQ(names, (std::vector<std::string>{"text", "line", "json", "jsonl", "sarif", "github", "gitlab", "junit",
                                             "checkstyle", "rdjsonl", "html"}));
  for (const std::string& name : names) EXPECT_EQ(to_string(report_format_from(name).value()), name);
  EXPECT_EQ(report_format_from("xml"), std::nullopt);
}

}  // namespace
}  // namespace hypelint

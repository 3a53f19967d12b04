#include "cli/gitignore.h"

#include <gtest/gtest.h>

namespace hypelint {
namespace {

struct IgnoreCase {
  const char* patterns;
  const char* path;
  bool is_folder;
  bool ignored;
  friend std::ostream& operator<<(std::ostream& out, const IgnoreCase& each) {
    const std::string patterns = testing::PrintToString(std::string(each.patterns));
    return out << patterns << " on " << each.path << (each.is_folder ? "/" : "");
  }
};

class Gitignore : public testing::TestWithParam<IgnoreCase> {};

TEST_P(Gitignore, LastMatchingPatternDecides) {
  const auto& [patterns, path, is_folder, ignored] = GetParam();
  EXPECT_EQ(is_ignored({parse_ignore_file("/w", patterns)}, std::string("/w/") + path, is_folder), ignored)
      << "patterns:\n"
      << patterns << "\npath: " << path;
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, Gitignore,
    testing::Values(IgnoreCase{"a.md", "a.md", false, true}, IgnoreCase{"a.md", "x/a.md", false, true},
                    IgnoreCase{"/a.md", "x/a.md", false, false}, IgnoreCase{"/a.md", "a.md", false, true},
                    IgnoreCase{"x/a.md", "y/x/a.md", false, false}, IgnoreCase{"x/*.md", "x/a.md", false, true},
                    IgnoreCase{"x/*.md", "x/y/a.md", false, false}, IgnoreCase{"**/y", "x/y", true, true},
                    IgnoreCase{"x/**/a.md", "x/y/z/a.md", false, true}, IgnoreCase{"build/", "build", true, true},
                    IgnoreCase{"build/", "build", false, false}, IgnoreCase{"*.md\n!a.md", "a.md", false, false},
                    IgnoreCase{"!a.md\n*.md", "a.md", false, true}, IgnoreCase{"# a.md", "a.md", false, false},
                    IgnoreCase{"\\#a.md", "#a.md", false, true}, IgnoreCase{"\\!a.md", "!a.md", false, true},
                    IgnoreCase{"a.md   ", "a.md", false, true}, IgnoreCase{"a.md\r", "a.md", false, true},
                    IgnoreCase{"", "a.md", false, false}, IgnoreCase{"/", "a.md", false, false}));

TEST(GitignoreFiles, InnerFilesOverruleOuterOnes) {
  const std::vector<IgnoreFile> files = {parse_ignore_file("/w", "*.md\n"), parse_ignore_file("/w/x", "!a.md\n")};
  EXPECT_FALSE(is_ignored(files, "/w/x/a.md", false));
  EXPECT_TRUE(is_ignored(files, "/w/x/b.md", false));
}

}  // namespace
}  // namespace hypelint

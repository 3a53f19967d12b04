// Which files a folder gives.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

#include "cli/program.h"

namespace hypelint {
namespace {

using testing::HasSubstr;

// The files that the run reports, in its order; each holds one finding.
std::vector<std::string> files_of(const Workplace& place, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--format", "line"});
  const std::string out = place.check(arguments).out;
  std::vector<std::string> files;
  for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1)
    files.push_back(out.substr(at, out.find(':', at) - at));
  return files;
}

void write_articles(const Workplace& place, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) place.write(path, "miracle\n");
}

using Files = std::vector<std::string>;

TEST(Discovery, WalksFoldersInOrderOfPath) {
  const Workplace place;
  write_articles(place, {"b.md", "a/z.html", "a/b/c.txt", "a.MD", "code.cpp", ".hidden/x.md", ".x.md"});
  EXPECT_EQ(files_of(place, {}), (Files{"a.MD", "a/b/c.txt", "a/z.html", "b.md"}));
  EXPECT_EQ(files_of(place, {"."}), (Files{"a.MD", "a/b/c.txt", "a/z.html", "b.md"}));
  EXPECT_EQ(files_of(place, {"b.md", "a"}), (Files{"b.md", "a/b/c.txt", "a/z.html"}));
  EXPECT_EQ(files_of(place, {"a/z.html", "a/", "./a/z.html"}), (Files{"a/z.html", "a/b/c.txt"}));
}

TEST(Discovery, NamedFilesAreAlwaysChecked) {
  const Workplace place;
  write_articles(place, {"notes.odd", ".hidden.md", "ignored.md"});
  place.write(".git/HEAD", "");
  place.write(".gitignore", "ignored.md\n");
  EXPECT_EQ(files_of(place, {"notes.odd", ".hidden.md", "ignored.md"}),
            (Files{"notes.odd", ".hidden.md", "ignored.md"}));
}

TEST(Discovery, IncludeAndExcludeGlobs) {
  const Workplace place;
  write_articles(place, {"a.md", "drafts/b.md", "c.adoc", "deep/drafts/d.md"});
  EXPECT_EQ(files_of(place, {"--exclude", "drafts/**", "."}), (Files{"a.md", "deep/drafts/d.md"}));
  EXPECT_EQ(files_of(place, {"--exclude", "drafts", "."}), (Files{"a.md"}));
  EXPECT_EQ(files_of(place, {"--include", "*.adoc", "--include", "a.*"}), (Files{"a.md", "c.adoc"}));
}

TEST(Discovery, ConfigurationIncludesAndExcludes) {
  const Workplace place;
  write_articles(place, {"site/a.md", "site/b.adoc", "site/drafts/c.md", "other/d.md"});
  place.write("site/hypelint.toml", "include = [\"*.adoc\", \"*.md\"]\nexclude = [\"drafts/**\"]\n");
  EXPECT_EQ(files_of(place, {}), (Files{"other/d.md", "site/a.md", "site/b.adoc"}));
}

TEST(Discovery, GitignoreIsRespectedFromTheRootOfTheWorkTree) {
  const Workplace place;
  write_articles(place,
                 {"a.md", "build/b.md", "sub/build/c.md", "sub/keep.tmp.md", "sub/x.tmp.md", "top.md", "sub/top.md"});
  place.write(".git/HEAD", "");
  place.write(".gitignore", "# generated\nbuild/\n*.tmp.md\n/top.md\n");
  place.write("sub/.gitignore", "!keep.tmp.md\n");
  EXPECT_EQ(files_of(place, {}), (Files{"a.md", "sub/keep.tmp.md", "sub/top.md"}));
  EXPECT_EQ(files_of(place, {"sub"}), (Files{"sub/keep.tmp.md", "sub/top.md"}));
}

TEST(Discovery, LinksToFoldersAreNotFollowed) {
  const Workplace place;
  write_articles(place, {"a/b.md"});
  std::filesystem::create_directory_symlink("..", place.folder() / "work/a/up");
  EXPECT_EQ(files_of(place, {}), (Files{"a/b.md"}));
  EXPECT_THAT(place.check({"--stats"}).err, HasSubstr("left out          1  (links to folders)"));
}

TEST(Discovery, LinksToNothingAreArticlesThatCannotBeRead) {
  const Workplace place;
  write_articles(place, {"a.md", "d/b.md"});
  for (const char* link : {"d/gone.md", "d/.#b.md", "d/gone.png"}) {
    std::filesystem::create_symlink("nowhere", place.folder() / "work" / link);
  }
  const RunOutcome outcome = place.check({"."});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.err, "hypelint: error: d/gone.md: cannot read the file: No such file or directory\n");
  EXPECT_EQ(files_of(place, {"--exclude", "gone.*", "."}), (Files{"a.md", "d/b.md"}));
  place.write("hypelint.toml", "exclude = [\"d/*\", \"!d/b.md\"]\n");
  EXPECT_EQ(files_of(place, {}), (Files{"a.md", "d/b.md"}));
}

TEST(Discovery, AnEmptyPathIsNone) {
  const RunOutcome outcome = Workplace().check({""});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.err, "hypelint: error: an empty path names no file\n");
}

TEST(Discovery, FailuresSayWhichPathAndExitWith3) {
  const Workplace place;
  std::filesystem::create_directory(place.folder() / "work/empty");
  place.write("code/x.cpp", "");
  place.write("a.md", "miracle");
  for (const auto& [path, reason] :
       {std::pair{"missing.md", "No such file"}, {"empty", "no article found"}, {"code", "no article found"}}) {
    const RunOutcome outcome = place.check({"a.md", path});
    const RunOutcome alone = place.check({path});
    EXPECT_EQ(alone.code, 3);
    EXPECT_EQ(alone.out, "");
    EXPECT_THAT(alone.err, HasSubstr(reason));
    EXPECT_THAT(alone.err, HasSubstr(path));
    EXPECT_EQ(outcome.code, std::string(path) == "missing.md" ? 3 : 1);
  }
}

TEST(Discovery, UnreadableFilesAreErrors) {
  if (geteuid() == 0) {
    // Root reads everything; a file whose read fails for root too stands in.
    const Workplace place;
    std::filesystem::create_symlink("/proc/self/mem", place.folder() / "work/a.md");
    const RunOutcome outcome = place.check({"a.md"});
    EXPECT_EQ(outcome.code, 3);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("hypelint: error: a.md: "));
    return;
  }
  const Workplace place;
  place.write("a.md", "miracle");
  std::filesystem::permissions(place.folder() / "work/a.md", std::filesystem::perms::none);
  const RunOutcome outcome = place.check({"a.md"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("hypelint: error: a.md: "));
}

}  // namespace
}  // namespace hypelint

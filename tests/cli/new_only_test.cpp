// --new-from and --staged in scratch repositories.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/program.h"
#include "cli/repository.h"

namespace hypelint {
namespace {

using testing::HasSubstr;

// Findings as "path:line", in order.
std::string places(const RunOutcome& outcome) {
  std::string out;
  std::size_t at = 0;
  while (at < outcome.out.size()) {
    const std::string line = outcome.out.substr(at, outcome.out.find('\n', at) - at);
    const std::size_t colon = line.find(':');
    out += (out.empty() ? "" : " ") + line.substr(0, line.find(':', colon + 1));
    at += line.size() + 1;
  }
  return out;
}

RunOutcome since(const Workplace& place, const std::string& commit, std::vector<std::string> paths = {"."}) {
  std::vector<std::string> words = {"--format", "line", "--new-from", commit};
  words.insert(words.end(), paths.begin(), paths.end());
  return place.check(words);
}

RunOutcome staged(const Workplace& place) { return place.check({"--format", "line", "--staged"}); }

const std::string kOld = "A miracle.\n\nA second miracle\nover two lines.\n\nThe last miracle.\n";

TEST(NewFrom, ReportsOnlyBlocksThatTheDiffTouches) {
  const Workplace place;
  place.write("a.md", kOld);
  place.write("b.md", kOld);
  const Repository repository(place);
  repository.commit("old");
  EXPECT_EQ(places(since(place, "HEAD")), "");
  EXPECT_EQ(since(place, "HEAD").code, 0);
  EXPECT_EQ(place.check({"--new-from", "HEAD"}).out, "no findings in 0 files\n");

  place.write("a.md",
              "A miracle.\n\nA second miracle\nover two changed lines.\n\nThe last miracle.\n\nA new miracle.\n");
  const RunOutcome outcome = since(place, "HEAD");
  EXPECT_EQ(places(outcome), "a.md:3 a.md:8");
  EXPECT_EQ(outcome.code, 1);
  repository.commit("new");
  EXPECT_EQ(places(since(place, "HEAD~1")), "a.md:3 a.md:8") << "committed changes count, too";
  EXPECT_EQ(places(since(place, "HEAD")), "");
}

TEST(NewFrom, SeesWhatADeletionLeavesBehind) {
  const Workplace place;
  place.write("a.md", "A miracle\nin mice only.\n\nOther words.\n\nA miracle.\n");
  const Repository repository(place);
  repository.commit("old");
  place.write("a.md", "A miracle\n\nA miracle.\n");
  EXPECT_EQ(places(since(place, "HEAD")), "a.md:1");
}

TEST(NewFrom, TakesUntrackedFilesAsAWhole) {
  const Workplace place;
  place.write("a.md", kOld);
  const Repository repository(place);
  repository.commit("old");
  place.write("d/new file.md", "A miracle.\n");
  place.write("d/\xC3\xBC \"q\".md", "A miracle.\n");
  place.write(".gitignore", "ignored.md\n");
  place.write("ignored.md", "A miracle.\n");
  place.write(".hidden/x.md", "A miracle.\n");
  place.write("d/image.png", "A miracle.\n");
  EXPECT_EQ(places(since(place, "HEAD")), "d/new file.md:1 d/\xC3\xBC \"q\".md:1");
  EXPECT_EQ(places(since(place, "HEAD", {"a.md"})), "");
  EXPECT_EQ(places(since(place, "HEAD", {"d/new file.md"})), "d/new file.md:1");
  repository.commit("new");
  EXPECT_EQ(places(since(place, "HEAD~1")), "d/new file.md:1 d/\xC3\xBC \"q\".md:1") << "quoted by the diff";
}

TEST(NewFrom, FollowsRenames) {
  const Workplace place;
  place.write("a.md", kOld);
  const Repository repository(place);
  repository.commit("old");
  repository.git("mv a.md b.md");
  EXPECT_EQ(places(since(place, "HEAD")), "");
  place.write("b.md", kOld + "\nA new miracle.\n");
  EXPECT_EQ(places(since(place, "HEAD")), "b.md:8");
}

TEST(NewFrom, LooksPastWhatTheOtherBranchDid) {
  const Workplace place;
  place.write("a.md", kOld);
  const Repository repository(place);
  repository.commit("old");
  repository.git("switch -q -c topic");
  place.write("b.md", "A miracle.\n");
  repository.commit("topic");
  repository.git("switch -q main");
  place.write("a.md", "Fine.\n");
  repository.commit("main mends the old text");
  repository.git("switch -q topic");
  EXPECT_EQ(places(since(place, "main")), "b.md:1");
}

TEST(NewFrom, NeverReadsFilesThatHaveNotChanged) {
  const Workplace place;
  place.write("a.md", kOld);
  place.write("b.md", kOld);
  const Repository repository(place);
  repository.commit("old");
  place.write("b.md", kOld + "\nFine.\n");
  EXPECT_EQ(place.check({"--new-from", "HEAD"}).out, "no findings in 1 file\n");
}

TEST(NewFrom, ChecksFilesThatGitTakesForBinary) {
  const Workplace place;
  place.write("a.md", kOld);
  place.write(".gitattributes", "*.md -diff\n");
  const Repository repository(place);
  repository.commit("old");
  EXPECT_EQ(places(since(place, "HEAD")), "");
  place.write("a.md", "A miracle.\n\nA new miracle.\n");
  EXPECT_EQ(places(since(place, "HEAD")), "a.md:1 a.md:3");
}

TEST(NewFrom, SaysWhatIsWrong) {
  const Workplace place;
  place.write("a.md", kOld);
  const RunOutcome outside = since(place, "HEAD");
  EXPECT_EQ(outside.code, 2);
  EXPECT_THAT(outside.err, HasSubstr("need a Git work tree"));
  const Repository repository(place);
  repository.commit("old");
  for (const std::string name : {"no-such-branch", "--output=x", "HEAD:a.md", ""}) {
    const RunOutcome outcome = place.check({"--new-from=" + name, "."});
    EXPECT_EQ(outcome.code, 2) << name << outcome.out;
  }
  EXPECT_THAT(since(place, "no-such-branch").err, HasSubstr("no commit `no-such-branch` in this clone\n"));
  EXPECT_EQ(place.check({"--new-from", "HEAD", "-"}).code, 2);
  EXPECT_EQ(place.check({"--new-from", "HEAD", "--staged"}).code, 2);
  EXPECT_EQ(place.check({"--new-from", "HEAD", "missing.md"}).code, 3);
}

TEST(NewFrom, WorksInAShallowClone) {
  const Workplace place;
  place.write("origin/a.md", kOld);
  const Repository origin(place, "origin");
  origin.commit("old");
  place.write("origin/a.md", kOld + "\nA new miracle.\n");
  origin.commit("new");
  const Repository outer(place);
  outer.git("clone -q --depth=1 file://'" + (place.folder() / "work/origin").string() + "' clone");
  const RunOutcome missing = since(place, "HEAD~1", {"clone"});
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.err, HasSubstr("the clone is shallow"));
  outer.git("-C clone fetch -q --depth=1 origin " + origin.git("rev-parse HEAD~1"));
  EXPECT_EQ(places(since(place, "FETCH_HEAD", {"clone"})), "clone/a.md:8") << "without a common ancestor";
}

TEST(NewFrom, MindsNoGitSettings) {
  const Workplace place;
  place.write("d/a.md", kOld);
  const Repository repository(place);
  repository.commit("old");
  place.write("d/a.md", kOld + "\nA new miracle.\n");
  for (const char* setting :
       {"diff.noprefix true", "diff.mnemonicPrefix true", "diff.external false", "color.ui always",
        "diff.relative true", "core.quotePath true", "diff.interHunkContext 50", "diff.srcPrefix x/"}) {
    repository.git(std::string("config ") + setting);
  }
  EXPECT_EQ(places(since(place, "HEAD", {"d"})), "d/a.md:8");
}

// Continuous integration says there that it trusts the owner of the folder (`safe.directory`).
TEST(NewFrom, LetsGitReadItsSettingsFromTheEnvironmentAndTheSystem) {
  const Workplace place;
  place.write("a.md", kOld);
  const Repository repository(place);
  repository.commit("old");
  place.write("b.md", kOld);
  place.write(".ignored", "b.md\n");
  place.write(".settings", "[core]\nexcludesFile = .ignored\n");
  const auto checked = [&](std::vector<std::pair<std::string, std::string>> environment) {
    return places(place.run(
        {{"check", "--pack", demo_pack(), "--format", "line", "--new-from", "HEAD", "."}, "", std::move(environment)}));
  };
  EXPECT_EQ(checked({}), "b.md:1 b.md:3 b.md:6");
  EXPECT_EQ(
      checked(
          {{"GIT_CONFIG_COUNT", "1"}, {"GIT_CONFIG_KEY_0", "core.excludesFile"}, {"GIT_CONFIG_VALUE_0", ".ignored"}}),
      "");
  EXPECT_EQ(checked({{"GIT_CONFIG_PARAMETERS", "'core.excludesFile'='.ignored'"}}), "");
  EXPECT_EQ(checked({{"GIT_CONFIG_SYSTEM", (place.folder() / "work/.settings").string()}}), "");
}

TEST(Staged, LooksAtWhatIsStaged) {
  const Workplace place;
  place.write("a.md", kOld);
  const Repository repository(place);
  repository.commit("old");
  place.write("a.md", kOld + "\nA staged miracle.\n");
  repository.git("add a.md");
  place.write("a.md", "Fine now.\n");
  place.write("untracked.md", "A miracle.\n");
  const RunOutcome outcome = staged(place);
  EXPECT_EQ(places(outcome), "a.md:8");
  EXPECT_EQ(outcome.code, 1);
  std::filesystem::remove(place.folder() / "work/a.md");
  EXPECT_EQ(places(staged(place)), "a.md:8");
  EXPECT_EQ(places(place.check({"--format", "line", "--staged", "a.md"})), "a.md:8");
}

TEST(Staged, WorksBeforeTheFirstCommit) {
  const Workplace place;
  const Repository repository(place);
  place.write("a.md", "A miracle.\n");
  EXPECT_EQ(places(staged(place)), "");
  repository.git("add a.md");
  EXPECT_EQ(places(staged(place)), "a.md:1");
}

TEST(Staged, TakesTheStagedSidecar) {
  const Workplace place;
  const Repository repository(place);
  place.write("a.txt", "A miracle.\n");
  place.write("a.txt.hypelint", "disable-file demo/cure: film\n");
  repository.git("add a.txt");
  EXPECT_EQ(places(staged(place)), "a.txt:1");
  repository.git("add a.txt.hypelint");
  EXPECT_EQ(places(staged(place)), "");
}

TEST(Staged, NeverTakesASidecarThatGitCannotReadForNone) {
  const Workplace place;
  const Repository repository(place);
  place.write("a.txt", "Fine.\n");
  place.write("a.txt.hypelint", "disable-file demo/cure: film\n");
  repository.commit("old");
  place.write("a.txt", "A miracle.\n");
  repository.git("add a.txt");
  const std::string blob = repository.git("rev-parse :a.txt.hypelint");
  std::filesystem::remove(place.folder() / "work/.git/objects" / blob.substr(0, 2) / blob.substr(2, 38));
  const RunOutcome outcome = staged(place);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("error: a.txt.hypelint: cannot read the staged content: "));
}

// A hook of `git commit a.md` runs with an index of its own.
TEST(Staged, UsesTheIndexOfTheHook) {
  const Workplace place;
  place.write("a.md", "Fine.\n");
  const Repository repository(place);
  repository.commit("old");
  place.write(".git/hooks/pre-commit", std::string("#!/bin/sh\n'") + HYPELINT_PROGRAM + "' check --pack '" +
                                           demo_pack() + "' --staged --format line=report.txt >/dev/null || true\n");
  std::filesystem::permissions(place.folder() / "work/.git/hooks/pre-commit", std::filesystem::perms::owner_all);
  place.write("a.md", "A miracle.\n");
  repository.git("commit -q -m new a.md");
  EXPECT_THAT(place.read("report.txt"), HasSubstr("a.md:1:3: error"));
}

}  // namespace
}  // namespace hypelint

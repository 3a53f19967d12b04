#include "cli/repository.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>

namespace hypelint {

Repository::Repository(const Workplace& place, const std::string& below)
    : folder_((place.folder() / "work" / below).string()) {
  git("init -q -b main");
}

std::string Repository::git(const std::string& arguments) const {
  const std::string command =
      "cd '" + folder_ +
      "' && env -u GIT_DIR -u GIT_INDEX_FILE -u GIT_WORK_TREE GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 "
      "GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z' "
      "git -c user.name=test -c user.email=test@example.org -c commit.gpgsign=false -c protocol.file.allow=always " +
      arguments + " 2>&1";
  std::string out;
  std::array<char, 4096> buffer{};
  std::FILE* pipe = popen(command.c_str(), "r");
  while (pipe != nullptr && std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) out += buffer.data();
  const int status = pipe == nullptr ? -1 : pclose(pipe);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << command << "\n" << out;
  return out;
}

void Repository::commit(const std::string& message) const {
  git("add -A");
  git("commit -q -m '" + message + "'");
}

}  // namespace hypelint

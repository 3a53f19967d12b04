// What README shows is what the files hold and what the program prints.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "support/files.h"

namespace {

std::string contents(const std::string& path) {
  return hypelint::testing::read_file(std::string(HYPELINT_SOURCE_DIR "/") + path);
}

std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  while (pipe != nullptr && std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) out += buffer.data();
  if (pipe != nullptr) pclose(pipe);
  return out;
}

class Shown : public testing::TestWithParam<std::string> {};

TEST_P(Shown, StandsInTheReadmeWordForWord) {
  EXPECT_THAT(contents("README.md"), testing::HasSubstr(contents(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Files, Shown, testing::Values("integrations/ci/github.yml", "integrations/ci/gitlab.yml"),
                         [](const auto& each) { return each.index == 0 ? "github" : "gitlab"; });

TEST(Readme, ShowsTheOutputOfARealRun) {
  const std::string out =
      output_of("cd '" HYPELINT_SOURCE_DIR "' && env -u HYPELINT_PACKS -u CLICOLOR_FORCE '" HYPELINT_PROGRAM
                "' check fixtures/articles/iv-drip.md");
  ASSERT_NE(out, "");
  EXPECT_THAT(contents("README.md"), testing::HasSubstr("```\n" + out + "```"));
}

// The example rule of the README must pass its own examples.
TEST(Readme, TheFirstRuleWorks) {
  const std::string readme = contents("README.md");
  const auto block_after = [&](const std::string& words) {
    const std::size_t begin = readme.find("```toml\n", readme.find(words)) + 8;
    return readme.substr(begin, readme.find("```", begin) - begin);
  };
  std::string folder = testing::TempDir() + "hypelint-readme-XXXXXX";
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  ASSERT_EQ(std::system(("mkdir -p '" + folder + "/house/wording'").c_str()), 0);
  std::ofstream(folder + "/house/pack.toml") << block_after("A pack is a folder");
  std::ofstream(folder + "/house/wording/detox.toml") << block_after("and rules in groups");
  EXPECT_THAT(output_of("'" HYPELINT_PROGRAM "' rules test '" + folder + "/house' 2>&1; rm -r '" + folder + "'"),
              testing::MatchesRegex("[0-9]+ rules, [0-9]+ examples, no failures\n"));
}

}  // namespace

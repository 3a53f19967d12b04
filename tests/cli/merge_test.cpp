// The gate of the README on a real merge: the command line is the one of integrations/gitlab.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/program.h"
#include "cli/repository.h"

namespace hypelint {
namespace {

using testing::HasSubstr;

// The words after "hypelint" in the script of the GitLab job, where HYPELINT_FAIL_ON is not set.
std::vector<std::string> gate_words() {
  std::ifstream stream(HYPELINT_SOURCE_DIR "/integrations/gitlab/hypelint.yml");
  const std::string start = "    - hypelint ";
  std::string line;
  while (std::getline(stream, line) && !line.starts_with(start)) continue;
  if (!stream) return {};
  std::istringstream words(line.substr(start.size()));
  std::vector<std::string> list;
  for (std::string word; words >> word;) {
    if (word.find("HYPELINT_FAIL_ON") != std::string::npos) continue;
    if (word == "\"$HYPELINT_PATH\"") word = ".";
    list.push_back(word);
  }
  return list;
}

TEST(Merge, IsBlockedUntilTheClaimIsMendedOrSpokenFor) {
  const std::vector<std::string> words = gate_words();
  ASSERT_FALSE(words.empty());
  ASSERT_EQ(words.front(), "check");
  const Workplace place;
  const auto gate = [&] { return place.run({words, "", {{"HYPELINT_PACKS", demo_pack()}}}); };

  place.write("content/old.md", "# Spring\n\nAn old miracle.\n");
  place.write("content/page.html", "<h1>Page</h1><p>Plain words.</p>");
  place.write("hypelint.toml", "baseline = \"hypelint-baseline.jsonl\"\n");
  std::vector<std::string> update = words;
  update.insert(update.begin() + 1, "--update-baseline");
  ASSERT_EQ(place.run({update, "", {{"HYPELINT_PACKS", demo_pack()}}}).code, 0);
  const Repository repository(place);
  repository.commit("site with a baseline");
  EXPECT_EQ(gate().code, 0);

  repository.git("switch -q -c spring");
  place.write("content/old.md", "# Spring\n\nA paragraph before.\n\nAn old miracle.\n\nThis tea is a new miracle.\n");
  repository.commit("spring");
  repository.git("switch -q main");
  place.write("content/page.html", "<h1>Page</h1><p>Other words.</p>");
  repository.commit("main goes on");
  repository.git("merge -q --no-ff -m merge spring");
  const RunOutcome merged = gate();
  EXPECT_EQ(merged.code, 1);
  EXPECT_THAT(merged.out, HasSubstr("content/old.md:7:19: error: `miracle` needs a source [demo/cure]"));
  EXPECT_THAT(merged.out, HasSubstr("1 error in 1 file (2 checked); 1 in the baseline"));
  EXPECT_EQ(place.run({{"check", "--new-from", "HEAD^1", "."}, "", {{"HYPELINT_PACKS", demo_pack()}}}).code, 1);

  place.write("content/old.md", "# Spring\n\nA paragraph before.\n\nAn old miracle.\n\nThis tea is warm.\n");
  repository.commit("mended");
  EXPECT_EQ(gate().code, 0);

  place.write("content/old.md",
              "# Spring\n\nA paragraph before.\n\nAn old miracle.\n\n"
              "<!-- hypelint-disable-next-block demo/cure: Miracle is the name of the tea -->\n"
              "This tea is a new miracle.\n");
  repository.commit("spoken for");
  const RunOutcome suppressed = gate();
  EXPECT_EQ(suppressed.code, 0) << suppressed.out;
  EXPECT_THAT(suppressed.out, HasSubstr("1 suppressed, 1 in the baseline"));

  place.write("content/old.md",
              "# Spring\n\n<!-- hypelint-disable-next-block demo/cure -->\nThis tea is a new miracle.\n");
  EXPECT_EQ(gate().code, 1) << "without a reason";
}

}  // namespace
}  // namespace hypelint

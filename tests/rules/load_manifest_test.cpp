// What pack.toml says: praise, precedence, and the packs that it extends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "hypelint/rule_pack.h"
#include "rules/small_pack_files.h"
#include "support/temporary_folder.h"

namespace hypelint {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

using testing::claim;
using testing::kManifest;
using testing::LoadTest;
using testing::replaced;
using testing::rule;

TEST_F(LoadTest, APackSaysWhichClaimsMakeAPagePromotional) {
  write("boast/rank.toml", claim(""));
  write("lexicon/care.toml", "summary = \"s\"\nterms = [\"clinic(s)\"]\n");
  write("pack.toml", std::string(kManifest) +
                         "[promotional]\nclaims = [\"boast/*\"]\nabout = [\"@care\"]\nless = [\"limitation\"]\n"
                         "at_least = 3\none_in = 20\n");
  const RulePack pack = load_good();
  ASSERT_EQ(pack.praise.size(), 1U);
  ASSERT_EQ(pack.praise[0].about.size(), 1U);
  EXPECT_EQ(pack.lists[pack.praise[0].about[0]].name, "care");
  EXPECT_THAT(pack.praise[0].claims, ElementsAre("boast/*"));
  EXPECT_THAT(pack.praise[0].less, ElementsAre(EvidenceKind::Limitation));
  EXPECT_EQ(pack.praise[0].at_least, 3U);
  EXPECT_EQ(pack.praise[0].one_in, 20U);
}

TEST_F(LoadTest, RefusesHalfATableOfPraise) {
  write("boast/rank.toml", claim(""));
  write("pack.toml",
        std::string(kManifest) + "[promotional]\nclaims = [\"boast/rang\"]\nabout = [\"@cars\"]\nat_least = 0\n");
  EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("missing key \"one_in\""), HasSubstr("[promotional]")),
                                    HasSubstr("boast/rank"), HasSubstr("cars"), HasSubstr("at_least")));
}

TEST_F(LoadTest, APackWritesItsPrecedenceOnce) {
  write("boast/rank.toml", claim(""));
  write("boast/size.toml", replaced(claim(""), "boast/rank", "boast/size"));
  write("boast/age.toml", replaced(claim(""), "boast/rank", "boast/age"));
  write("pack.toml", std::string(kManifest) + R"([[precedence]]
order = ["boast/rank", "boast/size", "boast/age"]
[[absorption]]
by = ["boast/*"]
of = ["boast/age"]
unless = ["percent"]
)");
  const std::vector<Precedence> found = load_good().precedence;
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_THAT(found[0].of, ElementsAre("boast/size", "boast/age"));
  EXPECT_THAT(found[1].by, ElementsAre("boast/size"));
  EXPECT_THAT(found[2].unless, ElementsAre(EvidenceKind::Percent));
}

TEST_F(LoadTest, RefusesPrecedenceThatLeavesNothing) {
  for (const char* name : {"rank", "size", "age", "fame"}) {
    write("boast/" + std::string(name) + ".toml", replaced(claim(""), "boast/rank", "boast/" + std::string(name)));
  }
  const std::string first = std::string(kManifest) + "[[precedence]]\norder = [\"boast/rank\", \"boast/size\"]\n";
  write("pack.toml", first + "[[precedence]]\norder = [\"boast/size\", \"boast/age\", \"boast/fame\"]\n");
  load_good();
  for (const char* closing : {"[[precedence]]\norder = [\"boast/size\", \"boast/rank\"]\n",
                              "[[absorption]]\nby = [\"boast/size\"]\nof = [\"boast/age\"]\n"
                              "[[absorption]]\nby = [\"boast/age\"]\nof = [\"boast/*\"]\n"}) {
    write("pack.toml", first + closing);
    EXPECT_THAT(faults(), ElementsAre(AllOf(HasSubstr("pack.toml:"), HasSubstr("none would be left"))));
  }
}

TEST_F(LoadTest, PrecedenceNamesRulesThatAre) {
  write("boast/rank.toml", claim(""));
  write("pack.toml", std::string(kManifest) + R"([[precedence]]
order = ["boast/rnk"]
[[absorption]]
by = ["trial/*"]
unles = ["percent"]
)");
  EXPECT_THAT(faults(),
              ElementsAre(HasSubstr("did you mean \"boast/rank\"?"), HasSubstr("missing key \"of\""),
                          HasSubstr("no rule or group is called \"trial/*\""), HasSubstr("did you mean \"unless\"?")));
}

// packs/house extends packs/base.
class ExtendTest : public ::testing::Test {
 protected:
  ExtendTest() {
    write_pack("packs/base", "", "base");
    write_pack("packs/house", "extends = [\"base\"]\n", "house");
  }
  void write_pack(const std::string& pack, std::string_view more, const std::string& group) {
    folder_.write(pack + "/pack.toml", std::string(kManifest) + std::string(more));
    folder_.write(pack + "/" + group + "/rank.toml",
                  replaced(rule("kind = \"phrase\"\nany = [\"first class\"]\n"), "boast/", group + "/"));
  }
  std::vector<std::string> rules_of(const std::vector<std::string>& packs, const std::vector<std::string>& more = {}) {
    std::vector<std::string> folders, out;
    for (const std::string& pack : packs) folders.push_back(folder_ / pack);
    const auto loaded = load_rule_packs(folders, more);
    if (!loaded) return {to_string(loaded.errors().front())};
    for (const Rule& rule : loaded.value().rules) out.push_back(rule.id);
    return out;
  }

  TemporaryFolder folder_;
};

TEST_F(ExtendTest, LoadsThePackBesideItOrInACommonFolder) {
  EXPECT_THAT(rules_of({"packs/house"}), ElementsAre("base/rank", "house/rank"));
  EXPECT_THAT(rules_of({"packs/base"}), ElementsAre("base/rank"));
  write_pack("own/team", "extends = [\"house\"]\n", "team");
  EXPECT_THAT(rules_of({"own/team"}, {folder_ / "packs"}), ElementsAre("base/rank", "house/rank", "team/rank"));
}

TEST_F(ExtendTest, LoadsNoneTwice) {
  write_pack("copies/base", "extends = [\"house\"]\n", "base");
  EXPECT_THAT(rules_of({"packs/base", "packs/house"}), ElementsAre("base/rank", "house/rank"));
  EXPECT_THAT(rules_of({"copies/base", "packs/house"}, {folder_ / "packs"}), ElementsAre("base/rank", "house/rank"));
}

TEST_F(ExtendTest, RefusesWhatIsNoPack) {
  for (const auto& [written, fault] : std::vector<std::pair<std::string, std::string>>{
           {"[\"bsae\"]", "6:12: error: \"extends\": no rule pack is called \"bsae\"; did you mean \"base\"?"},
           {"[\"../packs/base\"]", "no rule pack is called \"../packs/base\""},
           {"\"base\"", "\"extends\" must be an array"}}) {
    write_pack("packs/house", "extends = " + written + "\n", "house");
    EXPECT_THAT(rules_of({"packs/house"}), ElementsAre(HasSubstr(fault)));
  }
}

}  // namespace
}  // namespace hypelint

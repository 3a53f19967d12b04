// Loading profiles and jurisdictions: where they are looked for, and how each fault is named.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "hypelint/rule_pack.h"
#include "rules/small_pack_files.h"
#include "support/temporary_folder.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kManifest =
    "name = \"small\"\nversion = \"1\"\nlanguage = \"en\"\nsummary = \"for tests\"\nlicence = \"CC0-1.0\"\n";
constexpr std::string_view kRule = R"(kind = "phrase"
severity = "warning"
confidence = "high"
summary = "s"
why = "w"
message = "m"
any = ["first class"]
sources = [{ name = "House rules", clause = "4" }]
bad = ["We are [[first class]]."]
good = ["We are here."]
)";
// Three lines, so that the first line of what a test adds is line 4.
constexpr std::string_view kHead = "name = \"xx\"\nkind = \"jurisdiction\"\nsummary = \"a place\"\n";

std::string head_and(std::string_view rest) { return std::string(kHead) + std::string(rest); }

class OverlayLoadTest : public ::testing::Test {
 protected:
  OverlayLoadTest() {
    folder_.write("packs/small/pack.toml", kManifest);
    folder_.write("packs/small/boast/rank.toml", "id = \"boast/rank\"\n" + std::string(kRule));
  }

  Result<RulePack> load(const std::vector<std::string>& overlay_folders = {}) {
    return load_rule_packs({folder_ / "packs/small"}, overlay_folders);
  }
  std::vector<std::string> faults() { return testing::faults_of(load(), folder_ / "packs"); }
  std::vector<std::string> names(const Result<RulePack>& pack) {
    std::vector<std::string> out;
    if (!pack) ADD_FAILURE() << to_string(pack.errors().front());
    if (!pack) return out;
    for (const Overlay& one : pack.value().overlays) out.push_back(std::string(to_string(one.kind)) + " " + one.name);
    return out;
  }

  TemporaryFolder folder_;
};

TEST_F(OverlayLoadTest, ReadsEveryKeyOfAnAdjustment) {
  folder_.write("packs/jurisdictions/xx.toml", head_and(R"(licence = "CC0-1.0"
[[adjust]]
rules = ["boast/*", "boast/rank"]
on = false
severity = "error"
confidence = "low"
cleared = false
note = "no boasts"
sources = [{ name = "Act", clause = "s 1", year = 1999 }]
[[adjust]]
rules = ["boast"]
note = "again"
)"));
  const auto pack = load();
  ASSERT_TRUE(pack.ok()) << to_string(pack.errors().front());
  ASSERT_THAT(pack.value().overlays, SizeIs(1));
  const Overlay& overlay = pack.value().overlays[0];
  EXPECT_EQ(overlay.kind, OverlayKind::Jurisdiction);
  EXPECT_EQ(overlay.name, "xx");
  EXPECT_EQ(overlay.summary, "a place");
  ASSERT_THAT(overlay.adjust, SizeIs(2));
  const Adjustment& first = overlay.adjust[0];
  EXPECT_THAT(first.rules, ElementsAre("boast/*", "boast/rank"));
  EXPECT_EQ(first.on, false);
  EXPECT_EQ(first.severity, Severity::Error);
  EXPECT_EQ(first.confidence, Confidence::Low);
  EXPECT_EQ(first.cleared, false);
  EXPECT_EQ(first.note, "no boasts");
  EXPECT_EQ(first.sources[0].clause, "s 1");
  const Adjustment& second = overlay.adjust[1];
  EXPECT_FALSE(second.on || second.severity || second.confidence || second.cleared);
}

TEST_F(OverlayLoadTest, ReportsAFolderThatCannotBeListed) {
  std::filesystem::create_symlink("profiles", folder_ / "packs/profiles");
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("profiles: error: cannot list the folder")));
}

TEST_F(OverlayLoadTest, ReportsAPackWhoseFolderCannotBeFound) {
  std::filesystem::create_symlink("loop", folder_ / "packs/loop");
  const auto pack = load_rule_packs({folder_ / "packs/loop/x/../.."}, {});
  ASSERT_FALSE(pack.ok());
}

struct BadOverlay {
  const char* what;
  std::string text;
  std::vector<std::string> faults;
};

TEST_F(OverlayLoadTest, NamesThePlaceOfEachFault) {
  const std::string at = "jurisdictions/xx.toml:";
  const std::vector<BadOverlay> table = {
      {"an unknown rule",
       head_and("[[adjust]]\nrules = [\"boast/rnak\"]\non = true\n"),
       {at + "5:10: error: no rule or group is called \"boast/rnak\"; did you mean \"boast/rank\"?"}},
      {"an unknown key of the file",
       head_and("licens = \"x\"\n"),
       {at + "4:1: error: unknown key \"licens\"; did you mean \"licence\"?"}},
      {"an unknown key of an entry",
       head_and("[[adjust]]\nrules = [\"boast\"]\nseverty = \"error\"\non = true\n"),
       {at + "6:1: error: unknown key \"severty\"; did you mean \"severity\"?"}},
      {"an unknown value",
       head_and("[[adjust]]\nrules = [\"boast\"]\nseverity = \"eror\"\n"),
       {at +
        "6:12: error: unknown name \"eror\" in \"severity\"; did you mean \"error\"? allowed: info, warning, error"}},
      {"an entry that changes nothing",
       head_and("[[adjust]]\nrules = [\"boast\"]\n"),
       {at +
        "4:1: error: this [[adjust]] changes nothing; it needs one of: on, severity, confidence, cleared, sources, "
        "note"}},
      {"an entry without rules",
       head_and("[[adjust]]\non = true\n"),
       {at + "4:1: error: missing key \"rules\": [[adjust]] needs it"}},
      {"an entry with no rule",
       head_and("[[adjust]]\nrules = []\non = true\n"),
       {at + "5:9: error: \"rules\" must name at least one rule or group"}},
      {"the name of another file",
       "name = \"yy\"\nkind = \"jurisdiction\"\nsummary = \"s\"\n",
       {at + "1:8: error: \"name\" must be \"xx\", as the file is called"}},
      {"the kind of another folder",
       "name = \"xx\"\nkind = \"profile\"\nsummary = \"s\"\n",
       {at + "2:8: error: \"kind\" must be \"jurisdiction\" in this folder"}},
      {"no head",
       "adjust = []\n",
       {at + "1:1: error: missing key \"name\": a jurisdiction needs it",
        at + "1:1: error: missing key \"kind\": a jurisdiction needs it",
        at + "1:1: error: missing key \"summary\": a jurisdiction needs it"}},
      {"no TOML", "name = \n", {at + "1:8: error: "}},
  };
  for (const BadOverlay& bad : table) {
    SCOPED_TRACE(bad.what);
    folder_.write("packs/jurisdictions/xx.toml", bad.text);
    const std::vector<std::string> found = faults();
    ASSERT_EQ(found.size(), bad.faults.size()) << ::testing::PrintToString(found);
    for (std::size_t at_fault = 0; at_fault < found.size(); ++at_fault) {
      EXPECT_THAT(found[at_fault], ::testing::StartsWith(bad.faults[at_fault]));
    }
  }
}

TEST_F(OverlayLoadTest, ReportsTheFaultsOfAllFilesAtOnce) {
  folder_.write("packs/jurisdictions/xx.toml", head_and("[[adjust]]\nrules = [\"b\", \"c\"]\non = true\n"));
  folder_.write("packs/profiles/p.toml", "name = \"p\"\nkind = \"profile\"\n");
  folder_.write("packs/small/boast/rank.toml", "id = \"boast/rank\"\nlevel = 1\n" + std::string(kRule));
  const std::vector<std::string> found = faults();
  ASSERT_THAT(found, SizeIs(4));
  EXPECT_THAT(found[0], HasSubstr("\"b\""));
  EXPECT_THAT(found[1], HasSubstr("\"c\""));
  EXPECT_THAT(found[2], HasSubstr("missing key \"summary\": a profile needs it"));
  EXPECT_THAT(found[3], HasSubstr("unknown key \"level\""));
}

TEST_F(OverlayLoadTest, MayNameRulesOfEveryPackInItsFolder) {
  folder_.write("packs/other/pack.toml", kManifest);
  folder_.write("packs/other/boast/size.toml", "not read");
  folder_.write("packs/jurisdictions/xx.toml", head_and("[[adjust]]\nrules = [\"boast/size\"]\non = true\n"));
  EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(OverlayLoadTest, TakesThoseBesideThePackBeforeThoseOfOtherFolders) {
  folder_.write("packs/jurisdictions/xx.toml", head_and("adjust = []\n"));
  folder_.write("packs/profiles/.hidden.toml", "not read");
  folder_.write("packs/profiles/notes.md", "not read");
  folder_.write("more/jurisdictions/xx.toml", "name = \"xx\"\nkind = \"jurisdiction\"\nsummary = \"another\"\n");
  folder_.write("more/profiles/news.toml", "name = \"news\"\nkind = \"profile\"\nsummary = \"s\"\n");
  const auto pack = load({folder_ / "more", folder_ / "packs"});
  EXPECT_THAT(names(pack), ElementsAre("profile news", "jurisdiction xx"));
  EXPECT_EQ(pack.value().overlays[1].summary, "a place");
}

TEST_F(OverlayLoadTest, TakesThoseOfACommonFolderLastWhateverPackIsNamedFirst) {
  folder_.write("common/main/pack.toml", kManifest);
  folder_.write("common/main/main/rank.toml", "id = \"main/rank\"\n" + std::string(kRule));
  folder_.write("common/jurisdictions/xx.toml", "name = \"xx\"\nkind = \"jurisdiction\"\nsummary = \"common\"\n");
  folder_.write("packs/jurisdictions/xx.toml", head_and("adjust = []\n"));
  const auto pack = load_rule_packs({folder_ / "common/main", folder_ / "packs/small"}, {folder_ / "common"});
  EXPECT_THAT(names(pack), ElementsAre("jurisdiction xx"));
  EXPECT_EQ(pack.value().overlays[0].summary, "a place");
}

TEST_F(OverlayLoadTest, NoneIsFineToo) { EXPECT_THAT(names(load()), IsEmpty()); }

TEST(ShippedOverlays, AreThereAndNameAuthorityOrReason) {
  const auto pack = load_rule_packs({std::string(HYPELINT_SOURCE_DIR) + "/rules/health"});
  ASSERT_TRUE(pack.ok()) << to_string(pack.errors().front());
  std::vector<std::string> jurisdictions;
  std::vector<std::string> profiles;
  for (const Overlay& overlay : pack.value().overlays) {
    (overlay.kind == OverlayKind::Profile ? profiles : jurisdictions).push_back(overlay.name);
    for (const Adjustment& entry : overlay.adjust) {
      EXPECT_FALSE(entry.note.empty()) << overlay.path;
      EXPECT_TRUE(overlay.kind == OverlayKind::Profile || !entry.sources.empty()) << overlay.path << ": " << entry.note;
    }
  }
  EXPECT_THAT(jurisdictions, ElementsAre("au", "ca", "cn", "eu", "in", "jp", "kr", "sg", "uk", "us"));
  EXPECT_THAT(profiles, ElementsAre("medical-tourism", "press-release", "research-summary", "supplement"));
}

}  // namespace
}  // namespace hypelint

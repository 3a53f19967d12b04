// The packs that ship with hypelint keep the house rules that loading alone does not ask for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "hypelint/rule_pack.h"

namespace hypelint {
namespace {

constexpr std::size_t kExamplesOfEachSort = 4;

RulePack load_built_in() {
  const std::string rules = std::string(HYPELINT_SOURCE_DIR) + "/rules/";
  auto pack = load_rule_packs({rules + "health", rules + "zh"});
  if (pack) return std::move(pack).value();
  for (const Error& error : pack.errors()) ADD_FAILURE() << to_string(error);
  return {};
}

TEST(BuiltInPacks, EveryRuleHasEnoughExamplesOfBothSorts) {
  const RulePack pack = load_built_in();
  EXPECT_FALSE(pack.rules.empty());
  for (const Rule& rule : pack.rules) {
    EXPECT_GE(rule.bad.size(), kExamplesOfEachSort) << rule.id;
    EXPECT_GE(rule.good.size(), kExamplesOfEachSort) << rule.id;
  }
}

TEST(BuiltInPacks, EveryRuleHasTheLanguageOfItsPack) {
  for (const Rule& rule : load_built_in().rules) EXPECT_EQ(rule.language, rule.id.ends_with("-zh") ? "zh" : "en");
}

TEST(BuiltInPacks, EveryRuleStandsWhereItsIdSays) {
  for (const Rule& rule : load_built_in().rules) {
    const std::filesystem::path path(rule.path);
    EXPECT_EQ(path.parent_path().filename().string() + "/" + path.stem().string(), rule.id);
  }
}

TEST(BuiltInPacks, EverySourceHasANameAndAClause) {
  for (const Rule& rule : load_built_in().rules) {
    EXPECT_FALSE(rule.sources.empty()) << rule.id;
    for (const Authority& source : rule.sources) {
      EXPECT_FALSE(source.name.empty()) << rule.id;
      EXPECT_FALSE(source.clause.empty()) << rule.id << ": " << source.name;
    }
  }
}

}  // namespace
}  // namespace hypelint

// The packs that ship with hypelint keep the house rules that loading alone does not ask for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "hypelint/rule_pack.h"

namespace hypelint {
namespace {

constexpr std::size_t kExamplesOfEachSort = 4;

RulePack load_health() {
  auto pack = load_rule_packs({std::string(HYPELINT_SOURCE_DIR) + "/rules/health"});
  if (pack) return std::move(pack).value();
  for (const Error& error : pack.errors()) ADD_FAILURE() << to_string(error);
  return {};
}

TEST(HealthPack, EveryRuleHasEnoughExamplesOfBothSorts) {
  const RulePack pack = load_health();
  EXPECT_FALSE(pack.rules.empty());
  for (const Rule& rule : pack.rules) {
    EXPECT_GE(rule.bad.size(), kExamplesOfEachSort) << rule.id;
    EXPECT_GE(rule.good.size(), kExamplesOfEachSort) << rule.id;
  }
}

TEST(HealthPack, EveryRuleStandsWhereItsIdSays) {
  for (const Rule& rule : load_health().rules) {
    const std::filesystem::path path(rule.path);
    EXPECT_EQ(path.parent_path().filename().string() + "/" + path.stem().string(), rule.id);
  }
}

TEST(HealthPack, EverySourceHasANameAndAClause) {
  for (const Rule& rule : load_health().rules) {
    EXPECT_FALSE(rule.sources.empty()) << rule.id;
    for (const Authority& source : rule.sources) {
      EXPECT_FALSE(source.name.empty()) << rule.id;
      EXPECT_FALSE(source.clause.empty()) << rule.id << ": " << source.name;
    }
  }
}

}  // namespace
}  // namespace hypelint

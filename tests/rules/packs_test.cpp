// The packs that ship with hypelint keep the house rules that loading alone does not ask for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "hypelint/rule_pack.h"
#include "support/built_in_packs.h"

namespace hypelint {
namespace {

constexpr std::size_t kExamplesOfEachSort = 4;

std::vector<Rule> built_in_rules() {
  std::vector<Rule> rules = testing::built_in_pack().rules;
  EXPECT_GE(rules.size(), 50U);
  return rules;
}

TEST(BuiltInPacks, EveryRuleHasEnoughExamplesOfBothSorts) {
  for (const Rule& rule : built_in_rules()) {
    EXPECT_GE(rule.bad.size(), kExamplesOfEachSort) << rule.id;
    EXPECT_GE(rule.good.size(), kExamplesOfEachSort) << rule.id;
  }
}

TEST(BuiltInPacks, EveryRuleHasTheLanguageOfItsPack) {
  for (const Rule& rule : built_in_rules()) EXPECT_EQ(rule.language, rule.id.ends_with("-zh") ? "zh" : "en");
}

TEST(BuiltInPacks, EveryRuleStandsWhereItsIdSays) {
  for (const Rule& rule : built_in_rules()) {
    const std::filesystem::path path(rule.path);
    EXPECT_EQ(path.parent_path().filename().string() + "/" + path.stem().string(), rule.id);
  }
}

// Term lists that a rule names in any of its tables.
std::set<TermListId> lists_of(const Rule& rule) {
  std::set<TermListId> lists;
  const auto add = [&](const std::vector<TermListId>& more) { lists.insert(more.begin(), more.end()); };
  for (const auto* part : {&rule.any, &rule.except, &rule.link.text, &rule.document.when_terms,
                           &rule.document.lacks_terms, &rule.document.at, &rule.density.boosters}) {
    add(*part);
  }
  for (const Nearby& near : rule.needs) add(near.lists);
  for (const Nearby& near : rule.unless) add(near.lists);
  for (const Further& further : rule.also) {
    add(further.any);
    for (const auto* nearby : {&further.needs, &further.unless}) {
      for (const Nearby& near : *nearby) add(near.lists);
    }
  }
  return lists;
}

TEST(BuiltInPacks, EveryLexiconIsUsedOrGivesEvidence) {
  const RulePack pack = testing::built_in_pack();
  std::set<TermListId> used;
  for (const Rule& rule : pack.rules) used.merge(lists_of(rule));
  std::map<std::string, TermListId> by_name;
  for (TermListId id = 0; id < pack.lists.size(); ++id) {
    by_name[pack.lists[id].name] = id;
    if (pack.lists[id].evidence) used.insert(id);
  }
  const std::regex reference("@([a-z0-9-]+)");
  for (std::vector<TermListId> open(used.begin(), used.end()); !open.empty();) {
    const TermListId id = open.back();
    open.pop_back();
    for (const Term& term : pack.lists[id].terms) {
      for (std::sregex_iterator at(term.text.begin(), term.text.end(), reference), end; at != end; ++at) {
        const TermListId named = by_name.at((*at)[1]);
        if (used.insert(named).second) open.push_back(named);
      }
    }
  }
  for (TermListId id = 0; id < pack.lists.size(); ++id) EXPECT_TRUE(used.contains(id)) << pack.lists[id].path;
}

TEST(BuiltInPacks, EverySourceHasANameAndAClause) {
  for (const Rule& rule : built_in_rules()) {
    EXPECT_FALSE(rule.sources.empty()) << rule.id;
    for (const Authority& source : rule.sources) {
      EXPECT_FALSE(source.name.empty()) << rule.id;
      EXPECT_FALSE(source.clause.empty()) << rule.id << ": " << source.name;
    }
  }
}

}  // namespace
}  // namespace hypelint

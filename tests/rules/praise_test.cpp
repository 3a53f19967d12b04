// A page that praises enough is promotional, whether or not it asks for an order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "rules/small_pack.h"

namespace hypelint {
namespace {

using ::testing::ElementsAre;
using testing::findings;
using testing::rules_of;
using testing::SmallPack;

// Two claims of rank in one of four sentences make a page promotional, on which "finest" counts too.
Linter praise_linter() {
  SmallPack pack;
  Rule& rule = pack.rule("boast/rank", RuleKind::Claim, {"best", "leading"});
  rule.also = {{{pack.list({"finest"})}, {Situation::Promotional}, {}, {}}};
  pack.list({"media contact"}, EvidenceKind::PressRelease);
  pack.list({"we do not know"}, EvidenceKind::Limitation);
  pack.praise({{"boast/*"}, {pack.list({"care", "clinic"})}, {EvidenceKind::Limitation}, 2, 4});
  return pack.linter();
}

TEST(Praise, APageThatPraisesEnoughIsPromotional) {
  const std::string rest = " We open at nine. We close at six. The bus stops here. The door is green.";
  const auto count = [linter = praise_linter()](const std::string& text) { return findings(linter, text).size(); };
  EXPECT_EQ(count("Our best care. The leading clinic. The finest room. We open at nine."), 3U);
  EXPECT_EQ(count("Our best and leading care. The finest room."), 1U);  // one sentence praises
  EXPECT_EQ(count("Our best care. The leading clinic. The finest room." + rest), 3U);
  EXPECT_EQ(count("Our best care. The leading clinic. The finest room." + rest + rest), 2U);  // one in six
  EXPECT_EQ(count("Our best care. The leading clinic. The finest room. Media contact: desk."), 2U);
  EXPECT_EQ(count("Our best care. The leading clinic. The finest room. We do not know why."), 2U);
  EXPECT_EQ(count("Our best oil. The leading mill. The finest room. We open at nine."), 2U);  // about something else
  EXPECT_EQ(count("Our best care. See the-leading-clinic-in-town. The finest room. We open at nine."), 1U);  // a slug
}

TEST(Praise, CountsWhateverRulesAreSelected) {
  SmallPack pack;
  pack.rule("boast/rank", RuleKind::Claim, {"best"});
  Rule& promise = pack.rule("boast/room", RuleKind::Claim, {"never"});
  promise.also = {{{pack.list({"finest"})}, {Situation::Promotional}, {}, {}}};
  pack.praise({{"boast/rank"}, {}, {}, 1, 10});
  Settings settings;
  settings.select = {"boast/room"};
  EXPECT_THAT(rules_of(findings(pack.linter(), "Our best care. The finest room.", settings)),
              ElementsAre("boast/room"));
}

}  // namespace
}  // namespace hypelint

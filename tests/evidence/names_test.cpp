#include <gtest/gtest.h>

#include "hypelint/evidence.h"

namespace hypelint {
namespace {

TEST(EvidenceNames, EveryKindHasANameThatLeadsBackToIt) {
  for (std::size_t i = 0; i < kEvidenceKinds; ++i) {
    const auto kind = static_cast<EvidenceKind>(i);
    EXPECT_FALSE(to_string(kind).empty()) << i;
    EXPECT_EQ(evidence_kind_from(to_string(kind)), kind) << i;
  }
}

TEST(EvidenceNames, EveryTierAndHostClassHasANameThatLeadsBackToIt) {
  for (int i = 0; i <= static_cast<int>(Tier::T4); ++i) {
    EXPECT_EQ(tier_from(to_string(static_cast<Tier>(i))), static_cast<Tier>(i));
  }
  for (int i = 0; i <= static_cast<int>(HostClass::Other); ++i) {
    EXPECT_EQ(host_class_from(to_string(static_cast<HostClass>(i))), static_cast<HostClass>(i));
  }
}

TEST(EvidenceNames, UnknownNamesAreRefused) {
  EXPECT_EQ(evidence_kind_from("Doi"), std::nullopt);
  EXPECT_EQ(evidence_kind_from(""), std::nullopt);
  EXPECT_EQ(tier_from("T5"), std::nullopt);
  EXPECT_EQ(host_class_from("press_wire"), std::nullopt);
}

}  // namespace
}  // namespace hypelint

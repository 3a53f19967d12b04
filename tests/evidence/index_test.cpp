#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/article.h"

namespace hypelint {
namespace {

std::vector<std::string> shown(const testing::Article& article, std::span<const Evidence> evidence) {
  std::vector<std::string> texts;
  for (const Evidence& e : evidence) texts.push_back(article.cut(e.block, e.span));
  return texts;
}

TEST(EvidenceIndex, ShowsEvidenceByBlockAndSentence) {
  testing::Article article;
  article.add("It is 5% better. See NCT01400022 and 7%.");
  article.add("Nothing here.");
  article.add("And 9% there.");
  const EvidenceIndex index = article.evidence();
  using ::testing::Contains;
  using ::testing::IsEmpty;
  EXPECT_THAT(shown(article, index.in_block(0)), Contains("NCT01400022"));
  EXPECT_THAT(index.in_block(1), IsEmpty());
  EXPECT_THAT(shown(article, index.in_block(2)), Contains("9%"));
  EXPECT_THAT(shown(article, index.in_sentence(0)), ::testing::ElementsAre("5", "5%"));
  EXPECT_THAT(shown(article, index.in_sentence(1)), ::testing::ElementsAre("NCT01400022", "7", "7%"));
}

TEST(EvidenceIndex, PlacesBeyondTheDocumentAreEmpty) {
  testing::Article article;
  article.add("It is 5% better.");
  const EvidenceIndex index = article.evidence();
  EXPECT_TRUE(index.in_block(1).empty());
  EXPECT_TRUE(index.in_block(4'000'000'000U).empty());
  EXPECT_TRUE(index.in_sentence(9).empty());
}

TEST(EvidenceIndex, SortsWhatItIsGivenAndDropsRepetitions) {
  testing::Article article;
  article.add("One two three.");
  article.text = segment(article.document);
  const Evidence first{EvidenceKind::Harm, Tier::None, 0, {0, 3}, 0};
  const Evidence second{EvidenceKind::Hedge, Tier::None, 0, {4, 7}, 0};
  const EvidenceIndex index(article.text, {second, first, second}, {}, {});
  EXPECT_THAT(shown(article, index.all()), ::testing::ElementsAre("One", "two"));
}

}  // namespace
}  // namespace hypelint

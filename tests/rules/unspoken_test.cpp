// Words in addresses, paths and slugs say nothing.
#include <gtest/gtest.h>

#include <string>

#include "rules/unspoken.h"
#include "support/marked_text.h"

namespace hypelint {
namespace {

bool marked_is_unspoken(const char* marked) {
  const testing::MarkedText text = testing::parse_marks(marked);
  return is_unspoken(text.text, text.spans.at(0));
}

TEST(Unspoken, AddressesPathsAndSlugs) {
  for (const char* text : {
           "See https://spa.example/the-[[best-clinic]]-in-asia.",
           "www.[[best-clinic]].example",
           "Read more (spa.example/[[best-clinic]]).",
           "data/pages/[[best-clinic]].html",
           "The file is [[best]]_clinic_in_asia, as of today.",
           "Handle: [[boost]]-your-immune-system-today",
       }) {
    EXPECT_TRUE(marked_is_unspoken(text)) << text;
  }
}

TEST(Unspoken, ProseWithMarksIsProse) {
  for (const char* text : {
           "the [[best]] clinic/hospital in Asia",
           "state-of-the-[[art]] and one-of-a-kind",
           "[[anti-ageing]]/skin-firming/hydrating.",
           "creams/oils/[[best]] serums.",
           "See https://spa.example: [[the best clinic]].",
           "https://spa.example/a\xE6\x9C\x80[[\xE5\xA5\xBD]]",
           "[[best]]",
       }) {
    EXPECT_FALSE(marked_is_unspoken(text)) << text;
  }
}

TEST(Unspoken, LooksOnlySoFar) {
  const std::string word(100'000, 'a');
  EXPECT_FALSE(is_unspoken("https://" + word, {50'000, 50'004}));
}

}  // namespace
}  // namespace hypelint

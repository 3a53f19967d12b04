#include "text/regex_gate.h"

#include <gtest/gtest.h>

#include "support/byte_set.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

struct Row {
  const char* pattern;
  RegexGate gate;
};

constexpr Row kRows[] = {
    {"^relief from", RegexGate::Start},
    {"^(?:feel|look)\\b", RegexGate::Start},
    {"^a[(|]b", RegexGate::Start},
    {"^[\\]|] of", RegexGate::Start},
    {"^feel|look", RegexGate::Any},
    {"(?:^|of )feel", RegexGate::Any},
    {"feel|^look", RegexGate::Any},
    {"\\d+ ?%", RegexGate::RareByte},
    {"[0-9]+ of", RegexGate::RareByte},
    {"[2-9]\\d of", RegexGate::RareByte},
    {"\\bn ?= ?\\w+", RegexGate::RareByte},
    {"(?:[$€£]|US ?\\$) ?off", RegexGate::RareByte},
    {"[★⭐]{3,}", RegexGate::RareByte},
    {"(?:\\d+%|\\d+ per cent) off", RegexGate::RareByte},
    {"百分百|百分之百", RegexGate::RareByte},
    {"\\x{a0}of", RegexGate::RareByte},
    {"(?-i:NCT)\\d", RegexGate::RareByte},
    {"\\d* of", RegexGate::Any},
    {"\\d? of", RegexGate::Any},
    {"\\d{0,2} of", RegexGate::Any},
    {"\\d*? of", RegexGate::Any},
    {"★? of", RegexGate::Any},
    {"(?:\\d+ )?of", RegexGate::Any},
    {"(?:\\d+|two) of", RegexGate::Any},
    {"two|\\d+ of", RegexGate::Any},
    {"[0-9a] of", RegexGate::Any},
    {"[^a-z] of", RegexGate::Any},
    {"[[:digit:]] of", RegexGate::Any},
    {"[0-9-] of", RegexGate::Any},
    {"\\pN of", RegexGate::Any},
    {"\\Q5\\E of", RegexGate::Any},
    {"\\D of", RegexGate::Any},
    {"free $", RegexGate::Any},
    {"safe.", RegexGate::Any},
    {"click here", RegexGate::Any},
    {"", RegexGate::Any},
};

TEST(RegexGate, SaysWhatATextNeedsForAMatch) {
  for (const Row& row : kRows) EXPECT_EQ(gate_of(row.pattern), row.gate) << row.pattern;
}

TEST(RegexGate, ReadsBrokenPatternsToTheirEnd) {
  for (const char* pattern : {"(", "(?", "(?:", "[", "[a", "a{", "\\", "[\\", "a)", "\\x{", "a{2"}) {
    EXPECT_NE(gate_of(pattern), RegexGate::Start) << pattern;
  }
}

TEST(RegexGate, KnowsRareBytes) {
  EXPECT_TRUE(has_rare_byte("3 of them"));
  EXPECT_TRUE(has_rare_byte("caf\u00E9"));
  EXPECT_TRUE(has_rare_byte("and/or"));
  EXPECT_FALSE(has_rare_byte("Plain prose (with marks): \"so\", it's - done!"));
  EXPECT_FALSE(has_rare_byte(""));
}

TEST(WordSet, FindsWordsWithoutRegardToCase) {
  static constexpr WordSet kUnits({"mg", "weeks", "of the"});
  for (const char* word : {"mg", "MG", "Weeks", "of the"}) EXPECT_TRUE(kUnits.contains(word)) << word;
  for (const char* word : {"", "m", "week", "weekss", "of", "g", "mh"}) EXPECT_FALSE(kUnits.contains(word)) << word;
  EXPECT_EQ(kUnits.index_of("WEEKS"), 1U);
  EXPECT_EQ(kUnits.index_of("days"), kUnits.size());
}

TEST(ByteSet, FindsTheFirstMember) {
  static constexpr ByteSet kMarks("(\xE2");
  EXPECT_EQ(kMarks.first_in("a (b) \u2019"), 2U);
  EXPECT_EQ(kMarks.first_in("a (b) \u2019", 3), 6U);
  EXPECT_EQ(kMarks.first_in("a b"), std::string_view::npos);
  EXPECT_EQ(kMarks.first_in("(", 1), std::string_view::npos);
}

}  // namespace
}  // namespace hypelint

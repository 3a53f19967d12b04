#include "text/regex_gate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/ascii.h"
#include "support/byte_set.h"
#include "support/word_set.h"
#include "text/marks.h"
#include "text/regex_index.h"

namespace hypelint {
namespace {

// What a gate asks for: "start", the marks, a group of words each in braces, and how many words a match touches.
std::string shown(const RegexGate& gate) {
  constexpr std::pair<Marks, const char*> kNames[] = {{kDigitMark, "digit"},
                                                      {kPercentMark, "%"},
                                                      {kDollarMark, "$"},
                                                      {kSlashMark, "/"},
                                                      {kOtherMark, "#@+="},
                                                      {kAlphabetMark, "alphabet"},
                                                      {kPunctuationMark, "punctuation"},
                                                      {kIdeographMark, "ideograph"}};
  std::string text = gate.at_start ? "start " : "";
  for (const auto& [mark, name] : kNames) {
    if ((gate.marks & mark) != 0) text += std::string(name) + " ";
  }
  for (const WordGroup& group : gate.groups) {
    text += "{";
    for (const std::string& word : group) text += (&word == &group.front() ? "" : " ") + word;
    text += "} ";
  }
  return text + (gate.most_words == kEndless ? "endless" : std::to_string(gate.most_words));
}

struct Row {
  const char* pattern;
  const char* gate;
};

constexpr Row kRows[] = {
    // Words.
    {"click here", "{click} {here} 2"},
    {"\\bsafe", "{safe} 1"},
    {"safe\\w*", "1"},
    {"un\\w+ safe", "{safe} 2"},
    {"safe-ish|sound", "{safe sound} 2"},
    {"safely?", "{safel safely} 1"},
    {"legali[sz]ed", "{legalised legalized} 1"},
    {"(?:very )?safe", "{safe} 2"},
    {"(?:top|leading) (?:clinics|hospitals)", "{leading top} {clinics hospitals} 2"},
    {"before ?after", "{before beforeafter} 2"},
    {"safe.", "endless"},
    {"safe[^a-z]", "endless"},
    {"safe\\W", "{safe} 2"},
    {"don't", "{don} {t} 2"},
    {"no5see", "digit {see} {no} 1"},
    {"caf\u00E9 visit", "alphabet punctuation ideograph {caf} {visit} 3"},
    // Words that nearly every text has.
    {"\\d+ of", "digit 2"},
    {"of the", "{of} 2"},
    {"relief of", "{relief} {of} 2"},
    {"relief.? of", "{of} endless"},
    // Capitals.
    {"(?-i:University) of", "{University} {of} 2"},
    {"(?-i:[Ff]amed) clinic", "{clinic} {Famed famed} 2"},
    {"(?-i:[A-Z][a-z]+) clinic", "{clinic} 2"},
    {"(?-i:A(?i:b))", "{Ab} 1"},
    {"(?-i:a(?is:Big))", "{abig} 1"},
    {"(?-i:(?P<i>Big) one)", "{Big} {one} 2"},
    // Repetition.
    {"(?:very )+safe", "{safe} endless"},
    {"(?:very ){1,2}safe", "{very} {safe} 3"},
    {"(?:very ){0,2}safe", "{safe} 3"},
    {"(?:very ){2,}safe", "{safe} endless"},
    {"\\w{3,9} safe", "{safe} 2"},
    {"\\d{1,3}(?:,\\d{3}){0,2}", "digit 3"},
    {"[\\d,.]+ safe", "{safe} endless"},
    // The start.
    {"^relief from", "start {relief} {from} 2"},
    {"^feel[(|]look", "start {feel} {look} 2"},
    {"^feel|look", "{feel look} 1"},
    {"(?:^|of )feel", "{feel} 2"},
    // Marks.
    {"\\d+ ?%", "% 1"},
    {"[2-9]\\d of", "digit 2"},
    {"(?:[$\u20AC\u00A3]|US ?\\$) ?\\d", "$ alphabet punctuation 2"},
    {"[\u2605]{3,}", "punctuation 0"},
    {"(?:\\d+%|\\d+ per cent)", "digit % 3"},
    {"\u767E\u5206\u767E|\u767E\u5206\u4E4B\u767E", "ideograph 4"},
    {"\\x{a0}of", "alphabet 1"},
    {"\u00E9+", "alphabet punctuation ideograph endless"},
    {"(?-i:NCT)\\d", "digit {NCT} 1"},
    {"\\d* safe", "{safe} 2"},
    {"[0-9a] safe", "{safe} 2"},
    {"\u2605? safe", "{safe} 1"},
    // Classes whose characters RE2 takes for letters of ASCII.
    {"[\u0100-\u0200] safe", "{safe} endless"},
    {"[\u2100-\u2200] safe", "{safe} endless"},
    // Hard to read.
    {"[[:digit:]] of", "endless"},
    {"\\pN of", "endless"},
    {"\\Q5\\E of", "endless"},
    {"(?i)safe", "endless"},
    {"\u017Fafe", "endless"},
    {"", "0"},
};

TEST(RegexGate, SaysWhatATextNeedsForAMatch) {
  for (const Row& row : kRows) EXPECT_EQ(shown(gate_of(row.pattern)), row.gate) << row.pattern;
}

// Parts with too many texts to spell out keep how they start and end.
TEST(RegexGate, KnowsTheEdgesOfLongParts) {
  std::string endings = "(?:";
  std::string words = "(?:";
  for (char c = 'a'; c <= 'z'; ++c) {
    endings += std::string(1, c) + "|";
    words += std::string(" ") + c + "|";
  }
  endings += "ly)";
  words += " so)";
  const auto needs_safe = [](const std::string& pattern) {
    const std::vector<WordGroup> groups = gate_of(pattern).groups;
    return std::ranges::count(groups, WordGroup{"safe"}) > 0;
  };
  EXPECT_FALSE(needs_safe("safe(?:" + endings + words + ")"));
  EXPECT_TRUE(needs_safe("safe(?:" + words + endings + ")"));
  EXPECT_TRUE(needs_safe("(?:" + words + words + ") safe"));
  EXPECT_FALSE(needs_safe("(?:" + words + endings + ")safe"));
  EXPECT_EQ(shown(gate_of("click (?:" + words + words + ")? safe")), "{click} {safe} endless");
}

TEST(RegexGate, ReadsBrokenPatternsToTheirEnd) {
  for (const char* pattern : {"(", "(?", "(?:", "[", "[a", "a{", "\\", "[\\", "a)", "\\x{", "a{2"}) {
    EXPECT_FALSE(gate_of(pattern).at_start) << pattern;
  }
}

TEST(Marks, AreThoseOfTheCharacters) {
  EXPECT_EQ(marks_in("3 of them"), kDigitMark);
  EXPECT_EQ(marks_in("caf\u00E9"), kAlphabetMark);
  EXPECT_EQ(marks_in("and/or \u2013 50%"), kSlashMark | kPunctuationMark | kDigitMark | kPercentMark);
  EXPECT_EQ(marks_in("\u767E"), kIdeographMark);
  EXPECT_EQ(marks_in("Plain prose (with marks): \"so\", it's - done!"), 0);
  EXPECT_EQ(marks_in(""), 0);
}

// Where words that a pattern needs stand near enough, the window in brackets.
TEST(RegexWindows, HoldTheWordsOfAMatch) {
  constexpr std::pair<const char*, const char*> kTexts[] = {
      {"we [lead the top clinics here now]", "top (?:\\w+ )?(?:\\w+ )?clinics"},
      {"[top of all clinics here now then] or", "top (?:\\w+ )?(?:\\w+ )?clinics"},
      {"top here now then all clinics", "top (?:\\w+ )?(?:\\w+ )?clinics"},
      {"a b [c top clinics d top clinics e f] g", "top (?:\\w+ )?clinics"},
      {"a [top clinics b] c d [top clinics]", "top clinics"},
      {"[relief] of pain", "^relief"},
      {"of relief", "^relief"},
      {"at our [Clinic] or clinic", "(?-i:Clinic)"},
      {"[and safe not endless]", "safe [\\d,.]+"},
  };
  for (const auto& [marked, pattern] : kTexts) {
    std::string text;
    std::string found;
    const RegexIndex index({gate_of(pattern)});
    RegexWindows windows(index);
    std::uint32_t count = 0;
    std::istringstream words(std::regex_replace(marked, std::regex("[\\[\\]]"), ""));
    std::vector<std::string> all;
    for (std::string word; words >> word;) {
      windows.meet(index.groups_of(word), count++);
      all.push_back(word);
    }
    std::vector<RegexWindow> taken;
    windows.take(count, taken);
    for (const RegexWindow& window : taken) {
      all[window.begin].insert(0, "[");
      all[window.end - 1] += "]";
    }
    for (const std::string& word : all) found += (found.empty() ? "" : " ") + word;
    EXPECT_EQ(found, marked) << pattern;
  }
}

TEST(WordSet, FindsWordsWithoutRegardToCase) {
  static constexpr WordSet kUnits({"mg", "weeks", "of the"});
  for (const char* word : {"mg", "MG", "Weeks", "of the"}) EXPECT_TRUE(kUnits.contains(word)) << word;
  for (const char* word : {"", "m", "week", "weekss", "of", "g", "mh"}) EXPECT_FALSE(kUnits.contains(word)) << word;
  EXPECT_EQ(kUnits.index_of("WEEKS"), 1U);
  EXPECT_EQ(kUnits.index_of("days"), kUnits.size());
}

TEST(Ascii, FindsTheFirstDigit) {
  for (int byte = 0; byte < 256; ++byte) {
    std::string text(21, static_cast<char>(byte));
    const bool digit = byte >= '0' && byte <= '9';
    EXPECT_EQ(ascii::find_digit(text, 3), digit ? 3U : text.size()) << byte;
    for (std::size_t at = 0; at < text.size() && !digit; ++at) {
      text[at] = '7';
      EXPECT_EQ(ascii::find_digit(text, 0), at) << byte;
      text[at] = static_cast<char>(byte);
    }
  }
  EXPECT_EQ(ascii::find_digit("", 0), 0U);
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

#include "text/word_breaks.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace hypelint {
namespace {

std::string shown(std::string_view text, const std::vector<Word>& words) {
  std::string result;
  for (const Word& word : words) {
    if (!result.empty()) result += '|';
    result += text.substr(word.span.begin, word.span.size());
    if (word.kind != WordKind::Letters) result += word.kind == WordKind::Number ? "#" : "^";
  }
  return result;
}

std::string ascii_words(std::string_view text) {
  std::vector<Word> words;
  append_ascii_words(text, words);
  return shown(text, words);
}

std::string icu_words(std::string_view text) {
  Utf16Text converted;
  converted.assign(text);
  std::vector<Word> words;
  append_icu_words(converted, words);
  return shown(text, words);
}

struct Row {
  const char* text;
  const char* words;
};

// `#` marks numbers, `^` ideographs.
constexpr Row kRows[] = {
    {"", ""},
    {"one two", "one|two"},
    {"patient's clinics' 'quoted'", "patient's|clinics|quoted"},
    {"3.5 1,000 1.", "3.5#|1,000#|1#"},
    {"U.S. e.g. word.Next", "U.S|e.g|word.Next"},
    {"10th 5mg COVID19 x1.5", "10th|5mg|COVID19|x1.5"},
    {"stem_cell _ __ _1", "stem_cell|__|_1#"},
    {"ratio 1:2 a:b", "ratio|1#|2#|a|b"},
    {"p<0.05; 50%", "p|0.05#|50#"},
    {"cutting-edge and/or R&D", "cutting|edge|and|or|R|D"},
    {"caf\u00e9 na\u00efve", "caf\u00e9|na\u00efve"},
    {"risk\u00b9 x\u00b2", "risk|x"},
    {"\u5e72\u7ec6\u80de", "\u5e72^|\u7ec6\u80de^"},
};

TEST(WordBreaks, SplitsText) {
  for (const Row& row : kRows) EXPECT_EQ(shown(row.text, split_words(row.text)), row.words) << row.text;
}

TEST(WordBreaks, AsciiSplitterEqualsIcuOnRandomText) {
  constexpr std::string_view kCommon = "aB09_.',;: -\"&/\n\t%";
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t size = random() % 14; text.size() < size;) {
      text += round % 4 == 0 ? static_cast<char>(random() % 128) : kCommon[random() % kCommon.size()];
    }
    ASSERT_EQ(ascii_words(text), icu_words(text)) << "text: " << text;
  }
}

TEST(WordBreaks, AsciiSplitterEqualsIcuOnCorpus) {
  const char* corpus = std::getenv("HYPELINT_CORPUS");
  if (!corpus) GTEST_SKIP() << "HYPELINT_CORPUS is not set";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!is_ascii(line)) continue;
      ASSERT_EQ(ascii_words(line), icu_words(line)) << entry.path();
    }
  }
}

TEST(WordBreaks, TakesAnyBytes) {
  std::mt19937 random(3);
  for (int round = 0; round < 2'000; ++round) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = static_cast<char>(random());
    std::uint32_t last = 0;
    for (const Word& word : split_words(text)) {
      EXPECT_LE(last, word.span.begin);
      EXPECT_LT(word.span.begin, word.span.end);
      last = word.span.end;
    }
    EXPECT_LE(last, text.size());
  }
}

}  // namespace
}  // namespace hypelint

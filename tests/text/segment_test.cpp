#include <gtest/gtest.h>
#include <unicode/brkiter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "hypelint/text.h"
#include "text/abbreviations.h"
#include "text/make_document.h"
#include "text/sentence_breaks.h"
#include "text/word_breaks.h"

namespace hypelint {
namespace {

std::string sentences(const std::string& text) {
  const Document document = make_document({text});
  const Text segmented = segment(document);
  std::string result;
  for (const Sentence& sentence : segmented.sentences) {
    if (!result.empty()) result += " | ";
    result += segmented.text_of(sentence);
  }
  return result;
}

// Rows are written as they must come out: " | " stands where a sentence ends, a space in the text.
constexpr const char* kRows[] = {
    "",
    "A heading without a stop",
    "It works. | It is safe.",
    "Does it work? | Yes! | It does.",
    "Dr. Adams and Prof. Brown met Mr. and Mrs. Clark on Elm St. Louis side.",
    "Smith et al. Reported doses vary.",
    "Smith et al. | The dose was low.",
    "Pills, e.g. Aspirin, and creams, i.e. Balm, sell well.",
    "In the U.S. Food and drug law applies.",
    "It was approved in the U.S. | The company was glad.",
    "It was sold in the U.K. | We went there.",
    "Approx. 40 people vs. 30 in No. 5 had it.",
    "She said no. | Then she left.",
    "See Fig. 2 and Ref. 4 in Vol. 3.",
    "He ate a fig. | It was good.",
    "Acme Inc. Shares rose.",
    "Acme Inc. | The shares rose.",
    "J. Smith and R. A. Jones wrote it.",
    "She took vitamin C. | Patients did well.",
    "This is plan B. | We wait.",
    "On Jan. 5 and Feb. 7 it rained.",
    "Jane Doe, Ph.D. and John Roe, M.D. agree.",
    "The ratio is 3.5 to 1. | Nobody knows.",
    "word.Next is glued.",
    "He said \"stop.\" | She did.",
    "It was shown.[3] | Then it was not.[4, 5] | So what?",
    "It was shown.[1][2] | Right.[Note 1] | Good.",
    "It was shown.(3) | Right.",
    "It was shown.\u00b9 | Then \"it was not.\"\u00b2,\u00b3 | So what?",
    "[1] It was shown. | [2] It was not.",
    "It was shown [1]. | Right.",
    "It is (so they say.) | Right.",
    "Wait... what? | No.",
    "Caf\u00e9 Dr. Adams opened. | It closed.",
    "We treated 7 patients. | 57% of patients improved.",
    "It works (see above). | 57% improved.",
    "The difference was clear. | 12 weeks later it was gone (p = 0.3).",
    "Caf\u00e9 visits fell. | 57% of guests left.",
    "It was shown.[3] | 57% of patients improved.",
    "It was shown.\u00b9 | 57% of patients improved.",
    "It was safe in 2019. | 40 people took it.",
    "It is cheap. | $30 buys a month of it.",
    "She took vitamin C. | 12 weeks later she was well.",
    "See no. 5, fig. 2 and vol. 3 of it, p. 12 too.",
    "It took approx. 30 minutes, ca. 40 at most, min. 5 to start.",
    "On Sept. 12 we saw Dr. 5 of seven, says Adams et al. 2015 too.",
    "Adams J. 12 ways to sleep. | J Med. 2020;12:33 is the place, or Nature. 26, 101 as printed.",
    "It stands at doi. org/ 10. 1002/ abc on the web.",
    "The chance was small (p = . 05 at most) ... 5 of them said so.",
    "\u7b2c\u4e00\u53e5\u3002 | \u7b2c\u4e8c\u53e5\u3002",
};

TEST(Sentences, EndWhereTheTableSays) {
  for (const std::string row : kRows) {
    std::string text = row;
    for (std::size_t at = text.find(" | "); at != std::string::npos; at = text.find(" | ")) text.replace(at, 3, " ");
    EXPECT_EQ(sentences(text), row);
  }
}

TEST(Sentences, GiveAGluedBracketToTheNext) {
  EXPECT_EQ(sentences("It is open.(See below.) We wait."), "It is open. | (See below.) | We wait.");
  EXPECT_EQ(sentences("It is open.[Unclosed We wait."), "It is open. | [Unclosed We wait.");
  EXPECT_EQ(sentences("It is open.["), "It is open.[");
  EXPECT_EQ(sentences("(Open.)[("), "(Open.)[(");
}

TEST(Sentences, KeepReferencesWhole) {
  Document document = make_document({"Adams J, Brown K. Sleep and tea in mice. 14 trials and a meta-analysis."});
  EXPECT_EQ(segment(document).sentences.size(), 2U);
  document.blocks[0].role = Role::References;
  EXPECT_EQ(segment(document).sentences.size(), 1U);
}

TEST(Sentences, AscendWithoutOverlap) {
  constexpr auto kPieces = std::to_array<std::string_view>(
      {"a", "Bc", "5", ".", "?", "\"", "(", ")", "[", "]", " ", ",", "\u3002", "\u6ce8", "\u00b2"});
  std::mt19937 random(7);
  for (int round = 0; round < 40'000; ++round) {
    std::string text;
    for (std::size_t left = random() % 20; left > 0; --left) text += kPieces[random() % kPieces.size()];
    const Document document = make_document({text});
    std::uint32_t at = 0;
    for (const Sentence& sentence : segment(document).sentences) {
      ASSERT_LE(at, sentence.span.begin) << text;
      ASSERT_LT(sentence.span.begin, sentence.span.end) << text;
      at = sentence.span.end;
    }
  }
}

std::vector<std::uint32_t> by_hand(std::string_view text) {
  std::vector<std::uint32_t> ends;
  append_ascii_sentence_ends(text, ends);
  return ends;
}

std::vector<std::uint32_t> by_icu(std::string_view text) {
  Utf16Text converted;
  converted.assign(text);
  std::vector<std::uint32_t> ends;
  append_icu_sentence_ends(text, converted, ends);
  return ends;
}

TEST(Sentences, AsciiRulesEqualIcuOnRandomText) {
  constexpr std::string_view kCommon = "aAbB0.?!  ,-:;()\"'\n\r\t%";
  std::mt19937 random(11);
  for (int round = 0; round < 40'000; ++round) {
    std::string text;
    for (std::size_t size = random() % 16; text.size() < size;) {
      text += round % 4 == 0 ? static_cast<char>(random() % 128) : kCommon[random() % kCommon.size()];
    }
    ASSERT_EQ(by_hand(text), by_icu(text)) << "text: " << ::testing::PrintToString(text);
  }
}

TEST(Sentences, AsciiRulesEqualIcuOnCorpus) {
  const char* corpus = std::getenv("HYPELINT_CORPUS");
  if (!corpus) GTEST_SKIP() << "HYPELINT_CORPUS is not set";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!is_ascii(line)) continue;
      ASSERT_EQ(by_hand(line), by_icu(line)) << entry.path();
    }
  }
}

TEST(Segment, PartitionsWordsIntoSentencesOfBlocks) {
  Document document = make_document({"One two. Three four.", "x = 1; y", "", "Five"});
  document.blocks[1].kind = BlockKind::Code;
  const Text text = segment(document);
  EXPECT_EQ(text.words.size(), 5U);
  ASSERT_EQ(text.sentences.size(), 3U);
  EXPECT_EQ(text.words_of(0).size(), 4U);
  EXPECT_TRUE(text.words_of(1).empty());
  EXPECT_TRUE(text.sentences_of(2).empty());
  EXPECT_EQ(text.sentences[1].first_word, 2U);
  EXPECT_EQ(text.sentences[1].end_word, 4U);
  EXPECT_EQ(text.sentence_at(0, 8), 0U);
  EXPECT_EQ(text.sentence_at(0, 9), 1U);
  EXPECT_EQ(text.sentence_at(3, 2), 2U);
  EXPECT_EQ(text.word_at(0, 3), 1U);
  EXPECT_EQ(text.word_at(0, 4), 1U);
  EXPECT_EQ(text.word_at(0, 19), 4U);
}

}  // namespace
}  // namespace hypelint

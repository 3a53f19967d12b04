// Measures words, sentences and the matcher on one text file: text_throughput <file>. Prints MB/s.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "hypelint/matcher.h"
#include "hypelint/text.h"
#include "text/make_document.h"
#include "text/sentence_breaks.h"
#include "text/word_breaks.h"

using namespace hypelint;

namespace {

constexpr int kRounds = 10;

template <typename Work>
void measure(const char* what, std::size_t bytes, Work work) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::printf("%-20s %8.1f MB/s\n", what, static_cast<double>(bytes) / best / 1e6);
}

std::vector<std::string> lines_of(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// 1,500 two-word phrases of words that the text itself uses.
TermList phrases_from(const Text& text) {
  TermList list{"list", "", {}, {}};
  for (std::size_t i = 0; i + 1 < text.words.size() && list.terms.size() < 1'500; i += 7) {
    std::string phrase;
    for (const std::size_t at : {i, (i * 31) % text.words.size()}) {
      const Word& word = text.words[at];
      std::uint32_t block = 0;
      while (text.block_first_word[block + 1] <= at) ++block;
      phrase +=
          (phrase.empty() ? "" : " ") + text.document->blocks[block].text.substr(word.span.begin, word.span.size());
    }
    if (is_ascii(phrase) && phrase.find('@') == std::string::npos) list.terms.push_back({phrase, {}});
  }
  return list;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const Document document = make_document(lines_of(argv[1]));
  std::size_t bytes = 0;
  for (const Block& block : document.blocks) bytes += block.text.size();
  const Text text = segment(document);
  auto built = Matcher::build({phrases_from(text)});
  if (!built) return std::puts(built.errors()[0].message.c_str()), 1;
  std::printf("%zu bytes, %zu words, %zu sentences, %zu hits\n", bytes, text.words.size(), text.sentences.size(),
              built.value().scan(text).all.size());
  std::vector<Word> words;
  measure("words", bytes, [&] {
    words.clear();
    for (const Block& b : document.blocks)
      if (is_ascii(b.text)) append_ascii_words(b.text, words);
  });
  measure("segment", bytes, [&] { (void)segment(document); });
  measure("scan", bytes, [&] { (void)built.value().scan(text); });
  measure("segment + scan", bytes, [&] { (void)built.value().scan(segment(document)); });
}

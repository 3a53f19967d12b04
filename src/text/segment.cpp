#include <algorithm>
#include <string>

#include "hypelint/text.h"
#include "text/sentence_breaks.h"
#include "text/utf16_text.h"
#include "text/word_breaks.h"

namespace hypelint {
namespace {

bool is_white_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

TextSpan trimmed(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && is_white_space(text[begin])) ++begin;
  while (begin < end && is_white_space(text[end - 1])) --end;
  return {begin, end};
}

// Appends blocks to one Text; the buffers live as long as the segmentation.
class Segmenter {
 public:
  explicit Segmenter(Text& out) : out_(out) {}

  void add(std::uint32_t block, std::string_view text) {
    const std::size_t first_word = out_.words.size();
    ends_.clear();
    if (is_ascii(text)) {
      append_ascii_words(text, out_.words);
      append_ascii_sentence_ends(text, ends_);
    } else {
      converted_.assign(text);
      append_icu_words(converted_, out_.words);
      append_icu_sentence_ends(text, converted_, ends_);
    }
    add_sentences(block, text, static_cast<std::uint32_t>(first_word));
  }

 private:
  // A word belongs to the sentence it begins in; a break inside a word is none.
  void add_sentences(std::uint32_t block, std::string_view text, std::uint32_t word) {
    const auto word_count = static_cast<std::uint32_t>(out_.words.size());
    std::uint32_t begin = 0;
    std::uint32_t first = word;
    for (const std::uint32_t end : ends_) {
      while (word < word_count && out_.words[word].span.end <= end) ++word;
      if (word < word_count && out_.words[word].span.begin < end) continue;
      const TextSpan span = trimmed(text, begin, end);
      begin = end;
      if (span.size() > 0) out_.sentences.push_back({block, span, first, word});
      first = word;
    }
  }

  Text& out_;
  Utf16Text converted_;
  std::vector<std::uint32_t> ends_;
};

template <typename T>
std::span<const T> between(const std::vector<T>& items, const std::vector<std::uint32_t>& starts, std::uint32_t block) {
  return std::span<const T>(items).subspan(starts[block], starts[block + 1] - starts[block]);
}

std::size_t total_text(const Document& document) {
  std::size_t bytes = 0;
  for (const Block& block : document.blocks) bytes += block.text.size();
  return bytes;
}

}  // namespace

std::string_view Text::block_text(std::uint32_t block) const { return document->blocks[block].text; }

std::string_view Text::text_of(const Sentence& sentence) const {
  return block_text(sentence.block).substr(sentence.span.begin, sentence.span.size());
}

std::span<const Word> Text::words_of(std::uint32_t block) const { return between(words, block_first_word, block); }

std::span<const Sentence> Text::sentences_of(std::uint32_t block) const {
  return between(sentences, block_first_sentence, block);
}

std::uint32_t Text::sentence_at(std::uint32_t block, std::uint32_t byte) const {
  const auto own = sentences_of(block);
  const auto after = std::upper_bound(own.begin(), own.end(), byte, [](std::uint32_t at, const Sentence& sentence) {
    return at < sentence.span.begin;
  });
  const auto index = static_cast<std::uint32_t>(after - own.begin());
  return block_first_sentence[block] + (index > 0 ? index - 1 : 0);
}

std::uint32_t Text::word_at(std::uint32_t block, std::uint32_t byte) const {
  const auto own = words_of(block);
  const auto found = std::upper_bound(own.begin(), own.end(), byte,
                                      [](std::uint32_t at, const Word& word) { return at < word.span.end; });
  return block_first_word[block] + static_cast<std::uint32_t>(found - own.begin());
}

Text segment(const Document& document) {
  constexpr std::size_t kBytesPerWord = 6;  // English prose, with its space
  Text text;
  text.document = &document;
  text.words.reserve(total_text(document) / kBytesPerWord);
  text.block_first_word.reserve(document.blocks.size() + 1);
  text.block_first_sentence.reserve(document.blocks.size() + 1);
  Segmenter segmenter(text);
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    text.block_first_word.push_back(static_cast<std::uint32_t>(text.words.size()));
    text.block_first_sentence.push_back(static_cast<std::uint32_t>(text.sentences.size()));
    if (document.blocks[block].kind != BlockKind::Code) segmenter.add(block, document.blocks[block].text);
  }
  text.block_first_word.push_back(static_cast<std::uint32_t>(text.words.size()));
  text.block_first_sentence.push_back(static_cast<std::uint32_t>(text.sentences.size()));
  return text;
}

}  // namespace hypelint

#include <algorithm>
#include <string>

#include "hypelint/text.h"
#include "text/citation_marks.h"
#include "text/number_openings.h"
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

// UAX #29 counts an opening bracket glued to a full stop as part of the sentence, and ends it there: "so.[" "3] Next".
// The sentence keeps citation markers glued to its end, and gives other brackets to the next.
std::uint32_t past_markers(std::string_view text, std::uint32_t sentence_end) {
  std::size_t end = sentence_end;
  while (end > 0 && (text[end - 1] == '[' || text[end - 1] == '(')) --end;
  if (sentence_end == text.size() || end == 0 || is_white_space(text[end - 1])) return sentence_end;
  end = past_citation_marks(text, end);
  while (end < text.size() && text[end] == ' ') ++end;
  return static_cast<std::uint32_t>(end);
}

// Where a run of quotes at the end of the text begins, when a stop of unspaced text stands before it; else the end.
std::size_t quotes_after_stop(std::string_view text) {
  const std::size_t last = text.find_last_not_of('"');
  if (last == std::string_view::npos) return text.size();
  const std::string_view before = text.substr(0, last + 1);
  const bool stop = before.ends_with("。") || before.ends_with("！") || before.ends_with('?');
  return stop ? last + 1 : text.size();
}

// Appends blocks to one Text; the buffers live as long as the segmentation.
class Segmenter {
 public:
  explicit Segmenter(Text& out) : out_(out) {}

  void add(std::uint32_t block, const Block& written) {
    const std::string_view text = written.text;
    const std::size_t first_word = out_.words.size();
    ends_.clear();
    quotes_ = 0;
    counted_ = 0;
    if (is_ascii(text)) {
      append_ascii_words(text, out_.words);
      append_ascii_sentence_ends(text, ends_);
    } else {
      converted_.assign(text);
      append_icu_words(converted_, out_.words);
      append_icu_sentence_ends(text, converted_, ends_);
    }
    if (written.role != Role::References) add_number_openings(text, ends_);
    add_sentences(block, text, static_cast<std::uint32_t>(first_word));
  }

 private:
  // A word belongs to the sentence it begins in; a break inside a word is none.
  void add_sentences(std::uint32_t block, std::string_view text, std::uint32_t word) {
    const auto word_count = static_cast<std::uint32_t>(out_.words.size());
    std::uint32_t begin = 0;
    std::uint32_t first = word;
    std::uint32_t looked_at = 0;  // citation marks may reach past the next break
    for (const std::uint32_t break_at : ends_) {
      const std::uint32_t reached = past_markers(text, break_at);
      if (reached <= looked_at) continue;
      looked_at = reached;
      const std::uint32_t end = before_opening_quote(text, reached);
      while (word < word_count && out_.words[word].span.end <= end) ++word;
      if (word < word_count && out_.words[word].span.begin < end) continue;
      const TextSpan span = trimmed(text, begin, end);
      begin = end;
      if (span.size() > 0) out_.sentences.push_back({block, span, first, word});
      first = word;
    }
  }

  // UAX #29 gives every quote to the sentence it follows. Where no space tells an opening one, the number of quotes
  // before it does: an even number opens, and the quote belongs to the next sentence.
  std::uint32_t before_opening_quote(std::string_view text, std::uint32_t end) {
    if (end == text.size() || quotes_after_stop(text.substr(0, end)) == end) return end;
    quotes_ += static_cast<std::size_t>(std::count(text.begin() + counted_, text.begin() + end - 1, '"'));
    counted_ = end - 1;
    return quotes_ % 2 == 0 ? end - 1 : end;
  }

  Text& out_;
  Utf16Text converted_;
  std::vector<std::uint32_t> ends_;
  std::size_t quotes_ = 0;  // of the block, before `counted_`
  std::uint32_t counted_ = 0;
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
  text.sentences.reserve(document.blocks.size());
  text.block_first_word.reserve(document.blocks.size() + 1);
  text.block_first_sentence.reserve(document.blocks.size() + 1);
  Segmenter segmenter(text);
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    text.block_first_word.push_back(static_cast<std::uint32_t>(text.words.size()));
    text.block_first_sentence.push_back(static_cast<std::uint32_t>(text.sentences.size()));
    if (document.blocks[block].kind != BlockKind::Code) segmenter.add(block, document.blocks[block]);
  }
  text.block_first_word.push_back(static_cast<std::uint32_t>(text.words.size()));
  text.block_first_sentence.push_back(static_cast<std::uint32_t>(text.sentences.size()));
  return text;
}

}  // namespace hypelint

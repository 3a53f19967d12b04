// Words and sentences of a document, following UAX #29 as ICU implements it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "hypelint/document.h"
#include "hypelint/span.h"

namespace hypelint {

enum class WordKind : std::uint8_t { Letters, Number, Ideograph };

// A word-like UAX #29 segment (punctuation and spaces are no words).
struct Word {
  TextSpan span;  // within its block's text
  WordKind kind = WordKind::Letters;
};

// A sentence never crosses a block. Headings, cells, list items, captions and buttons without
// inner sentence ends are one sentence each. Trailing white space is not part of the span.
struct Sentence {
  std::uint32_t block = 0;       // index into Document::blocks
  TextSpan span;
  std::uint32_t first_word = 0;  // [first_word, end_word) in Text::words
  std::uint32_t end_word = 0;
};

// The segmented document. Refers to the Document, which must outlive it.
struct Text {
  const Document* document = nullptr;
  std::vector<Word> words;                          // all blocks, in order
  std::vector<Sentence> sentences;                  // all blocks, in order
  std::vector<std::uint32_t> block_first_word;      // blocks.size() + 1 entries
  std::vector<std::uint32_t> block_first_sentence;  // blocks.size() + 1 entries

  [[nodiscard]] std::string_view block_text(std::uint32_t block) const;
  [[nodiscard]] std::string_view text_of(const Sentence& sentence) const;
  [[nodiscard]] std::span<const Word> words_of(std::uint32_t block) const;
  [[nodiscard]] std::span<const Sentence> sentences_of(std::uint32_t block) const;
  // Index into `sentences` of the sentence of `block` that holds the byte; the last one before it
  // when the byte stands between sentences.
  [[nodiscard]] std::uint32_t sentence_at(std::uint32_t block, std::uint32_t byte) const;
  // Index into `words` of the first word of `block` that ends after the byte; block end if none does.
  [[nodiscard]] std::uint32_t word_at(std::uint32_t block, std::uint32_t byte) const;
};

// Any document gives a text; code blocks get neither words nor sentences. Throws std::runtime_error where ICU lacks the
// data to divide text that is not all ASCII: the installation is broken, whatever the document.
Text segment(const Document& document);

}  // namespace hypelint

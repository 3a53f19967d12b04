// All phrases of all lists in one trie over word symbols, and its walk over the words of a block.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "hypelint/matcher.h"
#include "text/phrase.h"
#include "text/vocabulary.h"

namespace hypelint {

// What stands between a word and the one before it.
enum class Separator : std::uint8_t { Joined, FullStop, Ampersand, Other };

struct DocumentWord {
  WordSymbols symbols;
  std::uint32_t sentence_end = 0;  // index of the first word after this one's sentence
  Separator before = Separator::Other;
  bool number = false;
};

// Indices into the walked words; `possessive` bytes of the last word are not part of the match.
struct PhraseHit {
  TermListId list;
  std::uint32_t first_word;
  std::uint32_t end_word;
  std::uint32_t possessive;
};

// Immutable once built.
class PhraseTrie {
 public:
  // The phrases of each list; references resolved and free of cycles.
  explicit PhraseTrie(const std::vector<std::vector<Phrase>>& lists);

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  // Appends every occurrence of every phrase, contained ones included, by first word. The work is linear in the words
  // times the number of trie paths that they follow.
  void match(std::span<const DocumentWord> words, std::vector<PhraseHit>& hits) const;

 private:
  friend class PhraseTrieBuilder;
  friend class PhraseWalk;
  using Node = std::uint32_t;
  struct Edge {
    Symbol symbol;
    Node to;
  };
  struct NodeRanges {
    std::uint32_t edges = 0, joins = 0, terminals = 0;  // where each range begins; the next node's begin ends it
    std::uint16_t gaps = 0;                             // bit n: an edge for a gap of up to n words
  };

  [[nodiscard]] Node child(Node node, Symbol symbol) const;

  Vocabulary vocabulary_;
  std::vector<NodeRanges> nodes_;  // one more than there are nodes
  std::vector<Edge> edges_;        // sorted by symbol within a node
  std::vector<Node> joins_;        // where the end of a referenced term goes on
  std::vector<TermListId> terminals_;
  std::vector<Node> root_;  // by symbol
};

}  // namespace hypelint

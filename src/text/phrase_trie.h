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
  // Characters of an ideographic word are matched one by one; a match begins with the first and ends with the last.
  bool begins_word = true;
  bool ends_word = true;
  std::uint32_t word = 0;      // index into the block's words
  std::uint64_t readings = 0;  // PhraseTrie::readings_of
};

// Indices into the walked words; `possessive` bytes of the last word are not part of the match.
struct PhraseHit {
  TermListId list;
  std::uint32_t first_word;
  std::uint32_t end_word;
  std::uint32_t possessive;
};

// Immutable once built. Its size is linear in the text of the terms, not in the word sequences that they stand for:
// a phrase goes on from one node behind a choice of many words, and a lexicon that stands inside phrases is one trie of
// its own, which the walk calls and returns from (a recursive transition network; Woods, CACM 1970).
class PhraseTrie {
 public:
  // The phrases of each list; references resolved and free of cycles.
  explicit PhraseTrie(const std::vector<std::vector<Phrase>>& lists);
  // Without phrases.
  PhraseTrie();

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  // A bit for each symbol that the word may be read as, several symbols to a bit.
  [[nodiscard]] std::uint64_t readings_of(const DocumentWord& word) const;
  // Appends every occurrence of every phrase, contained ones included, by first word. The work is linear in the words
  // times the number of trie paths that they follow.
  void match(std::span<const DocumentWord> words, std::vector<PhraseHit>& hits) const;

  template <typename Archive>
  friend void fields(Archive& archive, PhraseTrie& trie) {
    archive(trie.vocabulary_, trie.nodes_, trie.onward_, trie.plain_, trie.edges_, trie.joins_, trie.calls_,
            trie.terminals_, trie.root_);
  }

 private:
  friend class PhraseTrieBuilder;
  friend class PhraseWalk;
  using Node = std::uint32_t;
  struct Edge {
    Symbol symbol;
    Node to;
  };
  struct Call {
    Node root;  // of the lexicon's trie
    Node back;  // where the phrase goes on
  };
  struct NodeRanges {
    // Where each range begins; the next node's begin ends it.
    std::uint32_t edges = 0, joins = 0, calls = 0, terminals = 0;
    std::uint16_t gaps = 0;  // bit n: an edge for a gap of up to n words
  };

  [[nodiscard]] Node child(Node node, Symbol symbol) const;

  Vocabulary vocabulary_;
  std::vector<NodeRanges> nodes_;      // one more than there are nodes
  std::vector<std::uint64_t> onward_;  // by node: the bits of the words that lead on
  std::vector<bool> plain_;            // by node: nothing but words leads on, and no phrase ends
  std::vector<Edge> edges_;            // sorted by symbol within a node
  std::vector<Node> joins_;            // where the phrase goes on without a further word
  std::vector<Call> calls_;
  std::vector<TermListId> terminals_;
  std::vector<Node> root_;  // by symbol
};

}  // namespace hypelint

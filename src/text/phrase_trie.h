// All phrases of all lists in one trie over word symbols. phrase_walk.h walks it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "hypelint/matcher.h"
#include "support/flat_array.h"
#include "text/phrase.h"
#include "text/reading_set.h"
#include "text/vocabulary.h"

namespace hypelint {

// What stands between a word and the one before it.
enum class Separator : std::uint8_t { Joined, FullStop, Ampersand, Other };

struct DocumentWord {
  WordSymbols symbols;
  std::uint32_t sentence_end = 0;  // index of the first word after this one's sentence
  std::uint32_t word = 0;          // index into the block's words
  Separator before = Separator::Other;
  bool number = false;
  // Characters of an ideographic word are matched one by one; a match begins with the first and ends with the last.
  bool begins_word = true;
  bool ends_word = true;
};

// The words of a block, and of each what PhraseTrie::readings_of says.
struct DocumentWords {
  std::vector<DocumentWord> words;
  std::vector<ReadingSet> readings;
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
  // The phrases of each list, references resolved and free of cycles, and whether its own hits are wanted.
  PhraseTrie(const std::vector<std::vector<Phrase>>& lists, const std::vector<bool>& wanted);
  // Without phrases.
  PhraseTrie();

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  // `number`: the word is one (UAX #29 Numeric).
  [[nodiscard]] ReadingSet readings_of(const WordSymbols& symbols, bool number) const;

  template <typename Archive>
  friend void fields(Archive& archive, PhraseTrie& trie) {
    archive(trie.vocabulary_, trie.nodes_, trie.edges_, trie.gaps_, trie.joins_, trie.calls_, trie.terminals_,
            trie.root_, trie.bits_, trie.sets_);
  }

 private:
  friend class PhraseTrieBuilder;
  friend class PhraseWalk;
  using Node = std::uint32_t;
  using SetIndex = std::uint32_t;  // into sets_

  // Symbols that are no words.
  static constexpr Symbol kNumber = 1;
  static constexpr Symbol kFullStop = 2;
  static constexpr Symbol kAmpersand = 3;
  static constexpr Symbol kBlockStart = 4;
  static constexpr Symbol kFirstWord = 5;
  static constexpr Node kRoot = 0;
  static constexpr TermListId kListEnd = static_cast<TermListId>(-1);  // terminal of a lexicon that was called

  struct Edge {
    Symbol symbol;
    Node to;
  };
  // Up to `most` words may stand before those that `to` takes.
  struct Gap {
    SetIndex takes;
    Node to;
    std::uint32_t most;
  };
  // Where the phrase goes on without a further word: in vain, unless it `ends` there or one of the next `reach` words
  // is among `onward`.
  struct Join {
    SetIndex onward;
    Node to;
    std::uint16_t reach;
    bool ends;
  };
  struct Call {
    SetIndex takes;
    Node root;  // of the lexicon's trie
    Node back;  // where the phrase goes on
  };
  struct NodeRecord {
    SetIndex takes;  // the words that lead on, those of the called lexicons among them
    // Where each range begins; the next node's begin ends it.
    std::uint32_t edges, gaps, joins, calls, terminals;
  };

  [[nodiscard]] Node child(Node node, Symbol symbol) const;

  Vocabulary vocabulary_;
  FlatArray<NodeRecord> nodes_;  // one more than there are nodes
  FlatArray<Edge> edges_;        // sorted by symbol within a node
  FlatArray<Gap> gaps_;
  FlatArray<Join> joins_;
  FlatArray<Call> calls_;
  FlatArray<TermListId> terminals_;
  FlatArray<Node> root_;          // by symbol
  FlatArray<std::uint8_t> bits_;  // by symbol: its place in a ReadingSet
  // Each set once: apart, so that what the walk passes by lies close together.
  FlatArray<ReadingSet> sets_;
};

}  // namespace hypelint

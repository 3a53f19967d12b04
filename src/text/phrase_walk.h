// Walks the trie of all phrases over the words of one block after another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "text/phrase_trie.h"

namespace hypelint {

// Its buffers serve for all blocks; one for each thread. The trie must outlive it.
class PhraseWalk {
 public:
  explicit PhraseWalk(const PhraseTrie& trie) : trie_(trie) {}

  // Appends every occurrence of every phrase, contained ones included, by first word. The work is linear in the words
  // times the number of trie paths that they follow.
  void run(const DocumentWords& document, std::vector<PhraseHit>& hits);

 private:
  using Node = PhraseTrie::Node;

  struct End {
    std::uint32_t at;
    std::uint32_t possessive;
    bool behind_stop;
  };
  // Where the terms of a lexicon end that begin at a word.
  struct Called {
    Node root = 0;
    std::uint32_t next = kNone;  // of the lexicons called at the same word
    std::vector<End> ends;
  };

  [[nodiscard]] bool takes(PhraseTrie::SetIndex wanted, std::uint32_t at) const {
    return readings_[at].meets(trie_.sets_[wanted]);
  }
  void begin(Node root, std::uint32_t at);
  void take(Node node, std::uint32_t at);
  void step(Node node, Symbol symbol, std::uint32_t at, std::uint32_t possessive);
  void arrive(Node node, std::uint32_t at, std::uint32_t possessive);
  void arrive_behind_stop(Node node, std::uint32_t at, std::uint32_t possessive);
  void end_phrase(TermListId list, std::uint32_t at, std::uint32_t possessive);
  [[nodiscard]] bool leads_on(const PhraseTrie::Join& join, std::uint32_t at) const;
  void pass_separator(Node node, std::uint32_t at, std::uint32_t possessive);
  void pass_gap(const PhraseTrie::Gap& gap, std::uint32_t at);
  void call(const PhraseTrie::Call& called, std::uint32_t at);
  const std::vector<End>& ends_of(Node root, std::uint32_t at);
  bool first_visit(Node node, std::uint32_t at, std::uint32_t possessive, bool behind_stop = false);

  static constexpr std::uint32_t kNone = UINT32_MAX;

  const PhraseTrie& trie_;
  std::span<const DocumentWord> words_;
  std::span<const ReadingSet> readings_;
  std::vector<PhraseHit>* hits_ = nullptr;
  std::vector<std::uint64_t> seen_;  // of the current first word and lexicon: from seen_from_ on
  std::size_t seen_from_ = 0;
  std::vector<std::uint32_t> first_called_;  // by word: index into called_
  std::deque<Called> called_;                // those behind the first called_count_ wait to be used again
  std::uint32_t called_count_ = 0;
  std::vector<End>* ends_ = nullptr;  // of the lexicon that is called
  std::uint32_t first_ = 0;
  std::uint32_t limit_ = 0;
};

}  // namespace hypelint

#include "text/phrase_walk.h"

#include <algorithm>
#include <utility>

namespace hypelint {

namespace {

// Marks of visits, above all nodes.
constexpr std::uint64_t kBehindStop = std::uint64_t{1} << 63;
constexpr std::uint64_t kLeftOut = std::uint64_t{1} << 62;

}  // namespace

inline bool PhraseWalk::leads_on(const PhraseTrie::Join& join, std::uint32_t at) const {
  if (join.ends) return true;
  const std::uint32_t end = std::min(limit_, at + join.reach);
  for (; at < end; ++at) {
    if (takes(join.onward, at)) return true;
  }
  return false;
}

// Joins, returns and gaps are where several paths meet at one word and go on. A path that leaves out the word's
// possessive, as those before it did not, has nothing to add. What paths that meet elsewhere find twice is dropped
// with other doubles.
inline bool PhraseWalk::first_visit(Node node, std::uint32_t at, std::uint32_t possessive, bool behind_stop) {
  const std::uint64_t whole = std::uint64_t{node} << 32 | at | (behind_stop ? kBehindStop : 0);
  const std::uint64_t own = possessive > 0 ? whole | kLeftOut : whole;
  for (std::size_t i = seen_from_; i < seen_.size(); ++i) {
    if (seen_[i] == whole || seen_[i] == own) return false;
  }
  seen_.push_back(own);
  return true;
}

inline void PhraseWalk::end_phrase(TermListId list, std::uint32_t at, std::uint32_t possessive) {
  if (list == PhraseTrie::kListEnd) {
    ends_->push_back({at, possessive, false});
  } else if (words_[at - 1].ends_word) {
    hits_->push_back({list, first_, at, possessive});
  }
}

void PhraseWalk::run(const DocumentWords& document, std::vector<PhraseHit>& hits) {
  words_ = document.words;
  readings_ = document.readings;
  hits_ = &hits;
  first_called_.assign(words_.size(), kNone);
  called_count_ = 0;
  for (first_ = 0; first_ < words_.size(); ++first_) {
    if (!words_[first_].begins_word || !takes(trie_.nodes_[PhraseTrie::kRoot].takes, first_)) continue;
    limit_ = words_[first_].sentence_end;
    seen_.clear();
    begin(PhraseTrie::kRoot, first_);
  }
}

// The phrases of the trie at `root` that begin with the word at `at`.
inline void PhraseWalk::begin(Node root, std::uint32_t at) {
  take(root, at);
  if (at > 0) return;
  const Node start = trie_.child(root, PhraseTrie::kBlockStart);
  if (start != PhraseTrie::kRoot && takes(trie_.nodes_[start].takes, at)) take(start, at);
}

// Continues from `node` with the word at `at`, which is one that it takes. Longer readings of the word come first.
void PhraseWalk::take(Node node, std::uint32_t at) {
  const std::uint32_t end_calls = trie_.nodes_[node + 1].calls;
  for (std::uint32_t i = trie_.nodes_[node].calls; i < end_calls; ++i) {
    if (takes(trie_.calls_[i].takes, at)) call(trie_.calls_[i], at);
  }
  const DocumentWord& word = words_[at];
  step(node, word.symbols.exact, at, 0);
  for (Symbol prefix = word.symbols.prefix; prefix != kNoSymbol; prefix = trie_.vocabulary().shorter_prefix(prefix)) {
    step(node, prefix, at, 0);
  }
  if (word.number || word.symbols.number_word) step(node, PhraseTrie::kNumber, at, 0);
  step(node, word.symbols.base, at, word.symbols.possessive);
}

inline void PhraseWalk::step(Node node, Symbol symbol, std::uint32_t at, std::uint32_t possessive) {
  if (symbol == kNoSymbol) return;
  const Node next = trie_.child(node, symbol);
  if (next != PhraseTrie::kRoot) arrive(next, at + 1, possessive);
}

// At `node` with the words before `at` consumed.
void PhraseWalk::arrive(Node node, std::uint32_t at, std::uint32_t possessive) {
  const PhraseTrie::NodeRecord& own = trie_.nodes_[node];
  const PhraseTrie::NodeRecord& next = trie_.nodes_[node + 1];
  for (std::uint32_t i = own.terminals; i < next.terminals; ++i) end_phrase(trie_.terminals_[i], at, possessive);
  for (std::uint32_t i = own.joins; i < next.joins; ++i) {
    const PhraseTrie::Join& join = trie_.joins_[i];
    if (leads_on(join, at) && first_visit(join.to, at, possessive)) arrive(join.to, at, possessive);
  }
  if (at == limit_) return;
  pass_separator(node, at, possessive);
  for (std::uint32_t i = own.gaps; i < next.gaps; ++i) pass_gap(trie_.gaps_[i], at);
}

inline void PhraseWalk::pass_separator(Node node, std::uint32_t at, std::uint32_t possessive) {
  const Separator separator = words_[at].before;
  if (separator == Separator::Other) return;
  if (separator == Separator::FullStop) {
    const Node behind = trie_.child(node, PhraseTrie::kFullStop);
    if (behind != PhraseTrie::kRoot) arrive_behind_stop(behind, at, possessive);
    return;
  }
  if (separator == Separator::Ampersand) {
    node = trie_.child(node, PhraseTrie::kAmpersand);
    if (node == PhraseTrie::kRoot) return;
  }
  if (takes(trie_.nodes_[node].takes, at)) take(node, at);
}

// The same as arrive() with the full stop after the last word consumed as well: a further word must come.
void PhraseWalk::arrive_behind_stop(Node node, std::uint32_t at, std::uint32_t possessive) {
  const PhraseTrie::NodeRecord& own = trie_.nodes_[node];
  const PhraseTrie::NodeRecord& next = trie_.nodes_[node + 1];
  for (std::uint32_t i = own.terminals; i < next.terminals; ++i) {
    if (trie_.terminals_[i] == PhraseTrie::kListEnd) ends_->push_back({at, possessive, true});
  }
  for (std::uint32_t i = own.joins; i < next.joins; ++i) {
    const PhraseTrie::Join& join = trie_.joins_[i];
    if (leads_on(join, at) && first_visit(join.to, at, possessive, true)) arrive_behind_stop(join.to, at, possessive);
  }
  if (takes(own.takes, at)) take(node, at);
}

inline void PhraseWalk::pass_gap(const PhraseTrie::Gap& gap, std::uint32_t at) {
  const std::uint32_t end = std::min(limit_, at + gap.most + 1);
  for (; at < end; ++at) {
    if (takes(gap.takes, at) && first_visit(gap.to, at, 0)) take(gap.to, at);
  }
}

inline void PhraseWalk::call(const PhraseTrie::Call& called, std::uint32_t at) {
  for (const End& end : ends_of(called.root, at)) {
    if (!first_visit(called.back, end.at, end.possessive, end.behind_stop)) continue;
    if (end.behind_stop) {
      arrive_behind_stop(called.back, end.at, end.possessive);
    } else {
      arrive(called.back, end.at, end.possessive);
    }
  }
}

// Where the terms of a lexicon end that begin at a word: the same for every phrase that asks.
const std::vector<PhraseWalk::End>& PhraseWalk::ends_of(Node root, std::uint32_t at) {
  for (std::uint32_t i = first_called_[at]; i != kNone; i = called_[i].next) {
    if (called_[i].root == root) return called_[i].ends;
  }
  if (called_count_ == called_.size()) called_.emplace_back();
  Called& called = called_[called_count_];
  called.root = root;
  called.next = std::exchange(first_called_[at], called_count_++);
  called.ends.clear();
  std::vector<End>* const outer_ends = std::exchange(ends_, &called.ends);
  const std::size_t outer_seen = std::exchange(seen_from_, seen_.size());
  begin(root, at);
  ends_ = outer_ends;
  seen_.resize(seen_from_);
  seen_from_ = outer_seen;
  return called.ends;
}

}  // namespace hypelint

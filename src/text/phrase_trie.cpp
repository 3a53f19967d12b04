#include "text/phrase_trie.h"

#include <algorithm>
#include <utility>

namespace hypelint {
namespace {

// Symbols that are no words; 1 to 12 are gaps of up to so many words.
constexpr Symbol kLastGap = 12;
constexpr Symbol kNumber = 13;
constexpr Symbol kFullStop = 14;
constexpr Symbol kAmpersand = 15;
constexpr Symbol kFirstWord = 16;
constexpr Symbol kReference = 1U << 31;  // plus the list; only while building

constexpr std::uint32_t kRoot = 0;

constexpr std::uint64_t bit_of(Symbol symbol) { return std::uint64_t{1} << (symbol * 0x9E3779B1U >> 26U); }
constexpr TermListId kListEnd = static_cast<TermListId>(-1);  // terminal of a lexicon that was called
constexpr std::size_t kWidestFrontier = 4;                    // nodes from which a phrase goes on apart

}  // namespace

class PhraseTrieBuilder {
 public:
  using Node = PhraseTrie::Node;

  PhraseTrieBuilder(const std::vector<std::vector<Phrase>>& lists, Vocabulary& vocabulary)
      : lists_(lists),
        vocabulary_(vocabulary),
        list_roots_(lists.size(), kRoot),
        terminals_(1),
        joins_(1),
        calls_(1),
        wordless_(1) {
    for (TermListId list = 0; list < lists_.size(); ++list) {
      for (const Phrase& phrase : lists_[list]) {
        for (const Node end : insert(phrase, kRoot)) terminals_[end].push_back(list);
      }
    }
  }

  void move_to(PhraseTrie& trie) {
    const std::vector<std::pair<std::uint64_t, Node>> sorted = sorted_edges();
    auto edge = sorted.begin();
    trie.root_.assign(vocabulary_.symbol_count(), kRoot);
    for (Node node = 0; node < terminals_.size(); ++node) {
      PhraseTrie::NodeRanges ranges = ranges_of(trie);
      std::uint64_t onward = 0;
      bool plain = joins_[node].empty() && calls_[node].empty() && terminals_[node].empty();
      for (; edge != sorted.end() && edge->first >> 32 == node; ++edge) {
        const auto symbol = static_cast<Symbol>(edge->first);
        if (symbol <= kLastGap) ranges.gaps = static_cast<std::uint16_t>(ranges.gaps | 1U << symbol);
        if (node == kRoot) trie.root_[symbol] = edge->second;
        onward |= bit_of(symbol);
        plain = plain && (symbol == kNumber || symbol >= kFirstWord);
        trie.edges_.push_back({symbol, edge->second});
      }
      append_unique(joins_[node], trie.joins_);
      trie.calls_.insert(trie.calls_.end(), calls_[node].begin(), calls_[node].end());
      append_unique(terminals_[node], trie.terminals_);
      trie.nodes_.push_back(ranges);
      trie.onward_.push_back(onward);
      trie.plain_.push_back(plain);
    }
    trie.nodes_.push_back(ranges_of(trie));
  }

 private:
  static PhraseTrie::NodeRanges ranges_of(const PhraseTrie& trie) {
    return {static_cast<std::uint32_t>(trie.edges_.size()), static_cast<std::uint32_t>(trie.joins_.size()),
            static_cast<std::uint32_t>(trie.calls_.size()), static_cast<std::uint32_t>(trie.terminals_.size()), 0};
  }

  [[nodiscard]] std::vector<std::pair<std::uint64_t, Node>> sorted_edges() const {
    std::vector<std::pair<std::uint64_t, Node>> sorted;
    sorted.reserve(edges_.size());
    for (const auto& edge : edges_) {
      if (!(edge.first & kReference)) sorted.push_back(edge);
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }

  static void append_unique(std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) {
    make_unique_set(from);
    to.insert(to.end(), from.begin(), from.end());
  }

  static void make_unique_set(std::vector<std::uint32_t>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
  }

  // The node that `symbol` leads to, and whether it is new.
  std::pair<Node, bool> grow(Node node, Symbol symbol) {
    const auto [edge, added] = edges_.emplace(std::uint64_t{node} << 32 | symbol, static_cast<Node>(terminals_.size()));
    if (added) new_node();
    return {edge->second, added};
  }

  Node grow_wordless(Node node, Symbol symbol) {
    const Node next = grow(node, symbol).first;
    wordless_[next] = true;
    return next;
  }

  Node new_node() {
    terminals_.emplace_back();
    joins_.emplace_back();
    calls_.emplace_back();
    wordless_.push_back(false);
    return static_cast<Node>(terminals_.size() - 1);
  }

  // The nodes at which a phrase that starts in `from` ends.
  std::vector<Node> insert(const Phrase& phrase, Node from) {
    std::vector<Node> frontier = {from};
    for (const PhraseChunk& chunk : phrase.chunks) {
      if (frontier.size() > kWidestFrontier) frontier = narrowed(std::move(frontier), from);
      std::vector<Node> next;
      for (const Node node : frontier) {
        for (const PhraseSequence& sequence : chunk) {
          const std::vector<Node> ends = follow(node, sequence);
          next.insert(next.end(), ends.begin(), ends.end());
        }
      }
      make_unique_set(next);
      frontier = std::move(next);
    }
    return frontier;
  }

  std::vector<Node> follow(Node from, const PhraseSequence& sequence) {
    std::vector<Node> nodes = {from};
    for (const PhraseToken& token : sequence) {
      const std::vector<Node> before = nodes;
      if (token.kind != PhraseToken::Kind::FullStop) nodes.clear();
      for (const Node node : before) nodes.push_back(next_node(node, token));
    }
    return nodes;
  }

  Node next_node(Node node, const PhraseToken& token) {
    switch (token.kind) {
      case PhraseToken::Kind::Word:
        return grow(node, vocabulary_.intern_word(token.text)).first;
      case PhraseToken::Kind::Prefix:
        return grow(node, vocabulary_.intern_prefix(token.text)).first;
      case PhraseToken::Kind::Number:
        return grow(node, kNumber).first;
      case PhraseToken::Kind::Gap:
        return grow_wordless(node, static_cast<Symbol>(token.gap));
      case PhraseToken::Kind::FullStop:
        return grow_wordless(node, kFullStop);
      case PhraseToken::Kind::Ampersand:
        return grow_wordless(node, kAmpersand);
      case PhraseToken::Kind::Reference:
        break;
    }
    return behind_list(node, token.list);
  }

  // One node behind all of these, beside those at which no word has just ended: the walk takes a word from them, and
  // never arrives there.
  std::vector<Node> narrowed(const std::vector<Node>& nodes, Node start) {
    std::vector<Node> kept;
    std::vector<Node> ended;
    for (const Node node : nodes) (node == start || wordless_[node] ? kept : ended).push_back(node);
    if (!ended.empty()) kept.push_back(joined(ended));
    return kept;
  }

  // One node behind all of these.
  Node joined(const std::vector<Node>& nodes) {
    const Node behind = new_node();
    for (const Node node : nodes) joins_[node].push_back(behind);
    return behind;
  }

  // The one node behind all terms of a list that start in `node`; phrases go on from it together. The root holds the
  // terms itself, so that a word that begins none of them is passed over at once.
  Node behind_list(Node node, TermListId list) {
    const auto [behind, added] = grow(node, kReference | list);
    if (added && node == kRoot) {
      for (const Phrase& phrase : lists_[list]) {
        for (const Node end : insert(phrase, node)) joins_[end].push_back(behind);
      }
    } else if (added) {
      const Node root = list_root(list);  // grows calls_
      calls_[node].push_back({root, behind});
    }
    return behind;
  }

  Node list_root(TermListId list) {
    if (list_roots_[list] != kRoot) return list_roots_[list];
    const Node root = list_roots_[list] = new_node();
    for (const Phrase& phrase : lists_[list]) {
      for (const Node end : insert(phrase, root)) terminals_[end].push_back(kListEnd);
    }
    return root;
  }

  const std::vector<std::vector<Phrase>>& lists_;
  Vocabulary& vocabulary_;
  std::unordered_map<std::uint64_t, Node> edges_;     // node << 32 | symbol
  std::vector<Node> list_roots_;                      // by list; kRoot while there is none
  std::vector<std::vector<TermListId>> terminals_;    // by node
  std::vector<std::vector<Node>> joins_;              // by node
  std::vector<std::vector<PhraseTrie::Call>> calls_;  // by node
  std::vector<bool> wordless_;                        // by node: reached by a gap, a full stop or an ampersand
};

PhraseTrie::PhraseTrie() : PhraseTrie(std::vector<std::vector<Phrase>>()) {}

PhraseTrie::PhraseTrie(const std::vector<std::vector<Phrase>>& lists) : vocabulary_(kFirstWord) {
  PhraseTrieBuilder builder(lists, vocabulary_);
  builder.move_to(*this);
  vocabulary_.freeze();
}

std::uint64_t PhraseTrie::readings_of(const DocumentWord& word) const {
  std::uint64_t bits = 0;
  for (const Symbol symbol : {word.symbols.exact, word.symbols.base}) {
    if (symbol != kNoSymbol) bits |= bit_of(symbol);
  }
  for (Symbol prefix = word.symbols.prefix; prefix != kNoSymbol; prefix = vocabulary_.shorter_prefix(prefix)) {
    bits |= bit_of(prefix);
  }
  if (word.number || word.symbols.number_word) bits |= bit_of(kNumber);
  return bits;
}

PhraseTrie::Node PhraseTrie::child(Node node, Symbol symbol) const {
  if (node == kRoot) return root_[symbol];
  const auto begin = edges_.begin() + nodes_[node].edges;
  const auto end = edges_.begin() + nodes_[node + 1].edges;
  const auto found =
      std::lower_bound(begin, end, symbol, [](const Edge& edge, Symbol wanted) { return edge.symbol < wanted; });
  return found != end && found->symbol == symbol ? found->to : kRoot;
}

// One match attempt after another over the words of a block.
class PhraseWalk {
 public:
  PhraseWalk(const PhraseTrie& trie, std::span<const DocumentWord> words, std::vector<PhraseHit>& hits)
      : trie_(trie), words_(words), hits_(hits) {}

  void run() {
    for (first_ = 0; first_ < words_.size(); ++first_) {
      const DocumentWord& word = words_[first_];
      const WordSymbols& symbols = word.symbols;
      if (!word.begins_word || (!(symbols.exact | symbols.base | symbols.prefix) && !word.number)) continue;
      limit_ = word.sentence_end;
      seen_.clear();
      take(kRoot, first_);
    }
  }

 private:
  using Node = PhraseTrie::Node;

  struct End {
    std::uint32_t at;
    std::uint32_t possessive;
  };

  // Continues from `node` with the word at `at`. Longer readings of the word come first.
  void take(Node node, std::uint32_t at) {
    const std::uint32_t end_calls = trie_.nodes_[node + 1].calls;
    for (std::uint32_t i = trie_.nodes_[node].calls; i < end_calls; ++i) call(trie_.calls_[i], at);
    if ((trie_.onward_[node] & words_[at].readings) == 0) return;
    const DocumentWord& word = words_[at];
    step(node, word.symbols.exact, at, 0);
    for (Symbol prefix = word.symbols.prefix; prefix != kNoSymbol; prefix = trie_.vocabulary().shorter_prefix(prefix)) {
      step(node, prefix, at, 0);
    }
    if (word.number || word.symbols.number_word) step(node, kNumber, at, 0);
    step(node, word.symbols.base, at, word.symbols.possessive);
  }

  void step(Node node, Symbol symbol, std::uint32_t at, std::uint32_t possessive) {
    if (symbol == kNoSymbol) return;
    const Node next = trie_.child(node, symbol);
    if (next != kRoot) arrive(next, at + 1, possessive);
  }

  // At `node` with the words before `at` consumed.
  void arrive(Node node, std::uint32_t at, std::uint32_t possessive) {
    const PhraseTrie::NodeRanges& own = trie_.nodes_[node];
    const PhraseTrie::NodeRanges& next = trie_.nodes_[node + 1];
    for (std::uint32_t i = own.terminals; i < next.terminals; ++i) {
      if (trie_.terminals_[i] == kListEnd) {
        ends_->push_back({at, possessive});
      } else if (words_[at - 1].ends_word) {
        hits_.push_back({trie_.terminals_[i], first_, at, possessive});
      }
    }
    const std::uint64_t readings = at < limit_ ? words_[at].readings : 0;
    for (std::uint32_t i = own.joins; i < next.joins; ++i) {
      const Node joined = trie_.joins_[i];
      if (trie_.plain_[joined] && (trie_.onward_[joined] & readings) == 0) continue;
      if (first_visit(trie_.joins_[i], at)) arrive(trie_.joins_[i], at, possessive);
    }
    if (at >= limit_ || (own.edges == next.edges && own.calls == next.calls)) return;
    pass_separator(node, at);
    for (std::uint32_t gap = 1; own.gaps >> gap; ++gap) {
      if (own.gaps >> gap & 1U) pass_gap(trie_.child(node, gap), gap, at);
    }
  }

  void pass_separator(Node node, std::uint32_t at) {
    const Separator separator = words_[at].before;
    if (separator == Separator::Joined) {
      take(node, at);
    } else if (separator != Separator::Other) {
      const Node behind = trie_.child(node, separator == Separator::FullStop ? kFullStop : kAmpersand);
      if (behind != kRoot) take(behind, at);
    }
  }

  void pass_gap(Node node, std::uint32_t most, std::uint32_t at) {
    for (std::uint32_t skipped = 0; skipped <= most && at + skipped < limit_; ++skipped) {
      if (first_visit(node, at + skipped)) take(node, at + skipped);
    }
  }

  void call(const PhraseTrie::Call& called, std::uint32_t at) {
    for (const End& end : ends_of(called.root, at)) {
      if (first_visit(called.back, end.at)) arrive(called.back, end.at, end.possessive);
    }
  }

  // Where the terms of a lexicon end that begin at a word: the same for every phrase that asks.
  const std::vector<End>& ends_of(Node root, std::uint32_t at) {
    const auto [known, added] = called_.try_emplace(std::uint64_t{root} << 32 | at);
    if (!added) return known->second;
    std::vector<End>* const outer_ends = std::exchange(ends_, &known->second);
    std::vector<std::uint64_t> outer_seen = std::exchange(seen_, {});
    take(root, at);
    ends_ = outer_ends;
    seen_ = std::move(outer_seen);
    return known->second;
  }

  // Joins, returns and gaps are the only nodes that several paths reach at one word.
  bool first_visit(Node node, std::uint32_t at) {
    const std::uint64_t key = std::uint64_t{node} << 32 | at;
    if (std::find(seen_.begin(), seen_.end(), key) != seen_.end()) return false;
    seen_.push_back(key);
    return true;
  }

  const PhraseTrie& trie_;
  std::span<const DocumentWord> words_;
  std::vector<PhraseHit>& hits_;
  std::vector<std::uint64_t> seen_;                             // of the current first word and lexicon
  std::unordered_map<std::uint64_t, std::vector<End>> called_;  // lexicon's root << 32 | word
  std::vector<End>* ends_ = nullptr;                            // of the lexicon that is called
  std::uint32_t first_ = 0;
  std::uint32_t limit_ = 0;
};

void PhraseTrie::match(std::span<const DocumentWord> words, std::vector<PhraseHit>& hits) const {
  PhraseWalk(*this, words, hits).run();
}

}  // namespace hypelint

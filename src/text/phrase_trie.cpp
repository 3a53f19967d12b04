#include "text/phrase_trie.h"

#include <algorithm>

#include "text/phrase_trie_builder.h"

namespace hypelint {

PhraseTrie::PhraseTrie() : PhraseTrie({}, {}) {}

PhraseTrie::PhraseTrie(const std::vector<std::vector<Phrase>>& lists, const std::vector<bool>& wanted)
    : vocabulary_(kFirstWord) {
  PhraseTrieBuilder(lists, *this).build(wanted);
  vocabulary_.freeze();
}

ReadingSet PhraseTrie::readings_of(const WordSymbols& symbols, bool number) const {
  ReadingSet readings;
  for (const Symbol symbol : {symbols.exact, symbols.base}) {
    if (symbol != kNoSymbol) readings.add(bits_[symbol]);
  }
  for (Symbol prefix = symbols.prefix; prefix != kNoSymbol; prefix = vocabulary_.shorter_prefix(prefix)) {
    readings.add(bits_[prefix]);
  }
  if (number || symbols.number_word) readings.add(bits_[kNumber]);
  return readings;
}

PhraseTrie::Node PhraseTrie::child(Node node, Symbol symbol) const {
  if (node == kRoot) return root_[symbol];
  const auto begin = edges_.begin() + nodes_[node].edges;
  const auto end = edges_.begin() + nodes_[node + 1].edges;
  const auto found =
      std::lower_bound(begin, end, symbol, [](const Edge& edge, Symbol wanted) { return edge.symbol < wanted; });
  return found != end && found->symbol == symbol ? found->to : kRoot;
}

}  // namespace hypelint

#include "text/phrase_trie_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace hypelint {
namespace {

constexpr std::size_t kWidestFrontier = 8;  // nodes from which a phrase goes on apart

constexpr std::uint64_t edge_key(std::uint32_t node, Symbol symbol) { return std::uint64_t{node} << 32 | symbol; }

template <typename T>
void make_unique_set(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

PhraseTrieBuilder::PhraseTrieBuilder(const std::vector<std::vector<Phrase>>& lists, PhraseTrie& trie)
    : lists_(lists), trie_(trie), drafts_(1), list_roots_(lists.size(), PhraseTrie::kRoot) {}

void PhraseTrieBuilder::build(const std::vector<bool>& wanted) {
  for (TermListId list = 0; list < lists_.size(); ++list) {
    if (!wanted[list]) continue;
    for (const Phrase& phrase : lists_[list]) {
      for (const Node end : insert(phrase, PhraseTrie::kRoot)) drafts_[end].terminals.push_back(list);
    }
  }
  sorted_edges_.assign(edges_.begin(), edges_.end());
  std::sort(sorted_edges_.begin(), sorted_edges_.end());
  assign_bits();
  share_nodes();
  set_takes();
  set_outlooks();
  lay_out();
  move_to_trie();
}

PhraseTrieBuilder::Node PhraseTrieBuilder::new_node() {
  drafts_.emplace_back();
  return static_cast<Node>(drafts_.size() - 1);
}

std::pair<PhraseTrieBuilder::Node, bool> PhraseTrieBuilder::grow(Node node, Symbol symbol) {
  const auto [edge, added] = edges_.emplace(edge_key(node, symbol), static_cast<Node>(drafts_.size()));
  if (added) new_node();
  return {edge->second, added};
}

PhraseTrieBuilder::Node PhraseTrieBuilder::grow_wordless(Node node, Symbol symbol) {
  const auto [next, added] = grow(node, symbol);
  if (added) drafts_[node].separated.push_back(next);
  drafts_[next].wordless = true;
  return next;
}

PhraseTrieBuilder::Node PhraseTrieBuilder::grow_gap(Node node, std::uint32_t most) {
  for (const auto& [width, behind] : drafts_[node].gaps) {
    if (width == most) return behind;
  }
  const Node behind = new_node();
  drafts_[behind].wordless = true;
  drafts_[node].gaps.emplace_back(most, behind);
  return behind;
}

std::vector<PhraseTrieBuilder::Node> PhraseTrieBuilder::insert(const Phrase& phrase, Node from) {
  if (phrase.at_start) from = grow_wordless(from, PhraseTrie::kBlockStart);
  std::vector<Node> frontier = {from};
  for (const PhraseChunk& chunk : phrase.chunks) {
    if (frontier.size() > kWidestFrontier) frontier = narrowed(frontier, from);
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

std::vector<PhraseTrieBuilder::Node> PhraseTrieBuilder::follow(Node from, const PhraseSequence& sequence) {
  std::vector<Node> nodes = {from};
  for (const PhraseToken& token : sequence) {
    const std::vector<Node> before = nodes;
    if (token.kind != PhraseToken::Kind::FullStop) nodes.clear();
    for (const Node node : before) nodes.push_back(next_node(node, token));
  }
  return nodes;
}

PhraseTrieBuilder::Node PhraseTrieBuilder::next_node(Node node, const PhraseToken& token) {
  switch (token.kind) {
    case PhraseToken::Kind::Word:
      return grow(node, trie_.vocabulary_.intern_word(token.text)).first;
    case PhraseToken::Kind::Prefix:
      return grow(node, trie_.vocabulary_.intern_prefix(token.text)).first;
    case PhraseToken::Kind::Number:
      return grow(node, PhraseTrie::kNumber).first;
    case PhraseToken::Kind::Gap:
      return grow_gap(node, static_cast<std::uint32_t>(token.gap));
    case PhraseToken::Kind::FullStop:
      return grow_wordless(node, PhraseTrie::kFullStop);
    case PhraseToken::Kind::Ampersand:
      return grow_wordless(node, PhraseTrie::kAmpersand);
    case PhraseToken::Kind::Reference:
      break;
  }
  return behind_list(node, token.list);
}

// One node behind all of these, beside those at which no word has just ended: the walk takes a word from them, and
// never arrives there.
std::vector<PhraseTrieBuilder::Node> PhraseTrieBuilder::narrowed(const std::vector<Node>& nodes, Node start) {
  std::vector<Node> kept;
  std::vector<Node> ended;
  for (const Node node : nodes) (node == start || drafts_[node].wordless ? kept : ended).push_back(node);
  if (!ended.empty()) kept.push_back(joined(ended));
  return kept;
}

// One node behind all of these.
PhraseTrieBuilder::Node PhraseTrieBuilder::joined(const std::vector<Node>& nodes) {
  const Node behind = new_node();
  for (const Node node : nodes) drafts_[node].joins.push_back(behind);
  return behind;
}

// The one node behind all terms of a list that start in `node`; phrases go on from it together. The root holds the
// terms itself, so that a word that begins none of them is passed over at once.
PhraseTrieBuilder::Node PhraseTrieBuilder::behind_list(Node node, TermListId list) {
  const auto [known, added] = behind_.try_emplace({node, list});
  if (!added) return known->second;
  const Node behind = known->second = new_node();
  if (node == PhraseTrie::kRoot) {
    for (const Phrase& phrase : lists_[list]) {
      for (const Node end : insert(phrase, node)) drafts_[end].joins.push_back(behind);
    }
  } else {
    const Node root = list_root(list);  // adds drafts
    drafts_[node].calls.emplace_back(root, behind);
  }
  return behind;
}

PhraseTrieBuilder::Node PhraseTrieBuilder::list_root(TermListId list) {
  if (list_roots_[list] != PhraseTrie::kRoot) return list_roots_[list];
  const Node root = list_roots_[list] = new_node();
  for (const Phrase& phrase : lists_[list]) {
    for (const Node end : insert(phrase, root)) drafts_[end].terminals.push_back(PhraseTrie::kListEnd);
  }
  return root;
}

void PhraseTrieBuilder::share_nodes() {
  shared_.assign(drafts_.size(), kUnshared);
  shared(PhraseTrie::kRoot);
  renumber();
}

PhraseTrieBuilder::Node PhraseTrieBuilder::shared(Node node) {
  if (shared_[node] == kUnshared) {
    point_to_shared(node);
    shared_[node] = outlines_.try_emplace(outline_of(node), node).first->second;
  }
  return shared_[node];
}

void PhraseTrieBuilder::point_to_shared(Node node) {
  Draft& draft = drafts_[node];
  for (Node& join : draft.joins) join = shared(join);
  for (auto& [root, back] : draft.calls) std::tie(root, back) = std::pair(shared(root), shared(back));
  for (auto& [most, behind] : draft.gaps) behind = shared(behind);
  for (Node& behind : draft.separated) behind = shared(behind);
  make_unique_set(draft.joins);
  make_unique_set(draft.terminals);
  for (std::size_t edge = first_edge(node); has_edge(node, edge); ++edge) {
    sorted_edges_[edge].second = shared(sorted_edges_[edge].second);
  }
}

std::vector<std::uint32_t> PhraseTrieBuilder::outline_of(Node node) const {
  const Draft& draft = drafts_[node];
  std::vector<std::uint32_t> outline = {draft.wordless};
  const auto add_size = [&](std::size_t size) { outline.push_back(static_cast<std::uint32_t>(size)); };
  add_size(draft.terminals.size());
  outline.insert(outline.end(), draft.terminals.begin(), draft.terminals.end());
  add_size(draft.joins.size());
  outline.insert(outline.end(), draft.joins.begin(), draft.joins.end());
  add_size(draft.calls.size());
  for (const auto& [root, back] : draft.calls) outline.insert(outline.end(), {root, back});
  add_size(draft.gaps.size());
  for (const auto& [most, behind] : draft.gaps) outline.insert(outline.end(), {most, behind});
  for (std::size_t edge = first_edge(node); has_edge(node, edge); ++edge) {
    const auto& [key, to] = sorted_edges_[edge];
    outline.insert(outline.end(), {static_cast<Symbol>(key), to});
  }
  return outline;
}

std::size_t PhraseTrieBuilder::first_edge(Node node) const {
  const auto first =
      std::ranges::lower_bound(sorted_edges_, edge_key(node, 0), {}, &std::pair<std::uint64_t, Node>::first);
  return static_cast<std::size_t>(first - sorted_edges_.begin());
}

bool PhraseTrieBuilder::has_edge(Node node, std::size_t edge) const {
  return edge < sorted_edges_.size() && sorted_edges_[edge].first >> 32 == node;
}

// Leaves only the nodes that stand for themselves, in their order.
void PhraseTrieBuilder::renumber() {
  std::vector<Node> number(drafts_.size());
  std::vector<Draft> kept;
  for (Node node = 0; node < drafts_.size(); ++node) {
    if (shared_[node] != node) continue;
    number[node] = static_cast<Node>(kept.size());
    kept.push_back(std::move(drafts_[node]));
  }
  for (Draft& draft : kept) {
    for (Node& join : draft.joins) join = number[join];
    for (auto& [root, back] : draft.calls) std::tie(root, back) = std::pair(number[root], number[back]);
    for (auto& [most, behind] : draft.gaps) behind = number[behind];
    for (Node& behind : draft.separated) behind = number[behind];
  }
  drafts_ = std::move(kept);
  std::erase_if(sorted_edges_, [&](const auto& edge) { return shared_[edge.first >> 32] != edge.first >> 32; });
  for (auto& [key, to] : sorted_edges_) {
    key = edge_key(number[key >> 32], static_cast<Symbol>(key));
    to = number[to];
  }
}

// The symbols that most nodes take have a bit each: they are words of every text ("the", "of"), and whatever shared
// their bit would seem to be met everywhere.
void PhraseTrieBuilder::assign_bits() {
  constexpr std::uint32_t kOwnBits = 48;
  constexpr std::uint32_t kSharedBits = ReadingSet::kBits - kOwnBits;
  std::vector<std::uint32_t> uses(trie_.vocabulary_.symbol_count());
  for (const auto& edge : edges_) ++uses[static_cast<Symbol>(edge.first)];
  std::vector<Symbol> symbols(uses.size());
  std::iota(symbols.begin(), symbols.end(), Symbol{0});
  std::stable_sort(symbols.begin(), symbols.end(), [&](Symbol a, Symbol b) { return uses[a] > uses[b]; });
  parts_.bits.resize(symbols.size());
  for (std::uint32_t rank = 0; rank < symbols.size(); ++rank) {
    const std::uint32_t bit = rank < kOwnBits ? rank : kOwnBits + symbols[rank] % kSharedBits;
    parts_.bits[symbols[rank]] = static_cast<std::uint8_t>(bit);
  }
}

// What a lexicon takes, all that call it take: until nothing changes, since lexicons call each other.
void PhraseTrieBuilder::set_takes() {
  takes_.assign(drafts_.size(), {});
  std::vector<std::pair<Node, Node>> starts;  // a node, and where its phrases go on that begin a block
  for (const auto& [key, to] : sorted_edges_) {
    const auto symbol = static_cast<Symbol>(key);
    if (symbol == PhraseTrie::kBlockStart) starts.emplace_back(static_cast<Node>(key >> 32), to);
    if (symbol >= PhraseTrie::kFirstWord || symbol == PhraseTrie::kNumber) takes_[key >> 32].add(parts_.bits[symbol]);
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (Node node = 0; node < drafts_.size(); ++node) {
      const ReadingSet before = takes_[node];
      for (const auto& [root, back] : drafts_[node].calls) takes_[node].add(takes_[root]);
      changed |= takes_[node] != before;
    }
    for (const auto& [node, start] : starts) {
      const ReadingSet before = takes_[node];
      takes_[node].add(takes_[start]);
      changed |= takes_[node] != before;
    }
  }
}

void PhraseTrieBuilder::set_outlooks() {
  outlooks_.assign(drafts_.size(), {});
  for (bool changed = true; changed;) {
    changed = false;
    for (Node node = static_cast<Node>(drafts_.size()); node-- > 0;) {
      const Outlook outlook = outlook_of(node);
      changed |= outlook != outlooks_[node];
      outlooks_[node] = outlook;
    }
  }
}

PhraseTrieBuilder::Outlook PhraseTrieBuilder::outlook_of(Node node) const {
  const Draft& draft = drafts_[node];
  Outlook outlook = {takes_[node], 1, !draft.terminals.empty()};
  for (const Node behind : draft.separated) outlook.onward.add(outlooks_[behind].onward);
  for (const auto& [most, behind] : draft.gaps) {
    outlook.onward.add(takes_[behind]);
    outlook.reach = std::max(outlook.reach, static_cast<std::uint16_t>(most + 1));
  }
  for (const Node join : draft.joins) {
    outlook.onward.add(outlooks_[join].onward);
    outlook.reach = std::max(outlook.reach, outlooks_[join].reach);
    outlook.ends |= outlooks_[join].ends;
  }
  return outlook;
}

PhraseTrie::NodeRecord PhraseTrieBuilder::next_record(PhraseTrie::SetIndex takes) const {
  const auto size = [](const auto& range) { return static_cast<std::uint32_t>(range.size()); };
  return {takes, size(parts_.edges), size(parts_.gaps), size(parts_.joins), size(parts_.calls), size(parts_.terminals)};
}

PhraseTrie::SetIndex PhraseTrieBuilder::set_index(const ReadingSet& set) {
  const auto [entry, added] = set_indexes_.try_emplace(set, static_cast<PhraseTrie::SetIndex>(parts_.sets.size()));
  if (added) parts_.sets.push_back(set);
  return entry->second;
}

void PhraseTrieBuilder::move_node(Node node) {
  Draft& draft = drafts_[node];
  parts_.nodes.push_back(next_record(set_index(takes_[node])));
  for (const auto& [most, behind] : draft.gaps) parts_.gaps.push_back({set_index(takes_[behind]), behind, most});
  for (const Node join : draft.joins) {
    const Outlook& outlook = outlooks_[join];
    parts_.joins.push_back({set_index(outlook.onward), join, outlook.reach, outlook.ends});
  }
  for (const auto& [root, back] : draft.calls) parts_.calls.push_back({set_index(takes_[root]), root, back});
  parts_.terminals.insert(parts_.terminals.end(), draft.terminals.begin(), draft.terminals.end());
}

void PhraseTrieBuilder::lay_out() {
  parts_.root.assign(trie_.vocabulary_.symbol_count(), PhraseTrie::kRoot);
  auto edge = sorted_edges_.begin();
  for (Node node = 0; node < drafts_.size(); ++node) {
    move_node(node);
    for (; edge != sorted_edges_.end() && edge->first >> 32 == node; ++edge) {
      const auto symbol = static_cast<Symbol>(edge->first);
      if (node == PhraseTrie::kRoot) parts_.root[symbol] = edge->second;
      parts_.edges.push_back({symbol, edge->second});
    }
  }
  parts_.nodes.push_back(next_record(set_index({})));
}

void PhraseTrieBuilder::move_to_trie() {
  trie_.nodes_ = std::move(parts_.nodes);
  trie_.edges_ = std::move(parts_.edges);
  trie_.gaps_ = std::move(parts_.gaps);
  trie_.joins_ = std::move(parts_.joins);
  trie_.calls_ = std::move(parts_.calls);
  trie_.terminals_ = std::move(parts_.terminals);
  trie_.root_ = std::move(parts_.root);
  trie_.bits_ = std::move(parts_.bits);
  trie_.sets_ = std::move(parts_.sets);
}

}  // namespace hypelint

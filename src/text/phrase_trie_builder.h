// Grows the trie of phrase_trie.h from phrases.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/phrase_trie.h"

namespace hypelint {

class PhraseTrieBuilder {
 public:
  // Both must outlive the builder. The trie's vocabulary takes the words of the phrases.
  PhraseTrieBuilder(const std::vector<std::vector<Phrase>>& lists, PhraseTrie& trie);

  // `wanted`, by list: its phrases are found wherever they stand.
  void build(const std::vector<bool>& wanted);

 private:
  using Node = PhraseTrie::Node;
  static constexpr Node kUnshared = static_cast<Node>(-1);
  struct Draft {
    std::vector<TermListId> terminals;
    std::vector<Node> joins;
    std::vector<std::pair<Node, Node>> calls;          // a lexicon's root, and where the phrase goes on
    std::vector<std::pair<std::uint32_t, Node>> gaps;  // most words, and what stands behind them
    std::vector<Node> separated;                       // behind a full stop or an ampersand
    bool wordless = false;                             // reached by a gap, a full stop or an ampersand
  };
  // The arrays of a trie while they grow.
  struct Parts {
    std::vector<PhraseTrie::NodeRecord> nodes;
    std::vector<PhraseTrie::Edge> edges;
    std::vector<PhraseTrie::Gap> gaps;
    std::vector<PhraseTrie::Join> joins;
    std::vector<PhraseTrie::Call> calls;
    std::vector<TermListId> terminals;
    std::vector<Node> root;
    std::vector<std::uint8_t> bits;
    std::vector<ReadingSet> sets;
  };
  // What an arrival at a node may lead to (PhraseTrie::Join).
  struct Outlook {
    ReadingSet onward;
    std::uint16_t reach = 1;
    bool ends = false;
    bool operator==(const Outlook&) const = default;
  };

  Node new_node();
  // The node that `symbol` leads to, and whether it is new.
  std::pair<Node, bool> grow(Node node, Symbol symbol);
  Node grow_wordless(Node node, Symbol symbol);
  Node grow_gap(Node node, std::uint32_t most);
  // The nodes at which a phrase that starts in `from` ends.
  std::vector<Node> insert(const Phrase& phrase, Node from);
  std::vector<Node> follow(Node from, const PhraseSequence& sequence);
  Node next_node(Node node, const PhraseToken& token);
  std::vector<Node> narrowed(const std::vector<Node>& nodes, Node start);
  Node joined(const std::vector<Node>& nodes);
  Node behind_list(Node node, TermListId list);
  Node list_root(TermListId list);

  // Nodes from which the same phrases go on become one: most ends of phrases are alike.
  void share_nodes();
  Node shared(Node node);
  // Lets the node lead to nodes that stand for themselves, each once.
  void point_to_shared(Node node);
  // Everything that a walk finds at the node.
  [[nodiscard]] std::vector<std::uint32_t> outline_of(Node node) const;
  // The edges of a node in sorted_edges_.
  [[nodiscard]] std::size_t first_edge(Node node) const;
  [[nodiscard]] bool has_edge(Node node, std::size_t edge) const;
  void renumber();

  void assign_bits();
  void set_takes();
  void set_outlooks();
  [[nodiscard]] Outlook outlook_of(Node node) const;
  void lay_out();
  void move_to_trie();
  void move_node(Node node);
  PhraseTrie::SetIndex set_index(const ReadingSet& set);
  // The ranges of a node that comes next.
  [[nodiscard]] PhraseTrie::NodeRecord next_record(PhraseTrie::SetIndex takes) const;

  const std::vector<std::vector<Phrase>>& lists_;
  PhraseTrie& trie_;
  Parts parts_;
  std::vector<Draft> drafts_;
  std::unordered_map<std::uint64_t, Node> edges_;       // node << 32 | symbol
  std::map<std::pair<Node, TermListId>, Node> behind_;  // by node and list
  std::vector<Node> list_roots_;                        // by list; PhraseTrie::kRoot while there is none
  std::vector<std::pair<std::uint64_t, Node>> sorted_edges_;
  std::vector<Node> shared_;                             // by node: the one that stands for it, or kUnshared
  std::map<std::vector<std::uint32_t>, Node> outlines_;  // what goes on from a node that stands for itself
  std::vector<ReadingSet> takes_;                        // by node
  std::vector<Outlook> outlooks_;                        // by node
  std::map<ReadingSet, PhraseTrie::SetIndex> set_indexes_;
};

}  // namespace hypelint

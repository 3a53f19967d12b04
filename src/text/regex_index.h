// Which regular expressions may match a text, and where, told by its words.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "support/flat_array.h"
#include "text/regex_gate.h"
#include "text/vocabulary.h"

namespace hypelint {

// A group of words of which a pattern needs one.
struct NeededGroup {
  std::uint32_t pattern;
  std::uint16_t group;  // of the pattern's gate
  bool capital;         // for a word that begins with a capital only

  auto operator<=>(const NeededGroup&) const = default;
};

// Immutable once built; patterns are numbered from 0.
class RegexIndex {
 public:
  // As in RegexGate.
  struct Gate {
    bool at_start;
    Marks marks;
    std::uint16_t groups;  // how many there are
    std::uint32_t most_words;
  };

  // Of no patterns.
  RegexIndex() : RegexIndex(std::vector<RegexGate>{}) {}
  // The gate of each pattern.
  explicit RegexIndex(const std::vector<RegexGate>& gates);

  [[nodiscard]] std::size_t size() const { return gates_.size(); }
  [[nodiscard]] const Gate& gate(std::uint32_t pattern) const { return gates_[pattern]; }
  // The groups with a word that stands in this word of a document.
  [[nodiscard]] std::vector<NeededGroup> groups_of(std::string_view document_word) const;

  template <typename Archive>
  friend void fields(Archive& archive, RegexIndex& index) {
    archive(index.gates_, index.words_, index.ends_, index.groups_);
  }

 private:
  void append(std::string_view word, std::vector<NeededGroup>& groups) const;

  FlatArray<Gate> gates_;  // by pattern
  Vocabulary words_;
  FlatArray<std::uint32_t> ends_;  // by symbol: where its groups end, and those of the next begin
  FlatArray<NeededGroup> groups_;
};

// Words of a text, half-open, on some of which every match of the pattern lies that is to be found there.
struct RegexWindow {
  std::uint32_t pattern;
  std::uint32_t begin;
  std::uint32_t end;

  auto operator<=>(const RegexWindow&) const = default;
};

// Finds where all words that a pattern needs stand so near to each other as they do in a match. The buffers serve for
// one text after another.
class RegexWindows {
 public:
  explicit RegexWindows(const RegexIndex& index) : index_(index), seen_(index.size()) {}

  // The next word of the text, for which index.groups_of() said so.
  void meet(std::span<const NeededGroup> groups, std::uint32_t word);
  // Appends the windows of a text with that many words, by pattern and place, no two of a pattern with a common word,
  // and begins a new text.
  void take(std::uint32_t words, std::vector<RegexWindow>& windows);

 private:
  struct Seen {
    std::array<std::uint32_t, kWordGroups> last{};  // by group: behind the last word of it, from the first text on
    std::uint32_t window = 0;                       // index of the last window
  };

  const RegexIndex& index_;
  std::uint32_t before_ = 0;  // words of earlier texts
  std::vector<Seen> seen_;    // by pattern
  std::vector<RegexWindow> windows_;
};

}  // namespace hypelint

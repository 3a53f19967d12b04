// A document laid out for rules: every term list's hits and every evidence kind's places in order, and for each
// reach the sentences and the support it holds. Built once per document; every question is answered in O(log n).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "hypelint/evidence.h"
#include "hypelint/matcher.h"
#include "hypelint/rule.h"
#include "hypelint/text.h"
#include "rules/compile.h"

namespace hypelint {

// A place in the text: a hit or a piece of evidence.
struct Occurrence {
  std::uint32_t block = 0;
  std::uint32_t sentence = 0;
  TextSpan span;
};

using Occurrences = std::span<const Occurrence>;  // in document order

// The part of `all` that stands in sentences [begin, end).
Occurrences within_sentences(Occurrences all, std::uint32_t begin, std::uint32_t end);
// Index of the first occurrence at or after the place.
std::size_t first_at(Occurrences all, std::uint32_t block, std::uint32_t byte);
// Some occurrence shares a byte with the span.
bool overlaps_any(Occurrences all, std::uint32_t block, TextSpan span);

// Occurrences by key (TermListId or EvidenceKind), each in document order.
class OccurrenceTable {
 public:
  OccurrenceTable() = default;
  OccurrenceTable(std::size_t keys, std::span<const Hit> hits);
  explicit OccurrenceTable(std::span<const Evidence> evidence);

  [[nodiscard]] Occurrences of(std::size_t key) const;
  [[nodiscard]] Occurrences of(EvidenceKind kind) const { return of(static_cast<std::size_t>(kind)); }

 private:
  std::vector<std::uint32_t> first_;  // keys + 1 entries
  std::vector<Occurrence> places_;
};

// Evidence of a stretch of text.
struct Support {
  KindSet kinds = 0;
  TierSet tiers = 0;

  Support& operator|=(Support other) {
    kinds |= other.kinds;
    tiers = static_cast<TierSet>(tiers | other.tiers);
    return *this;
  }
};

// Where a rule looks: a hit, a piece of evidence, the text of a link.
struct Trigger {
  std::uint32_t block = 0;
  std::uint32_t sentence = 0;
  TextSpan span;
  std::uint32_t first_word = 0;  // [first_word, end_word) in Text::words
  std::uint32_t end_word = 0;
};

inline Trigger trigger_of(const Hit& hit) { return {hit.block, hit.sentence, hit.span, hit.first_word, hit.end_word}; }

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// How many sentences hold evidence of one of the kinds for which `counts` holds.
template <typename Counts>
std::size_t count_sentences(const EvidenceIndex& evidence, KindSet kinds, const Counts& counts) {
  std::size_t count = 0;
  std::optional<std::uint32_t> last;
  for (const Evidence& item : evidence.all()) {
    if ((bit(item.kind) & kinds) == 0 || item.sentence == last || !counts(item)) continue;
    last = item.sentence;
    ++count;
  }
  return count;
}
inline std::size_t count_sentences(const EvidenceIndex& evidence, KindSet kinds) {
  return count_sentences(evidence, kinds, [](const Evidence&) { return true; });
}
// The document summarises one identified paper: its identifier, or its named journal with a year, stands at the top,
// and no second one stands anywhere.
bool summarises_one_paper(const Text& text, const EvidenceIndex& evidence);
// The document opens with a dateline ("LYON, France, May 3 -- ") or holds wording of press releases.
bool is_press_release(const Text& text, const EvidenceIndex& evidence);

// One value for each place, of which most have none: those share an empty one.
template <typename Value>
class Sparse {
 public:
  explicit Sparse(std::size_t places) : index_(places) {}

  [[nodiscard]] const Value& operator[](std::size_t place) const { return values_[index_[place]]; }
  // The place's own value, empty when new.
  Value& at(std::size_t place) {
    if (index_[place] == 0) {
      index_[place] = static_cast<std::uint32_t>(values_.size());
      values_.emplace_back();
    }
    return values_[index_[place]];
  }

 private:
  std::vector<std::uint32_t> index_;
  std::vector<Value> values_{Value{}};
};

class Scene {
 public:
  // All arguments must outlive the scene.
  Scene(const Text& text, const EvidenceIndex& evidence, const Hits& hits, std::size_t lists);

  [[nodiscard]] const Text& text() const { return text_; }
  [[nodiscard]] const Document& document() const { return *text_.document; }
  [[nodiscard]] const EvidenceIndex& evidence() const { return evidence_; }
  [[nodiscard]] const Hits& hits() const { return hits_; }
  [[nodiscard]] Occurrences terms(TermListId list) const { return terms_.of(list); }
  [[nodiscard]] Occurrences wording(EvidenceKind kind) const { return wording_.of(kind); }

  [[nodiscard]] const Block& block_of(const Trigger& trigger) const { return document().blocks[trigger.block]; }
  [[nodiscard]] const Sentence& sentence_of(const Trigger& trigger) const { return text_.sentences[trigger.sentence]; }
  // Code and blocks without words have none, nor does a place outside every block.
  [[nodiscard]] bool has_sentences(std::uint32_t block) const;
  // Only where the block has sentences.
  [[nodiscard]] Trigger trigger_at(std::uint32_t block, TextSpan span) const;

  [[nodiscard]] Support support(const Trigger& trigger, Reach reach) const;
  [[nodiscard]] const Support& document_support() const { return document_; }
  // Sentences within reach: of the block, of its lead-in or row, of its bullets; ranges may be empty.
  [[nodiscard]] std::array<Range, 3> sentences(const Trigger& trigger, Reach reach) const;
  // Equal for triggers that share a sentence, paragraph, section or document.
  [[nodiscard]] std::uint32_t unit(const Trigger& trigger, Reach reach) const;
  // The header cell over a table cell.
  [[nodiscard]] std::optional<std::uint32_t> column_header(std::uint32_t block) const;
  // The document summarises one identified paper.
  [[nodiscard]] bool single_source() const { return single_source_; }
  [[nodiscard]] bool press_release() const { return press_release_; }
  // The page asks for an order, or was called promotional for what it praises.
  [[nodiscard]] bool promotional() const { return promotional_; }
  void call_promotional() { promotional_ = true; }
  // Links of a block in text order.
  [[nodiscard]] std::span<const std::uint32_t> links_in(std::uint32_t block) const;

 private:
  struct Place {
    std::uint32_t section = 0;    // index into sections_
    std::uint32_t paragraph = 0;  // the outermost lead-in, the first cell of the row, or the block
  };
  struct Neighbours {
    Range row;      // blocks of the table row; empty elsewhere
    Range header;   // that of the cell's column; empty without one
    Range bullets;  // blocks between the first and last bullet that this block introduces
  };
  struct Section {
    Range blocks;
    Support support;
  };

  [[nodiscard]] Range sentences_of_blocks(Range blocks) const;
  void lay_out_blocks();
  void lay_out_rows();
  void lay_out_columns();
  void gather_support();
  void sort_links();

  const Text& text_;
  const EvidenceIndex& evidence_;
  const Hits& hits_;
  OccurrenceTable terms_;
  OccurrenceTable wording_;
  Sparse<Support> by_sentence_;
  std::vector<Place> places_;
  Sparse<Neighbours> neighbours_;  // by block, as the next two
  Sparse<Support> own_;
  Sparse<Support> around_;  // of lead-in, bullets and row
  std::vector<Section> sections_;
  Support document_;
  std::vector<std::uint32_t> links_;
  std::vector<std::uint32_t> first_link_;
  bool single_source_ = false;
  bool press_release_ = false;
  bool promotional_ = false;
};

}  // namespace hypelint

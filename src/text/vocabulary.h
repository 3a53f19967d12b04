// The words and word beginnings that phrases use, interned; document words are looked up without allocation.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "support/flat_array.h"

namespace hypelint {

using Symbol = std::uint32_t;
inline constexpr Symbol kNoSymbol = 0;

// What a document word may stand for in a phrase.
struct WordSymbols {
  Symbol exact = kNoSymbol;
  Symbol base = kNoSymbol;       // without a possessive 's
  Symbol prefix = kNoSymbol;     // the longest known beginning; shorter_prefix() leads to the others
  std::uint32_t possessive = 0;  // bytes of the 's at the end of the word; 0 when it has none
  bool number_word = false;      // one … twelve, hundreds, thousands, millions
};

class Vocabulary {
 public:
  // Symbols below the first belong to the caller.
  explicit Vocabulary(Symbol first);

  // Arguments are case-folded.
  Symbol intern_word(std::string_view word);
  Symbol intern_prefix(std::string_view prefix);
  // Builds the lookup tables; nothing may be interned afterwards.
  void freeze();

  [[nodiscard]] WordSymbols find(std::string_view document_word) const;
  // The same for text without case: one character of an ideographic word.
  [[nodiscard]] WordSymbols find_character(std::string_view character) const;
  [[nodiscard]] Symbol shorter_prefix(Symbol prefix) const { return shorter_[prefix]; }
  [[nodiscard]] Symbol symbol_count() const { return next_; }

  // Of a frozen vocabulary.
  template <typename Archive>
  friend void fields(Archive& archive, Vocabulary& vocabulary) {
    archive(vocabulary.first_number_word_, vocabulary.end_number_word_, vocabulary.next_, vocabulary.texts_,
            vocabulary.text_ends_, vocabulary.shorter_, vocabulary.word_table_, vocabulary.prefix_table_,
            vocabulary.prefix_lengths_, vocabulary.prefix_filter_);
  }

 private:
  // Open addressing over entries of one kind; a power of two in size, at most half full.
  struct Slot {
    std::uint32_t hash;
    Symbol symbol;
  };
  using Table = FlatArray<Slot>;
  using Interned = std::unordered_map<std::string, Symbol>;

  Symbol intern(Interned& map, std::string_view text);
  [[nodiscard]] std::string_view text_of(Symbol symbol) const {
    const std::uint32_t begin = symbol == 0 ? 0 : text_ends_[symbol - 1];
    return {texts_.data() + begin, text_ends_[symbol] - begin};
  }
  void freeze_texts();
  [[nodiscard]] Table table_of(const Interned& map) const;
  template <typename Same>
  [[nodiscard]] Symbol look_up(const Table& table, std::uint32_t hash, Same same) const;
  template <typename Fold>
  [[nodiscard]] WordSymbols find_folded(std::string_view word, std::uint32_t possessive, Fold fold) const;

  static constexpr std::size_t kFilterBits = 1 << 14;

  Symbol first_number_word_ = 0;
  Symbol end_number_word_ = 0;
  Symbol next_;
  Interned words_;
  Interned prefixes_;
  FlatArray<char> texts_;               // of all symbols, one behind the other
  FlatArray<std::uint32_t> text_ends_;  // by symbol
  FlatArray<Symbol> shorter_;           // by symbol
  Table word_table_;
  Table prefix_table_;
  FlatArray<std::uint8_t> prefix_lengths_;  // by byte length: whether some prefix has it
  std::array<std::uint64_t, kFilterBits / 64> prefix_filter_{};
};

}  // namespace hypelint

#include "text/vocabulary.h"

#include <algorithm>
#include <bit>

#include "support/ascii.h"
#include "text/folding.h"
#include "text/word_breaks.h"

namespace hypelint {
namespace {

constexpr auto kNumberWords =
    std::to_array<std::string_view>({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                                     "eleven", "twelve", "hundreds", "thousands", "millions"});

// FNV-1a; the hash of a word passes through the hashes of all its beginnings.
constexpr std::uint32_t kSeed = 2166136261U;
constexpr std::uint32_t step(std::uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 16777619U; }
constexpr std::size_t place(std::uint32_t hash) { return hash ^ (hash >> 15); }

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = kSeed;
  for (const char c : text) hash = step(hash, c);
  return hash;
}

std::uint32_t possessive_size(std::string_view word) {
  const std::size_t size = word.size();
  if (size < 3 || ascii::lower(word[size - 1]) != 's') return 0;
  if (word[size - 2] == '\'') return 2;
  return size > 4 && word.substr(size - 4, 3) == "\u2019" ? 4 : 0;
}

}  // namespace

Vocabulary::Vocabulary(Symbol first) : next_(first) {
  first_number_word_ = next_;
  for (const std::string_view word : kNumberWords) intern_word(word);
  end_number_word_ = next_;
}

Symbol Vocabulary::intern(Interned& map, std::string_view text) {
  const auto [entry, added] = map.emplace(std::string(text), next_);
  if (added) ++next_;
  return entry->second;
}

Symbol Vocabulary::intern_word(std::string_view word) { return intern(words_, word); }

Symbol Vocabulary::intern_prefix(std::string_view prefix) { return intern(prefixes_, prefix); }

Vocabulary::Table Vocabulary::table_of(const Interned& map) const {
  std::vector<Slot> slots(std::bit_ceil(2 * map.size() + 2));
  const std::size_t mask = slots.size() - 1;
  for (const auto& [text, symbol] : map) {
    const std::uint32_t hash = hash_of(text);
    std::size_t at = place(hash) & mask;
    while (slots[at].symbol != kNoSymbol) at = (at + 1) & mask;
    slots[at] = {hash, symbol};
  }
  return slots;
}

void Vocabulary::freeze_texts() {
  std::vector<std::string_view> by_symbol(next_);
  for (const Interned* map : {&words_, &prefixes_}) {
    for (const auto& [text, symbol] : *map) by_symbol[symbol] = text;
  }
  std::vector<char> texts;
  std::vector<std::uint32_t> ends;
  for (const std::string_view text : by_symbol) {
    texts.insert(texts.end(), text.begin(), text.end());
    ends.push_back(static_cast<std::uint32_t>(texts.size()));
  }
  texts_ = std::move(texts);
  text_ends_ = std::move(ends);
}

void Vocabulary::freeze() {
  freeze_texts();
  word_table_ = table_of(words_);
  prefix_table_ = table_of(prefixes_);
  std::vector<Symbol> shorter(next_, kNoSymbol);
  std::vector<std::uint8_t> lengths;
  for (const auto& [text, symbol] : prefixes_) {
    if (lengths.size() <= text.size()) lengths.resize(text.size() + 1);
    lengths[text.size()] = 1;
    const std::size_t bit = place(hash_of(text)) % kFilterBits;
    prefix_filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    for (std::size_t size = text.size() - 1; size > 0 && shorter[symbol] == kNoSymbol; --size) {
      const auto found = prefixes_.find(text.substr(0, size));
      if (found != prefixes_.end()) shorter[symbol] = found->second;
    }
  }
  shorter_ = std::move(shorter);
  prefix_lengths_ = std::move(lengths);
}

template <typename Same>
Symbol Vocabulary::look_up(const Table& table, std::uint32_t hash, Same same) const {
  const std::size_t mask = table.size() - 1;
  for (std::size_t at = place(hash) & mask; table[at].symbol != kNoSymbol; at = (at + 1) & mask) {
    if (table[at].hash == hash && same(text_of(table[at].symbol))) return table[at].symbol;
  }
  return kNoSymbol;
}

template <typename Fold>
WordSymbols Vocabulary::find_folded(std::string_view word, std::uint32_t possessive, Fold fold) const {
  WordSymbols result;
  result.possessive = possessive;
  const auto same = [&](std::size_t size) {
    return [&, size](std::string_view text) {
      return text.size() == size && std::equal(text.begin(), text.end(), word.begin(),
                                               [&](char ours, char theirs) { return ours == fold(theirs); });
    };
  };
  const std::size_t base = possessive ? word.size() - 2 : 0;
  std::uint32_t hash = kSeed;
  for (std::size_t size = 1; size <= word.size(); ++size) {
    hash = step(hash, fold(word[size - 1]));
    if (size < prefix_lengths_.size() && prefix_lengths_[size] != 0) {
      const std::size_t bit = place(hash) % kFilterBits;
      if (prefix_filter_[bit / 64] >> (bit % 64) & 1) {
        const Symbol prefix = look_up(prefix_table_, hash, same(size));
        if (prefix != kNoSymbol) result.prefix = prefix;
      }
    }
    if (size == base) result.base = look_up(word_table_, hash, same(size));
  }
  result.exact = look_up(word_table_, hash, same(word.size()));
  result.number_word = result.exact >= first_number_word_ && result.exact < end_number_word_;
  return result;
}

WordSymbols Vocabulary::find(std::string_view word) const {
  const std::uint32_t possessive = possessive_size(word);
  if (is_ascii(word)) return find_folded(word, possessive, [](char c) { return ascii::lower(c); });
  return find_folded(fold_case(word), possessive, [](char c) { return c; });
}

WordSymbols Vocabulary::find_character(std::string_view character) const {
  return find_folded(character, 0, [](char c) { return c; });
}

}  // namespace hypelint

// The reference list of a document: what numeric, author-year and footnote markers can point to.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "hypelint/evidence.h"

namespace hypelint {

class References {
 public:
  explicit References(const Text& text);

  [[nodiscard]] bool has_number(int number) const { return numbers_.contains(number); }
  // Some entry holds the surname and the year; an acronym stands for the name that begins the entry.
  [[nodiscard]] bool has_author(std::string_view surname, std::string_view year) const;
  [[nodiscard]] bool has_footnote(std::string_view label) const;
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  // Entries carry numbers of their own ("1.", "[1]").
  [[nodiscard]] bool is_numbered() const { return numbered_; }
  [[nodiscard]] std::size_t entry_count() const { return numbers_.size(); }
  // Blocks of the list.
  [[nodiscard]] std::span<const std::uint32_t> entries() const { return entries_; }
  // Where a complaint about the whole list belongs: its heading, or its first entry.
  [[nodiscard]] std::uint32_t anchor_block() const;
  // The list is announced as sources, not as further reading.
  [[nodiscard]] bool supports_text() const;

 private:
  void add_entry(std::uint32_t block);
  void add_numbers(std::string_view entry, bool list_item);
  void index_names(std::string_view entry);

  const Text& text_;
  std::vector<std::uint32_t> entries_;
  std::unordered_set<int> numbers_;
  std::unordered_set<std::string> named_years_;  // surname, space, year
  std::unordered_set<std::string> footnotes_;    // lower-case labels
  bool numbered_ = false;
  int position_ = 0;
};

// Blocks whose text counts as the article's own: body and metadata, code excluded.
bool is_prose(const Block& block);

// The value of superscript digits at the start of the text and how many bytes they take; 0 bytes for none.
struct Superscript {
  int value = 0;
  std::size_t size = 0;
};
Superscript superscript_at(std::string_view text);

}  // namespace hypelint

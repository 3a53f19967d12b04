#include "document/classify_references.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "document/section_names.h"
#include "support/count_words.h"

namespace hypelint {
namespace {

constexpr std::size_t kMinTrailingEntries = 2;
constexpr std::size_t kMaxBlocksAfterEntries = 8;
constexpr std::size_t kMaxWordsAfterEntries = 12;
constexpr std::size_t kMinWordsOfProse = 8;

// Bytes of "[12]", "12." or "12)" at the start; 0 for none.
std::size_t number_size(std::string_view text) {
  const std::size_t begin = text.starts_with('[') ? 1 : 0;
  const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
  const bool closed = end < text.size() && std::string_view("].)").find(text[end]) != std::string_view::npos;
  return closed && end > begin && end < begin + 4 ? end + 1 : 0;
}

bool is_numbered(const Block& block) { return is_item(block) || number_size(block.text) > 0; }

bool is_in_brackets(const Block& block) { return block.text.starts_with('[') && number_size(block.text) > 0; }

bool holds_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos;
}

// "[3] https://example.org/study".
bool is_numbered_address(const Block& block) {
  std::string_view text = block.text;
  text.remove_prefix(number_size(text));
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return is_in_brackets(block) && (text.starts_with("http") || text.starts_with("www.")) &&
         text.find(' ') == std::string_view::npos;
}

// What only an entry has, or what prose that speaks to its reader may have too.
bool has_signs_of_entry(const Block& block) {
  if (reads_as_bibliographic_entry(block.text)) return true;
  return (holds_year(block.text) || holds_address(block.text)) && !speaks_to_reader(block.text);
}

bool may_be_entry(const Block& block) {
  return block.kind != BlockKind::Heading && block.kind != BlockKind::Button && block.role == Role::None;
}

bool is_long_sentence(std::string_view text) {
  const bool stopped = !text.empty() && std::string_view(".!?").find(text.back()) != std::string_view::npos;
  return stopped && count_words(text, kMinWordsOfProse) >= kMinWordsOfProse;
}

bool is_prose_after_entries(const Block& block) {
  if (block.kind == BlockKind::Heading || block.role == Role::References) return false;
  return speaks_to_reader(block.text) || begins_with_call_to_action(block.text) || is_long_sentence(block.text);
}

bool is_prose_to_reader(const Block& block) { return may_be_entry(block) && speaks_to_reader(block.text); }

// A note that states something itself and names no source.
bool is_remark(const Block& note, bool linked) {
  if (reads_as_bibliographic_entry(note.text)) return false;
  const bool source = linked || has_signs_of_entry(note);
  return speaks_to_reader(note.text) || (!source && is_long_sentence(note.text));
}

// Just behind the last entry among [begin, end), or `begin`. All items of a list are entries if one is, or if the list
// is the first thing in the section.
std::size_t end_of_last_entry(const Document& document, std::size_t begin, std::size_t end) {
  std::set<std::uint32_t> lists;
  std::size_t last = begin;
  for (std::size_t i = begin; i < end; ++i) {
    const Block& block = document.blocks[i];
    if (!may_be_entry(block)) continue;
    const bool listed = is_item(block) && (last == begin || lists.contains(block.group));
    if (!listed && !has_signs_of_entry(block) && (is_item(block) || number_size(block.text) == 0)) continue;
    if (is_item(block)) lists.insert(block.group);
    last = i + 1;
  }
  return last;
}

// Roles for the entries that begin at `begin` and follow each other.
void mark_entries(Document& document, std::size_t begin) {
  auto& blocks = document.blocks;
  const Zone zone = blocks[begin].zone;
  const std::uint32_t list = blocks[begin].group;
  for (std::size_t i = begin; i < blocks.size() && blocks[i].zone == zone && may_be_entry(blocks[i]); ++i) {
    const bool listed = is_item(blocks[i]) && blocks[i].group == list;
    if (!listed && number_size(blocks[i].text) == 0 && !has_signs_of_entry(blocks[i])) return;
    blocks[i].role = Role::References;
  }
}

bool may_follow_entries(const Block& block) {
  return block.zone != Zone::Body || block.role == Role::Disclaimer || block.kind == BlockKind::Button ||
         count_words(block.text, kMaxWordsAfterEntries) <= kMaxWordsAfterEntries;
}

bool is_trailing_entry(const Block& block) {
  return block.zone == Zone::Body && is_numbered(block) &&
         (reads_as_bibliographic_entry(block.text) || is_numbered_address(block));
}

}  // namespace

std::size_t end_of_references(const Document& document, std::size_t begin, std::size_t end) {
  const std::size_t entries_end = end_of_last_entry(document, begin, end);
  const auto& blocks = document.blocks;
  if (entries_end == begin) {
    const bool prose = std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                                   blocks.begin() + static_cast<std::ptrdiff_t>(end), is_prose_to_reader);
    return prose ? begin : end;
  }
  std::size_t prose = entries_end;
  while (prose < end && !is_prose_after_entries(blocks[prose])) ++prose;
  if (prose == end) return end;
  while (prose > entries_end && blocks[prose - 1].kind == BlockKind::Heading) --prose;
  return prose;
}

void release_remarks(Document& document) {
  std::vector<bool> linked(document.blocks.size());
  for (const Link& link : document.links) {
    if (link.block < linked.size()) linked[link.block] = true;
  }
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    if (block.role == Role::References && is_remark(block, linked[i])) block.role = Role::None;
  }
}

void classify_announced_entries(Document& document) {
  const auto& blocks = document.blocks;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    const bool announces = blocks[i].kind == BlockKind::Paragraph && blocks[i].role == Role::None &&
                           names_reference_section(blocks[i].text);
    if (announces && blocks[i].zone == blocks[i + 1].zone) mark_entries(document, i + 1);
  }
}

void classify_trailing_entries(Document& document) {
  auto& blocks = document.blocks;
  std::size_t end = blocks.size();
  std::size_t body_blocks_after = 0;
  while (end > 0 && !is_trailing_entry(blocks[end - 1])) {
    const Block& block = blocks[end - 1];
    if (block.zone == Zone::Body && ++body_blocks_after > kMaxBlocksAfterEntries) return;
    if (!may_follow_entries(block)) return;
    --end;
  }
  std::size_t begin = end;
  while (begin > 0 && is_trailing_entry(blocks[begin - 1])) --begin;
  if (begin == end || (end - begin < kMinTrailingEntries && !is_in_brackets(blocks[begin]))) return;
  for (std::size_t i = begin; i < end; ++i) {
    if (blocks[i].role == Role::None) blocks[i].role = Role::References;
  }
}

}  // namespace hypelint

// The only code that appends block text and its SourceMap. Format parsers drive it; it folds typography,
// collapses white space and keeps the map exact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/document.h"

namespace hypelint {

class BlockBuilder {
 public:
  // Half of what TextSpan can hold; no single piece of text comes near the other half.
  static constexpr std::size_t kMaxBlockBytes = std::size_t{1} << 31;

  // Appends to `out.blocks` and `out.links`; both must outlive the builder. A block that has reached `max_block_bytes`
  // goes on in a second block like it, and an open link in a second link.
  BlockBuilder(const Source& source, Document& out, std::size_t max_block_bytes = kMaxBlockBytes);

  // Makes room for so many more blocks; a hint.
  void expect(std::size_t blocks);
  // Where the next opened blocks stand. Kept until changed.
  void set_zone(Zone zone);
  void set_role(Role role);
  [[nodiscard]] Zone zone() const;
  [[nodiscard]] Role role() const;

  // Starts a block, closing an open one. A block that gets no text but white space is dropped on close
  // (its links stay, attached to the preceding block with an empty text span; without a preceding block of its zone
  // the empty block stays). Text and links outside of a block open a paragraph.
  void open(BlockKind kind, int level = 0);
  void close();
  [[nodiscard]] bool is_open() const;
  // A block is open and holds text.
  [[nodiscard]] bool has_text() const;
  // A number > 0 that lists, rows and definitions share; set for the blocks opened until reset with 0.
  std::uint32_t new_group();
  void set_group(std::uint32_t group);
  // 1-based cell number and header flag for the block just opened.
  void set_cell(std::uint32_t column, bool header);
  // Changes the zone of the open block; those that follow keep theirs.
  void move_block(Zone zone);

  // Source bytes that are text as they stand; folding and collapsing included.
  void text(SourceSpan span);
  // Text that stands for source bytes of another spelling (entity, escape); folded like text.
  void replacement(std::string_view utf8, SourceSpan span);
  // White space that must separate words (soft break, <br>, block-ish inline element).
  void space(SourceSpan span);
  // Between true and false, digits, commas and dashes are written as superscripts (see Block::text).
  void superscript(bool on);

  // Links nest at most one deep: a second begin closes the first.
  void begin_link(std::string address, SourceSpan address_span, LinkRole role);
  void end_link();

 private:
  struct OpenLink {
    std::size_t index;  // into Document::links
    std::uint32_t text_begin;
  };
  // Text that is neither white space nor in need of folding.
  void append(std::string_view utf8, SourceSpan span, bool verbatim);
  void append_code_point(std::string_view utf8, char32_t value, SourceSpan span, bool verbatim);
  void flush_space();
  void open_implicitly();
  void split_if_full();
  void split_block();
  void place_block_in_outline(Block& block);
  void drop_empty_block();

  const Source& source_;
  Document& out_;
  std::size_t max_block_bytes_;
  Zone zone_ = Zone::Body;
  Role role_ = Role::None;
  std::optional<Block> block_;
  std::optional<OpenLink> link_;
  std::size_t first_link_of_block_ = 0;
  std::vector<std::optional<std::uint32_t>> headings_;  // by level
  std::uint32_t group_ = 0;
  std::uint32_t last_group_ = 0;
  bool superscript_ = false;
  bool pending_space_ = false;
  SourceSpan pending_span_;
};

}  // namespace hypelint

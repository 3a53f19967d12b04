// Writes finished Markdown leaves into blocks.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/markdown_leaf.h"
#include "document/markdown_mask.h"
#include "document/parsers.h"
#include "hypelint/document.h"

namespace hypelint {

class LeafPlayer {
 public:
  // Spans of leaves refer to `text`, which is what `masked` was made of; HTML is read from the masked text. All
  // arguments must outlive the player.
  LeafPlayer(std::string_view text, const MaskedMarkdown& masked, MarkupSyntax syntax, BlockBuilder& builder,
             Document& out);

  std::uint32_t new_group();
  // Writes the blocks of a leaf, then those of its images.
  void play(const Leaf& leaf, Role role);
  // Feeds the pieces of an HTML block.
  void play_html(const std::vector<Inline>& pieces);

 private:
  struct Pen;
  void play_part(const Leaf& leaf, const LeafPart& part);
  void play_captions(const Leaf& leaf);
  void play_inline(const Inline& piece, Pen& pen);
  void feed_piece(const Inline& piece, Pen& pen);
  void begin_link(const Inline& piece, Pen& pen);
  void write_text(SourceSpan span, Pen& pen);
  void write_gap(std::size_t next, Pen& pen);
  void feed_html(SourceSpan span);
  template <typename Visible, typename Hidden>
  void split_hidden(SourceSpan span, Visible visible, Hidden hidden) const;
  void ensure_open(const Leaf& leaf, const LeafPart& part);

  std::string_view text_;
  const std::vector<SourceSpan>& hidden_;
  BlockBuilder& builder_;
  HtmlFragments html_;
};

}  // namespace hypelint

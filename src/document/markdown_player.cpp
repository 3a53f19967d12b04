#include "document/markdown_player.h"

#include <algorithm>
#include <utility>

#include "document/markdown_scan.h"

namespace hypelint {
namespace {

using Type = Inline::Type;

bool has_bytes(const Inline& piece) { return piece.type == Type::Text || piece.type == Type::Replacement; }

bool has_own_text(const Leaf& leaf) {
  int images = 0;
  for (const Inline& piece : leaf.inlines) {
    if (piece.type == Type::ImageBegin) ++images;
    if (piece.type == Type::ImageEnd) --images;
    if (images == 0 && (has_bytes(piece) || piece.type == Type::Html)) return true;
  }
  return false;
}

}  // namespace

// Where the text of one block has got to.
struct LeafPlayer::Pen {
  std::size_t last = 0;  // end of the last text
  bool gap = false;      // white space is due before the next text
  int images = 0;        // depth of open images
  bool in_link = false;
};

LeafPlayer::LeafPlayer(std::string_view text, const MaskedMarkdown& masked, MarkupSyntax syntax, BlockBuilder& builder,
                       Document& out)
    : text_(text), hidden_(masked.hidden), builder_(builder), html_(masked.text, syntax, builder, out) {}

std::uint32_t LeafPlayer::new_group() {
  const std::uint32_t group = builder_.new_group();
  builder_.set_group(0);
  return group;
}

void LeafPlayer::play(const Leaf& leaf, Role role) {
  html_.begin_leaf();
  const TextUse use = html_.text_use();
  const Role outer = builder_.role();
  if (role != Role::None) builder_.set_role(role);
  if (has_own_text(leaf)) {
    for (const LeafPart& part : split_leaf(leaf, text_)) play_part(leaf, part);
  }
  html_.end_leaf();
  if (use == TextUse::Shown || use == TextUse::Hidden) play_captions(leaf);
  if (role != Role::None) builder_.set_role(outer);
}

void LeafPlayer::play_html(const std::vector<Inline>& pieces) {
  for (std::size_t i = 0; i < pieces.size();) {
    SourceSpan span = pieces[i].span;
    for (++i; i < pieces.size() && is_blank_line(text_.substr(span.end, pieces[i].span.begin - span.end)); ++i) {
      span.end = pieces[i].span.end;
    }
    // The line end belongs to the markup: it separates words.
    const std::size_t end = text_.find_first_not_of(" \t\r", span.end);
    if (end != kNoOffset && text_[end] == '\n') span.end = end + 1;
    feed_html(span);
  }
}

void LeafPlayer::ensure_open(const Leaf& leaf, const LeafPart& part) {
  if (builder_.is_open() || html_.open_block(part.bold_heading ? BlockKind::Heading : leaf.kind)) return;
  builder_.set_group(leaf.group);
  builder_.open(part.bold_heading ? BlockKind::Heading : leaf.kind, part.bold_heading ? 4 : leaf.level);
  if (leaf.column > 0) builder_.set_cell(leaf.column, leaf.header_cell);
  builder_.set_group(0);
}

void LeafPlayer::play_part(const Leaf& leaf, const LeafPart& part) {
  builder_.close();
  Pen pen;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    if (leaf.inlines[i].type != Type::Html) {
      ensure_open(leaf, part);
      play_inline(leaf.inlines[i], pen);
      continue;
    }
    SourceSpan span = leaf.inlines[i].span;
    ensure_open(leaf, part);
    if (pen.gap) write_gap(span.begin, pen);
    for (; i + 1 < part.end && leaf.inlines[i + 1].type == Type::Html; ++i) {
      const SourceSpan next = leaf.inlines[i + 1].span;
      if (!is_blank_line(text_.substr(span.end, next.begin - span.end))) break;
      span.end = next.end;
    }
    feed_html(span);
    pen.last = std::max(pen.last, span.end);
  }
  builder_.close();
}

void LeafPlayer::play_inline(const Inline& piece, Pen& pen) {
  const TextUse use = html_.text_use();
  const bool dropped = use == TextUse::Markup || use == TextUse::Skipped;
  if (use == TextUse::Markup && has_bytes(piece)) return feed_piece(piece, pen);
  if (use == TextUse::Hidden && has_bytes(piece)) return;
  if (piece.type == Type::ImageEnd) --pen.images;
  if (piece.type == Type::ImageBegin && pen.images++ == 0 && !pen.in_link && !dropped) {
    builder_.begin_link(piece.text, piece.span, LinkRole::Image);
    builder_.end_link();
  }
  if (pen.images > 0 || dropped) return;
  switch (piece.type) {
    case Type::Text:
      return write_text(piece.span, pen);
    case Type::Replacement:
      html_.begin_text();
      write_gap(piece.span.begin, pen);
      builder_.replacement(piece.text, piece.span);
      pen.last = piece.span.end;
      return;
    case Type::SoftBreak:
    case Type::HardBreak:
    case Type::Space:
      pen.gap = true;
      return;
    case Type::LinkBegin:
      return begin_link(piece, pen);
    case Type::LinkEnd:
      if (std::exchange(pen.in_link, false)) builder_.end_link();
      return;
    default:
      return;
  }
}

void LeafPlayer::feed_piece(const Inline& piece, Pen& pen) {
  feed_html(piece.span);
  pen.last = piece.span.end;
}

// An address that stands as the text of a raw link is no link of its own.
void LeafPlayer::begin_link(const Inline& piece, Pen& pen) {
  if (piece.role == LinkRole::Autolink && html_.in_link()) return;
  pen.in_link = true;
  builder_.begin_link(piece.text, piece.span, piece.role);
}

// The gap maps to the white space before the next text, or to the markup there when there is none.
void LeafPlayer::write_gap(std::size_t next, Pen& pen) {
  if (!pen.gap) return;
  pen.gap = false;
  std::size_t begin = next;
  while (begin > pen.last && std::string_view(" \t\r\n>").find(text_[begin - 1]) != kNoOffset) --begin;
  if (begin == next) begin = std::min(pen.last, next);
  if (pen.last > 0) builder_.space({begin, next});
}

void LeafPlayer::write_text(SourceSpan span, Pen& pen) {
  split_hidden(
      span,
      [&](SourceSpan visible) {
        if (!is_blank_line(text_.substr(visible.begin, visible.end - visible.begin))) html_.begin_text();
        write_gap(visible.begin, pen);
        builder_.text(visible);
        pen.last = visible.end;
      },
      [&](SourceSpan) { pen.gap = true; });
}

void LeafPlayer::feed_html(SourceSpan span) {
  split_hidden(
      span, [&](SourceSpan visible) { html_.feed(visible); }, [](SourceSpan) {});
}

template <typename Visible, typename Hidden>
void LeafPlayer::split_hidden(SourceSpan span, Visible visible, Hidden hidden) const {
  auto it = std::partition_point(hidden_.begin(), hidden_.end(), [&](SourceSpan h) { return h.end <= span.begin; });
  std::size_t at = span.begin;
  for (; it != hidden_.end() && it->begin < span.end; ++it) {
    if (it->begin > at) visible(SourceSpan{at, it->begin});
    hidden(*it);
    at = std::min(it->end, span.end);
  }
  if (at < span.end) visible(SourceSpan{at, span.end});
}

void LeafPlayer::play_captions(const Leaf& leaf) {
  const bool own_text = has_own_text(leaf);
  Pen pen;
  Inline link{Type::LinkBegin, LinkRole::Inline, {}, {}};  // the link around an image
  bool linked = false;
  for (const Inline& piece : leaf.inlines) {
    if (piece.type == Type::LinkBegin || piece.type == Type::LinkEnd) linked = piece.type == Type::LinkBegin;
    if (piece.type == Type::LinkBegin) link = piece;
    if (piece.type == Type::ImageBegin && pen.images++ == 0) {
      builder_.open(BlockKind::Caption);
      pen = {0, false, 1, false};
      if (!own_text)
        builder_.begin_link(linked ? link.text : piece.text, linked ? link.span : piece.span, LinkRole::Image);
    }
    if (piece.type == Type::ImageEnd && --pen.images == 0) builder_.close();
    if (pen.images == 0 || !(has_bytes(piece) || piece.type == Type::SoftBreak)) continue;
    Pen inside{pen.last, pen.gap, 0, true};
    play_inline(piece, inside);
    pen.last = inside.last;
    pen.gap = inside.gap;
  }
}

}  // namespace hypelint

#include "document/block_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "document/fold.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

constexpr int kMaxHeadingLevel = 6;
// Longest stretch appended at once, far below the headroom that kMaxBlockBytes leaves.
constexpr std::size_t kMaxRun = std::size_t{1} << 20;

bool is_plain(char c) { return c > ' ' && c != 0x7F; }

// End of the stretch at `at` that needs no folding: printable ASCII with single spaces inside.
std::size_t plain_run_end(std::string_view text, std::size_t at, std::size_t end) {
  end = std::min(end, at + kMaxRun);
  while (at < end && (is_plain(text[at]) || (text[at] == ' ' && at + 1 < end && is_plain(text[at + 1])))) ++at;
  return at;
}

bool all_white_space(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

std::uint32_t size32(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

// An empty block of the same kind and place.
Block continuation_of(const Block& block) {
  Block next;
  next.kind = block.kind;
  next.zone = block.zone;
  next.role = block.role;
  next.header_cell = block.header_cell;
  next.level = block.level;
  next.group = block.group;
  next.column = block.column;
  return next;
}

}  // namespace

BlockBuilder::BlockBuilder(const Source& source, Document& out, std::size_t max_block_bytes)
    : source_(source), out_(out), max_block_bytes_(max_block_bytes), headings_(kMaxHeadingLevel + 1) {}

void BlockBuilder::set_zone(Zone zone) { zone_ = zone; }
void BlockBuilder::set_role(Role role) { role_ = role; }
Zone BlockBuilder::zone() const { return zone_; }
Role BlockBuilder::role() const { return role_; }
bool BlockBuilder::is_open() const { return block_.has_value(); }
bool BlockBuilder::has_text() const { return block_ && !block_->text.empty(); }

void BlockBuilder::expect(std::size_t blocks) { out_.blocks.reserve(out_.blocks.size() + blocks); }

void BlockBuilder::open(BlockKind kind, int level) {
  close();
  block_.emplace();
  block_->kind = kind;
  block_->zone = zone_;
  block_->role = role_;
  block_->level = kind == BlockKind::Heading ? std::clamp(level, 1, kMaxHeadingLevel) : level;
  block_->group = group_;
  first_link_of_block_ = out_.links.size();
  pending_space_ = false;
}

void BlockBuilder::close() {
  if (!block_) return;
  end_link();
  pending_space_ = false;
  if (block_->text.empty()) return drop_empty_block();
  place_block_in_outline(*block_);
  out_.blocks.push_back(std::move(*block_));
  block_.reset();
}

void BlockBuilder::drop_empty_block() {
  const bool has_links = first_link_of_block_ < out_.links.size();
  const bool alone = out_.blocks.empty() || out_.blocks.back().zone != block_->zone;
  if (alone && has_links) {
    out_.blocks.push_back(std::move(*block_));
  } else if (has_links) {
    const std::uint32_t end = size32(out_.blocks.back().text);
    for (std::size_t i = first_link_of_block_; i < out_.links.size(); ++i) {
      out_.links[i].block = static_cast<std::uint32_t>(out_.blocks.size() - 1);
      out_.links[i].text = {end, end};
    }
  }
  block_.reset();
}

void BlockBuilder::place_block_in_outline(Block& block) {
  const int below = block.kind == BlockKind::Heading ? block.level : kMaxHeadingLevel + 1;
  for (int level = 1; level < below; ++level) {
    const auto& heading = headings_[static_cast<std::size_t>(level)];
    if (heading) block.heading = heading;
  }
  if (block.kind != BlockKind::Heading) return;
  std::fill(headings_.begin() + block.level, headings_.end(), std::nullopt);
  headings_[static_cast<std::size_t>(block.level)] = static_cast<std::uint32_t>(out_.blocks.size());
}

std::uint32_t BlockBuilder::new_group() { return group_ = ++last_group_; }
void BlockBuilder::set_group(std::uint32_t group) { group_ = group; }

void BlockBuilder::set_cell(std::uint32_t column, bool header) {
  if (!block_) return;
  block_->column = column;
  block_->header_cell = header;
}

void BlockBuilder::move_block(Zone zone) {
  if (block_) block_->zone = zone;
}

void BlockBuilder::open_implicitly() {
  if (!block_) open(BlockKind::Paragraph);
}

void BlockBuilder::split_if_full() {
  if (block_->text.size() >= max_block_bytes_) split_block();
}

void BlockBuilder::split_block() {
  Block next = continuation_of(*block_);
  const std::optional<Link> link = link_ ? std::optional(out_.links[link_->index]) : std::nullopt;
  close();
  block_ = std::move(next);
  first_link_of_block_ = out_.links.size();
  if (link) begin_link(link->address, link->address_span, link->role);
}

void BlockBuilder::text(SourceSpan span) {
  const std::string_view bytes = source_.text();
  span.end = std::min(span.end, bytes.size());
  if (span.begin >= span.end) return;
  if (!block_ && all_white_space(bytes.substr(span.begin, span.end - span.begin))) return;
  open_implicitly();
  const std::string_view limited = bytes.substr(0, span.end);
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t run_end = superscript_ ? at : plain_run_end(bytes, at, span.end);
    if (run_end > at) {
      // A run may begin with the one space that a preceding white space run already stands for.
      if (bytes[at] == ' ') {
        space({at, at + 1});
        ++at;
      }
      append(bytes.substr(at, run_end - at), {at, run_end}, true);
      at = run_end;
      continue;
    }
    const CodePoint code_point = decode_utf8(limited, at);
    const SourceSpan place{at, at + code_point.size};
    if (code_point.well_formed) {
      append_code_point(bytes.substr(at, code_point.size), code_point.value, place, true);
    } else {
      append("\uFFFD", place, false);
    }
    at += code_point.size;
  }
}

void BlockBuilder::replacement(std::string_view utf8, SourceSpan span) {
  if (utf8.empty() || (!block_ && all_white_space(utf8))) return;
  open_implicitly();
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint code_point = decode_utf8(utf8, at);
    if (code_point.well_formed) {
      append_code_point(utf8.substr(at, code_point.size), code_point.value, span, false);
    } else {
      append("\uFFFD", span, false);
    }
    at += code_point.size;
  }
}

void BlockBuilder::append_code_point(std::string_view utf8, char32_t value, SourceSpan span, bool verbatim) {
  if (superscript_) {
    const std::string_view raised = superscript_form(value);
    if (!raised.empty()) return append(raised, span, verbatim && raised == utf8);
  }
  const Folded folded = fold_code_point(value);
  switch (folded.fold) {
    case Fold::Keep:
      return append(utf8, span, verbatim);
    case Fold::Space:
      return space(span);
    case Fold::Replace:
      return append(folded.text, span, false);
    case Fold::Drop:
      return;
  }
}

void BlockBuilder::space(SourceSpan span) {
  if (!block_ || block_->text.empty()) return;
  pending_span_ = pending_space_ ? SourceSpan{pending_span_.begin, span.end} : span;
  pending_space_ = true;
}

void BlockBuilder::flush_space() {
  if (!pending_space_) return;
  pending_space_ = false;
  const auto size = static_cast<std::uint32_t>(pending_span_.end - pending_span_.begin);
  const bool verbatim = size == 1 && source_.text().substr(pending_span_.begin, size) == " ";
  block_->map.append({size32(block_->text), 1, pending_span_.begin, size, verbatim});
  block_->text.push_back(' ');
}

void BlockBuilder::append(std::string_view utf8, SourceSpan span, bool verbatim) {
  split_if_full();
  flush_space();
  const auto size = static_cast<std::uint32_t>(utf8.size());
  block_->map.append(
      {size32(block_->text), size, span.begin, static_cast<std::uint32_t>(span.end - span.begin), verbatim});
  block_->text.append(utf8);
}

void BlockBuilder::superscript(bool on) { superscript_ = on; }

void BlockBuilder::begin_link(std::string address, SourceSpan address_span, LinkRole role) {
  end_link();
  open_implicitly();
  Link link;
  link.address = std::move(address);
  link.address_span = address_span;
  link.block = static_cast<std::uint32_t>(out_.blocks.size());
  link.role = role;
  const std::uint32_t begin = size32(block_->text);
  link.text = {begin, begin};
  link_ = OpenLink{out_.links.size(), begin};
  out_.links.push_back(std::move(link));
}

void BlockBuilder::end_link() {
  if (!link_) return;
  const std::string& text = block_->text;
  TextSpan span{link_->text_begin, size32(text)};
  if (span.begin < span.end && text[span.begin] == ' ') ++span.begin;
  out_.links[link_->index].text = span;
  link_.reset();
}

}  // namespace hypelint

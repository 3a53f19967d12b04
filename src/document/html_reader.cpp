#include "document/html_reader.h"

#include <algorithm>
#include <utility>

#include "document/comments.h"
#include "document/html_text.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

bool is_white(std::string_view text) { return std::all_of(text.begin(), text.end(), is_html_space); }

SourceSpan trimmed(std::string_view text, SourceSpan span) {
  while (span.begin < span.end && is_html_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_html_space(text[span.end - 1])) --span.end;
  return span;
}

std::string_view slice(std::string_view text, SourceSpan span) {
  return text.substr(span.begin, span.end - span.begin);
}

// The end of the bullet at the start of a line, 0 when there is none.
std::size_t bullet_end(std::string_view text, SourceSpan line) {
  const std::string_view start = slice(text, line);
  for (const std::string_view bullet :
       {"\u2022", "\u25CF", "\u25AA", "\u2713", "\u2714", "&bull;", "&#8226;", "- ", "* "}) {
    if (start.starts_with(bullet)) return line.begin + bullet.size();
  }
  return 0;
}

}  // namespace

HtmlReader::HtmlReader(std::string_view text, BlockBuilder& builder, Document& out, HtmlUse use)
    : text_(text), metadata_(text), builder_(builder), out_(out), use_(use) {}

void HtmlReader::read(const HtmlToken& token) {
  if (use_ == HtmlUse::Page) metadata_.read(token);
  switch (token.kind) {
    case HtmlToken::Kind::Text:
      return text(token);
    case HtmlToken::Kind::StartTag:
      return start_tag(token);
    case HtmlToken::Kind::EndTag:
      return end_tag(token);
    case HtmlToken::Kind::Other:
      return comment(token.span);
  }
}

// Comments; doctypes and processing instructions are none. One that a fragment cuts off goes on in the next tokens.
void HtmlReader::comment(SourceSpan span) {
  const std::string_view markup = slice(text_, span);
  if (!comment_) {
    if (!markup.starts_with("<!--") || markup == "<!-->" || markup == "<!--->") return;
    comment_ = span.begin + 4;
  }
  const std::string_view content = slice(text_, {std::min(*comment_, span.end), span.end});
  const std::size_t end_mark = content.ends_with("-->") ? 3 : content.ends_with("--!>") ? 4 : 0;
  if (end_mark == 0) return;
  add_comment(out_, {*comment_, span.end - end_mark});
  comment_.reset();
}

void HtmlReader::finish() {
  pop_to(0);
  close_block();
  mark_header_menus();
  for (Property& property : metadata_.take()) out_.properties.push_back(std::move(property));
}

void HtmlReader::text(const HtmlToken& token) {
  if (in_title_) return title(token);
  if (!is_shown()) return;
  const bool white = is_white(slice(text_, token.span));
  if (white && !builder_.is_open()) return;
  SourceSpan span = token.span;
  if (!white) {
    if (after_break_ && use_ == HtmlUse::Page) span = begin_line(span);
    after_break_ = false;
    begin_pending_link();
    open_block();
    settle_zone();
    bold_only_ = bold_only_ && context().bold;
  }
  write_html_text(builder_, text_, span, {ReferencePlace::Text, token.has_references});
}

// Text after a line break. Lines with a written bullet are list items, and a bold line is a heading of its own.
// Returns what is left of the text without the bullet.
SourceSpan HtmlReader::begin_line(SourceSpan span) {
  if (!builder_.is_open() || context().kind == BlockKind::Heading || context().kind == BlockKind::Code) return span;
  const std::size_t bullet = bullet_end(text_, trimmed(text_, span));
  const auto next = [&] { return static_cast<std::uint32_t>(out_.blocks.size()) + 1; };
  const bool after_bullet = bullet_block_ == next();
  if (bullet == 0 && !after_bullet && !(bold_only_ && !context().bold)) return span;
  close_block();
  if (bullet == 0 || context().kind != BlockKind::Paragraph) return {std::max(bullet, span.begin), span.end};
  if (!after_bullet) bullets_ = builder_.new_group();
  share_zone();
  builder_.set_group(bullets_);
  builder_.open(BlockKind::ListItem, context().list_depth + 1);
  bullet_block_ = next();
  return {bullet, span.end};
}

void HtmlReader::title(const HtmlToken& token) {
  in_title_ = false;
  head_text(BlockKind::Title, token.span, false);
}

void HtmlReader::head_text(BlockKind kind, SourceSpan span, bool attribute) {
  span = trimmed(text_, span);
  if (span.begin == span.end || !is_text_wanted()) return;
  const ReferencePlace place = attribute ? ReferencePlace::AttributeValue : ReferencePlace::Text;
  const std::string shown = std::string(to_string(kind)) + ":" + decode_references(slice(text_, span), place);
  // A title is one title, however many tags repeat it; each copy of a description is shown elsewhere and must be
  // mended there.
  if (!head_texts_.insert(shown).second && kind == BlockKind::Title) return;
  close_block();
  builder_.set_zone(Zone::Head);
  builder_.set_role(Role::None);
  builder_.set_group(0);
  builder_.open(kind);
  write_html_text(builder_, text_, span, {place, true});
  close_block();
  share_zone();
}

void HtmlReader::start_tag(const HtmlToken& tag) {
  const ElementTraits& traits = element_traits(tag.name);
  if (context().foreign && traits.is(kBreaksOut)) leave_foreign();
  if (context().foreign) {
    if (!tag.self_closing) push(tag, traits);
    return;
  }
  end_implied(traits);
  if (traits.name == "html") {
    if (out_.language.empty()) out_.language = attribute_text(tag, "lang", text_);
    return;
  }
  if (traits.is(kBreaks) && is_text_wanted()) close_block();
  if (traits.is(kVoid)) return void_element(tag, traits);
  if (traits.is(kForeign) && tag.self_closing) return;
  push(tag, traits);
  if (tag.empty_element) end_tag(tag);
}

void HtmlReader::leave_foreign() {
  while (!stack_.empty() && context().foreign) pop();
}

void HtmlReader::void_element(const HtmlToken& tag, const ElementTraits& traits) {
  if (!is_text_wanted()) return;
  if (traits.name == "br" && is_shown()) line_break(tag);
  if (traits.name == "img") image(tag, traits);
  if (traits.name == "input") input(tag);
  if (traits.name == "meta") meta(tag);
  if (traits.name == "area" && tag.attribute("href") != nullptr) {
    begin_link(tag, LinkRole::Inline);
    end_pending_link();
  }
}

// One line break separates words, two separate paragraphs.
void HtmlReader::line_break(const HtmlToken& tag) {
  if (after_break_ && context().kind != BlockKind::Heading && use_ == HtmlUse::Page) return close_block();
  builder_.space(tag.span);
  after_break_ = true;
}

void HtmlReader::image(const HtmlToken& tag, const ElementTraits& traits) {
  const HtmlAttribute* alt = tag.attribute("alt");
  if (alt == nullptr || is_white(slice(text_, alt->value))) return;
  captions_.push_back({trimmed(text_, alt->value), enter_element(context(), traits, tag, text_).zone});
  if (!in_block() && !link_) write_captions();
}

void HtmlReader::write_captions() {
  const std::vector<PendingCaption> captions = std::exchange(captions_, {});
  const Zone zone = builder_.zone();
  const Role role = builder_.role();
  for (const PendingCaption& caption : captions) {
    builder_.set_zone(caption.zone);
    builder_.set_role(Role::None);
    builder_.set_group(0);
    builder_.open(BlockKind::Caption);
    if (link_ && !link_->begun && captions.size() == 1) begin_pending_link();
    write_html_text(builder_, text_, caption.text, {ReferencePlace::AttributeValue, true});
    builder_.close();
  }
  builder_.set_zone(zone);
  builder_.set_role(role);
}

void HtmlReader::input(const HtmlToken& tag) {
  const std::string_view type = attribute_text(tag, "type", text_);
  const bool is_button = ascii::equals_folded(type, "submit") || ascii::equals_folded(type, "button");
  const HtmlAttribute* value = tag.attribute("value");
  if (!is_button || value == nullptr || is_white(slice(text_, value->value))) return;
  close_block();
  push(tag, element_traits("button"));
  open_block();
  write_html_text(builder_, text_, value->value, {ReferencePlace::AttributeValue, true});
  pop();
}

void HtmlReader::meta(const HtmlToken& tag) {
  const HtmlAttribute* content = tag.attribute("content");
  if (content == nullptr) return;
  for (const std::string_view key : {attribute_text(tag, "name", text_), attribute_text(tag, "property", text_)}) {
    const auto is = [&](std::string_view wanted) { return ascii::equals_folded(key, wanted); };
    if (is("description") || is("og:description") || is("twitter:description")) {
      return head_text(BlockKind::Summary, content->value, true);
    }
    if (is("og:title") || is("twitter:title")) return head_text(BlockKind::Title, content->value, true);
  }
}

void HtmlReader::open_block() {
  if (builder_.is_open()) return;
  bold_only_ = true;
  const HtmlContext& inside = context();
  builder_.set_zone(inside.hidden_inline() ? inside.block_zone : inside.zone);
  builder_.set_role(inside.role);
  open_in_zone();
}

// In the zone and role that the builder has.
void HtmlReader::open_in_zone() {
  const HtmlContext& inside = context();
  builder_.set_group(inside.group);
  builder_.open(inside.kind, inside.level);
  if (inside.kind == BlockKind::TableCell) builder_.set_cell(inside.column, inside.header_cell);
}

// An inline element decides on the zone of a block only while it holds all the block's text.
void HtmlReader::settle_zone() {
  if (context().zone == context().block_zone) builder_.move_block(context().zone);
}

void HtmlReader::close_block() {
  builder_.close();
  after_break_ = false;
  if (!captions_.empty()) write_captions();
}

void HtmlReader::begin_link(const HtmlToken& tag, LinkRole role) {
  end_pending_link();
  const HtmlAttribute* href = tag.attribute("href");
  const bool is_anchor = tag.attribute("name") != nullptr || tag.attribute("id") != nullptr;
  if (!is_text_wanted() || (href == nullptr && is_anchor)) return;
  const SourceSpan written = href == nullptr ? SourceSpan{0, 0} : trimmed(text_, href->value);
  std::string address = decode_references(slice(text_, written), ReferencePlace::AttributeValue);
  link_ = PendingLink{std::move(address), written.begin == written.end ? tag.span : written, role};
}

// A link begins where its text does, so that it lies in the block of that text.
void HtmlReader::begin_pending_link() {
  if (!link_ || link_->begun) return;
  link_->begun = true;
  open_block();
  builder_.begin_link(std::move(link_->address), link_->span, link_->role);
}

bool HtmlReader::open_leaf_block(BlockKind wanted) {
  const BlockKind kind = context().kind;
  const bool decides = wanted == BlockKind::Paragraph && kind != BlockKind::Paragraph && !leaf_has_its_kind();
  if (!decides && kind != BlockKind::Code) return false;
  open_in_zone();
  builder_.set_group(0);
  return true;
}

// A heading that an earlier leaf or HTML block left open is no reason to take what follows for headings.
bool HtmlReader::leaf_has_its_kind() const {
  const auto decisive =
      std::find_if(stack_.rbegin(), stack_.rend(), [](const OpenElement& open) { return open.traits->is(kSetsKind); });
  return decisive != stack_.rend() && decisive->traits->is(kHeading) && !decisive->in_leaf;
}

TextUse HtmlReader::text_use() const {
  if (!is_text_wanted()) return TextUse::Skipped;
  return is_shown() ? TextUse::Shown : TextUse::Hidden;
}

void HtmlReader::begin_text() {
  if (is_shown()) begin_pending_link();
}

void HtmlReader::end_pending_link() {
  if (!link_) return;
  if (!link_->begun && !captions_.empty() && !in_block()) write_captions();
  begin_pending_link();
  builder_.end_link();
  link_.reset();
}

// Blocks of a page header that are nothing but links are its menu.
void HtmlReader::mark_header_menus() {
  if (headers_.empty()) return;
  std::vector<std::size_t> linked(out_.blocks.size());
  for (const Link& link : out_.links) {
    if (link.block < linked.size()) linked[link.block] += link.text.size();
  }
  for (const auto& [begin, end] : headers_) {
    for (std::size_t i = begin; i < end && i < linked.size(); ++i) {
      Block& block = out_.blocks[i];
      const bool may_be_menu = block.kind == BlockKind::Paragraph || block.kind == BlockKind::ListItem;
      if (may_be_menu && block.zone == Zone::Body && linked[i] * 10 >= block.text.size() * 9)
        block.zone = Zone::Navigation;
    }
  }
}

}  // namespace hypelint

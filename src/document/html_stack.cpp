// The open elements of HtmlReader: what start tags imply and what end tags end.
#include <algorithm>
#include <functional>

#include "document/html_reader.h"

namespace hypelint {
namespace {

constexpr std::size_t kMaxDepth = 512;

bool is_integration_point(std::string_view name) {
  return name == "foreignobject" || name == "desc" || name == "title";
}
bool is_cell(std::string_view name) { return name == "td" || name == "th" || name == "caption"; }
bool is_row_group(std::string_view name) { return name == "tbody" || name == "thead" || name == "tfoot"; }

// Whether a start tag of `started` ends an open element of `open` in the same table.
bool ends_table_part(std::string_view started, std::string_view open) {
  if (is_cell(open) || open == "colgroup") return true;
  if (is_cell(started) && started != "caption") return false;
  return open == "tr" || (started != "tr" && is_row_group(open));
}

}  // namespace

void HtmlReader::push(const HtmlToken& tag, const ElementTraits& traits) {
  if (stack_.size() >= kMaxDepth) {
    ++beyond_stack_;
    if (traits.is(kSkipped) && skipped_from_ == 0) skipped_from_ = beyond_stack_;
    return;
  }
  if (stack_.empty() && use_ == HtmlUse::Fragment) {
    base_.zone = builder_.zone();
    base_.role = builder_.role();
  }
  OpenElement element{&traits, std::hash<std::string_view>{}(tag.name), enter_element(context(), traits, tag, text_)};
  if (context().foreign && is_integration_point(tag.name)) element.context.foreign = false;
  if (!element.context.skipped) {
    number_element(element);
    const bool is_link = traits.name == "a";
    const bool is_button = traits.name == "button" || (is_link && is_styled_as_button(tag, text_));
    if (is_button && context().kind != BlockKind::Heading) begin_button(element);
    if (is_link) begin_link(tag, is_button ? LinkRole::Button : LinkRole::Inline);
    if (traits.name == "title" && !element.context.foreign && !in_leaf_) in_title_ = true;
    if (traits.name == "sup") builder_.superscript(++superscripts_ > 0);
  }
  element.first_block = static_cast<std::uint32_t>(out_.blocks.size());
  element.in_leaf = in_leaf_;
  stack_.push_back(element);
  share_zone();
  if (stack_.back().interrupted) open_block();
}

// Groups of lists, rows and definitions, and the columns of cells.
void HtmlReader::number_element(OpenElement& element) {
  const std::string_view name = element.traits->name;
  HtmlContext& inside = element.context;
  if (element.traits->is(kList) || name == "tr") inside.group = builder_.new_group();
  if (is_cell(name) && name != "caption" && !stack_.empty() && stack_.back().traits->name == "tr") {
    inside.column = ++stack_.back().cells;
  }
  if (name == "dt" && (!after_term_ || definition_ == 0)) definition_ = builder_.new_group();
  if (name == "dt" || name == "dd") {
    after_term_ = name == "dt";
    inside.group = definition_;
  }
}

void HtmlReader::begin_button(OpenElement& element) {
  if (builder_.is_open() && use_ == HtmlUse::Fragment) element.interrupted = context().kind;
  close_block();
  element.own_block = true;
  element.context.kind = BlockKind::Button;
  element.context.level = 0;
  element.context.block_zone = element.context.zone;
}

// In another format the blocks that it opens stand in the zone of the element around them.
void HtmlReader::share_zone() {
  builder_.set_zone(context().zone);
  builder_.set_role(context().role);
}

void HtmlReader::leave(const OpenElement& element) {
  const std::string_view name = element.traits->name;
  if (name == "title") in_title_ = false;
  if (element.context.skipped) return;
  if (name == "a") end_pending_link();
  if (name == "sup") builder_.superscript(--superscripts_ > 0);
  if (element.own_block || element.traits->is(kBreaks)) close_block();
  if (name == "header" && element.context.in_header) {
    headers_.emplace_back(element.first_block, static_cast<std::uint32_t>(out_.blocks.size()));
  }
}

void HtmlReader::pop() {
  const OpenElement element = stack_.back();
  leave(element);
  stack_.pop_back();
  share_zone();
  if (element.traits->is(kList) || element.traits->name == "tr") builder_.set_group(context().group);
  if (element.interrupted) builder_.open(*element.interrupted);
}

void HtmlReader::pop_to(std::size_t size) {
  beyond_stack_ = skipped_from_ = 0;
  while (stack_.size() > size) pop();
}

// Ends one element and leaves those inside it open.
void HtmlReader::remove(std::size_t index) {
  if (index + 1 == stack_.size()) return pop();
  leave(stack_[index]);
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
}

std::optional<std::size_t> HtmlReader::find_open(std::string_view name) const {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].traits->name == name) return i;
    if (stack_[i].traits->is(kScope)) return std::nullopt;
  }
  return std::nullopt;
}

void HtmlReader::end_if_current(std::uint32_t flag, std::string_view name) {
  if (stack_.empty()) return;
  const ElementTraits& current = *stack_.back().traits;
  if ((flag != 0 && current.is(flag)) || (!name.empty() && current.name == name)) pop();
}

void HtmlReader::end_paragraph() {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const ElementTraits& open = *stack_[i].traits;
    if (open.name == "p") return pop_to(i);
    if (open.is(kScope) || open.name == "button") return;
  }
}

void HtmlReader::begin_leaf() {
  end_paragraph();
  in_leaf_ = true;
}

void HtmlReader::end_leaf() {
  in_leaf_ = false;
  const auto ends = [](const OpenElement& open) {
    return open.in_leaf && (!open.traits->is(kBreaks) || open.traits->is(kHeading) || open.traits->name == "p");
  };
  while (!stack_.empty() && ends(stack_.back())) pop_to(stack_.size() - 1);
  close_block();
}

void HtmlReader::end_item(bool definition) {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const ElementTraits& open = *stack_[i].traits;
    if (definition ? open.name == "dt" || open.name == "dd" : open.name == "li") return pop_to(i);
    if (open.is(kSpecial) && !open.is(kTransparent)) return;
  }
}

void HtmlReader::end_table_parts(std::string_view name) {
  std::optional<std::size_t> first;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const std::string_view open = stack_[i].traits->name;
    if (open == "table" || open == "template") break;
    if (stack_[i].traits->is(kTablePart) && ends_table_part(name, open)) first = i;
  }
  if (first) pop_to(*first);
}

void HtmlReader::end_implied(const ElementTraits& traits) {
  const std::string_view name = traits.name;
  if (traits.is(kClosesParagraph)) end_paragraph();
  if (traits.is(kHeading) && name != "summary") end_if_current(kHeading, {});
  if (name == "li") end_item(false);
  if (name == "dt" || name == "dd") end_item(true);
  if (traits.is(kTablePart)) end_table_parts(name);
  if (name == "option" || name == "optgroup") end_if_current(0, "option");
  if (name == "optgroup") end_if_current(0, "optgroup");
  if (name == "button") {
    if (const auto open = find_open(name)) pop_to(*open);
  }
  if (name == "a") {
    if (const auto open = find_open(name)) remove(*open);
  }
}

std::optional<std::size_t> HtmlReader::find_matching(const HtmlToken& tag, const ElementTraits& traits) const {
  const std::size_t hash = std::hash<std::string_view>{}(tag.name);
  const bool reaches_across = traits.is(kSpecial | kFormatting);
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const ElementTraits& open = *stack_[i].traits;
    if (stack_[i].name_hash == hash && &open == &traits) return i;
    if (traits.is(kHeading) && open.is(kHeading) && traits.name != "summary" && open.name != "summary") return i;
    const bool table_boundary = open.name == "table" || open.name == "template";
    if (traits.is(kTablePart) || traits.name == "table" ? table_boundary : open.is(kScope)) return std::nullopt;
    if (!reaches_across && open.is(kSpecial) && !context().foreign) return std::nullopt;
    if (traits.name == "li" && open.is(kListScope)) return std::nullopt;
  }
  return std::nullopt;
}

void HtmlReader::end_tag(const HtmlToken& tag) {
  if (beyond_stack_ > 0) {
    --beyond_stack_;
    if (beyond_stack_ < skipped_from_) skipped_from_ = 0;
    return;
  }
  const ElementTraits& traits = element_traits(tag.name);
  if (traits.name == "br") return void_element(tag, traits);
  if (traits.name == "body" || traits.name == "html") return close_block();
  const auto match = find_matching(tag, traits);
  if (!match) {
    if (traits.is(kBreaks) && is_text_wanted()) close_block();
    return;
  }
  const bool crosses_block = std::any_of(stack_.begin() + static_cast<std::ptrdiff_t>(*match) + 1, stack_.end(),
                                         [](const OpenElement& open) { return open.traits->is(kSpecial); });
  if (traits.is(kFormatting) && crosses_block) return remove(*match);
  pop_to(*match);
}

}  // namespace hypelint

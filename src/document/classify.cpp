#include <algorithm>
#include <map>

#include "document/classify_references.h"
#include "document/disclaimers.h"
#include "document/parsers.h"
#include "document/reviews.h"
#include "document/section_names.h"
#include "support/count_words.h"

namespace hypelint {
namespace {

constexpr std::size_t kMaxButtonWords = 6;
constexpr std::size_t kMaxButtonDecoration = 6;  // bytes of arrows and spaces around the link

bool ends_with_colon(const Block& block) { return block.text.ends_with(':'); }

void set_role(Block& block, Role role) {
  if (block.role == Role::None && block.kind != BlockKind::Code) block.role = role;
}

Role section_role(const Block& heading) {
  if (names_reference_section(heading.text)) return Role::References;
  if (names_disclaimer_section(heading.text)) return Role::Disclaimer;
  return Role::None;
}

// Gives the role of a section to its blocks [begin, end).
void fill_section(Document& document, std::size_t begin, std::size_t end, Role role) {
  if (role == Role::References) end = end_of_references(document, begin, end);
  for (std::size_t i = begin; i < end; ++i) set_role(document.blocks[i], role);
}

// One past the last block of the section that the heading opens.
std::size_t section_end(const Document& document, std::size_t heading) {
  const Block& section = document.blocks[heading];
  for (std::size_t i = heading + 1; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const bool next =
        block.kind == BlockKind::Heading && (block.level <= section.level || section_role(block) != Role::None);
    if (next || block.zone != section.zone) return i;
  }
  return document.blocks.size();
}

void classify_sections(Document& document) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].kind != BlockKind::Heading) continue;
    const Role role = section_role(document.blocks[i]);
    if (role == Role::None) continue;
    const std::size_t end = section_end(document, i);
    fill_section(document, i + 1, end, role);
    i = end - 1;
  }
}

bool is_prose(const Block& block) {
  return block.kind == BlockKind::Paragraph || is_item(block) || block.kind == BlockKind::TableCell;
}

// Customers speak on a page or in a section whose title announces them, and below the stars that they give.
void classify_reviews(Document& document) {
  bool page = false;
  bool rated = false;
  const Block* section = nullptr;
  for (Block& block : document.blocks) {
    if (block.kind == BlockKind::Title) page = page || names_review_section(block.text);
    if (block.zone != Zone::Body) continue;
    if (block.kind == BlockKind::Heading) {
      if (section != nullptr && block.level > section->level) continue;
      section = names_review_section(block.text) ? &block : nullptr;
    } else if ((page || rated || section != nullptr) && is_prose(block) && reads_as_review(block.text)) {
      if (block.role == Role::None || block.role == Role::Quotation) block.role = Role::Review;
    }
    rated = is_star_rating(block.text);
  }
}

void classify_disclaimers(Document& document) {
  for (Block& block : document.blocks) {
    const bool prose = block.kind != BlockKind::Heading && block.kind != BlockKind::Title;
    if (prose && block.role == Role::None && is_disclaimer(block.text)) set_role(block, Role::Disclaimer);
  }
}

// The block before the first item of a list introduces all its items when it ends with ":".
void link_lists_to_lead_ins(Document& document) {
  std::map<std::uint32_t, std::optional<std::uint32_t>> lead_in_of_group;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    if (!is_item(block) || block.group == 0) continue;
    const auto [group, first_item] = lead_in_of_group.try_emplace(block.group);
    const bool introduced =
        first_item && i > 0 && document.blocks[i - 1].zone == block.zone && ends_with_colon(document.blocks[i - 1]);
    if (introduced) group->second = i - 1;
    if (!block.lead_in) block.lead_in = group->second;
  }
}

bool is_button_text(const Block& block, const Link& link) {
  const std::string_view text = std::string_view(block.text).substr(link.text.begin, link.text.size());
  return block.text.size() - text.size() <= kMaxButtonDecoration && count_words(block.text) <= kMaxButtonWords &&
         begins_with_call_to_action(text);
}

void turn_links_into_buttons(Document& document) {
  auto& links = document.links;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const bool alone = (i == 0 || links[i - 1].block != links[i].block) &&
                       (i + 1 == links.size() || links[i + 1].block != links[i].block);
    if (!alone || links[i].block >= document.blocks.size()) continue;
    Block& block = document.blocks[links[i].block];
    const bool candidate = block.zone == Zone::Body && (block.kind == BlockKind::Paragraph || is_item(block));
    if (!candidate || links[i].text.size() == 0 || !is_button_text(block, links[i])) continue;
    block.kind = BlockKind::Button;
    links[i].role = LinkRole::Button;
  }
}

}  // namespace

void classify_blocks(Document& document) {
  release_remarks(document);
  classify_sections(document);
  classify_announced_entries(document);
  classify_disclaimers(document);
  classify_reviews(document);
  classify_trailing_entries(document);
  link_lists_to_lead_ins(document);
  turn_links_into_buttons(document);
}

}  // namespace hypelint

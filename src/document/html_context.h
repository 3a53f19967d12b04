// What an open element means for the text inside, and how its attributes decide it.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/html_elements.h"
#include "document/html_tokenizer.h"
#include "hypelint/document.h"

namespace hypelint {

struct HtmlContext {
  Zone zone = Zone::Body;
  Zone block_zone = Zone::Body;    // of the nearest element whose text stands in blocks of its own
  Zone outside_form = Zone::Body;  // where prose stands that a form contains
  Role role = Role::None;
  BlockKind kind = BlockKind::Paragraph;
  int level = 0;
  std::uint32_t group = 0;
  std::uint32_t column = 0;
  bool header_cell = false;
  int list_depth = 0;
  bool in_section = false;
  bool in_header = false;  // the page's <header>
  bool bold = false;
  bool skipped = false;
  bool foreign = false;

  // Text of an inline element that is not shown, within a block that is.
  [[nodiscard]] bool hidden_inline() const { return zone == Zone::Hidden && block_zone != Zone::Hidden; }
};

// The context inside an element of `traits` that stands in `outer`: zone, role, kind, level and flags.
// Groups and columns are inherited; they depend on siblings.
HtmlContext enter_element(const HtmlContext& outer, const ElementTraits& traits, const HtmlToken& tag,
                          std::string_view text);

// A <button>, or a link that its classes or its role style as one.
bool is_styled_as_button(const HtmlToken& tag, std::string_view text);

// Value of an attribute as written, references included; empty when there is none.
std::string_view attribute_text(const HtmlToken& tag, std::string_view name, std::string_view text);

}  // namespace hypelint

// What the elements of HTML mean for text: one table, no code per element.
#pragma once

#include <cstdint>
#include <string_view>

#include "hypelint/document.h"

namespace hypelint {

enum ElementFlag : std::uint32_t {
  kVoid = 1U << 0,             // never has content
  kBreaks = 1U << 1,           // text before, inside and after stands in blocks of its own
  kClosesParagraph = 1U << 2,  // its start tag ends an open <p>
  kSpecial = 1U << 3,          // the end tag of an inline element does not reach across it
  kFormatting = 1U << 4,       // ends across block elements, leaving them open
  kSkipped = 1U << 5,          // its content is no text of the page
  kScope = 1U << 6,            // no end tag but that of a table part reaches across it
  kListScope = 1U << 7,        // an <li> does not end the items outside of it
  kTransparent = 1U << 8,      // an <li>, <dt> or <dd> ends across it
  kSetsKind = 1U << 9,         // `kind` and `level` hold for the text inside
  kTablePart = 1U << 10,
  kHeading = 1U << 11,
  kForm = 1U << 12,     // text inside belongs to a form
  kSection = 1U << 13,  // <footer> and <header> inside do not belong to the page
  kForeign = 1U << 14,
  kBreaksOut = 1U << 15,  // ends foreign content
  kList = 1U << 16,
  kProse = 1U << 17,  // its text is prose even inside a form
};

struct ElementTraits {
  std::string_view name;
  std::uint32_t flags;
  BlockKind kind = BlockKind::Paragraph;
  int level = 0;

  [[nodiscard]] bool is(std::uint32_t flag) const { return (flags & flag) != 0; }
};

// Unknown names have the traits of an inline element, with an empty name.
const ElementTraits& element_traits(std::string_view lower_case_name);

}  // namespace hypelint

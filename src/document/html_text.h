// Writes text of a page, or an attribute value, to a builder: references decoded, template tags left out.
#pragma once

#include "document/block_builder.h"
#include "document/entities.h"

namespace hypelint {

struct HtmlTextStyle {
  ReferencePlace place = ReferencePlace::Text;
  bool has_references = true;
};

// "{{ … }}" and "{% … %}" become white space. `text` is the source's.
void write_html_text(BlockBuilder& builder, std::string_view text, SourceSpan span, HtmlTextStyle style = {});

}  // namespace hypelint

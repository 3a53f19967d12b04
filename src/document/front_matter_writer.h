// Prose values of a front matter as blocks.
#pragma once

#include <string_view>

#include "document/block_builder.h"
#include "document/front_matter_values.h"

namespace hypelint {

// Writes the value as one block of the kind for each of its paragraphs. HTML tags make no text; "[text](address)",
// <a href>, <https://…> and bare addresses become links. `text` is the source that the pieces refer to.
void write_value(std::string_view text, const FrontMatterValue& value, BlockKind kind, BlockBuilder& builder);

}  // namespace hypelint

// Which blocks are entries of a reference list, and where such a list ends.
#pragma once

#include <cstddef>

#include "hypelint/document.h"

namespace hypelint {

inline bool is_item(const Block& block) { return block.kind == BlockKind::ListItem; }

// The end of the reference section whose blocks below its heading are [begin, end). Prose behind the last entry is no
// part of it, nor are headings over that prose. A section without a recognised entry is one as a whole, or
// none where its prose speaks to the reader.
std::size_t end_of_references(const Document& document, std::size_t begin, std::size_t end);

// Takes their role from the footnotes of Markdown that state something themselves; to be called before the others.
void release_remarks(Document& document);

// Gives entries below a paragraph that names references ("References:") their role.
void classify_announced_entries(Document& document);

// The same for bibliographic entries that end the body without a heading of their own: numbered ones, two at least, or
// one with its number in brackets.
void classify_trailing_entries(Document& document);

}  // namespace hypelint

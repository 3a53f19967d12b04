// Comments of all formats, gathered in Document::comments.
#pragma once

#include "hypelint/document.h"

namespace hypelint {

// Appends the comment whose text is at the span.
void add_comment(Document& document, SourceSpan span);
// Sorts the comments and finds the block that each stands before. Runs once, when all blocks are there.
void place_comments(Document& document);

}  // namespace hypelint

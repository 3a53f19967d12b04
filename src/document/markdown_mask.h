// A copy of a Markdown text, byte for byte as long as the original, in which what md4c does not know (footnote
// definitions, templates, MDX) is overwritten by something it knows. Offsets in the copy are offsets in the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/span.h"

namespace hypelint {

// A construct that md4c sees as another one: footnotes and admonitions as list items (so that each makes a block
// of its own), alerts as block quotes.
struct VirtualItem {
  enum class Kind { Footnote, Admonition, Alert };
  Kind kind;
  SourceSpan marker;  // "[^label]:", "!!! type"; empty before "[!NOTE]"
  std::string label;  // of a footnote, without "[^" and "]:"
};

struct MaskedMarkdown {
  std::string text;
  std::vector<SourceSpan> hidden;    // bytes that no reader sees, ascending and disjoint; never inside a tag
  std::vector<VirtualItem> items;    // ascending
  std::vector<SourceSpan> comments;  // texts of "[//]: # (text)" and, in MDX, "{/* text */}"; ascending
};

// Masks `text` from `begin` on; the bytes before it are copied. Linear in the size of the text.
MaskedMarkdown mask_markdown(std::string_view text, std::size_t begin, bool mdx);

}  // namespace hypelint

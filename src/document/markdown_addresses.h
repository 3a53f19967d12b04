// Addresses that stand in Markdown text without markup.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/markdown_leaf.h"

namespace hypelint {

// Makes links of the addresses in inlines[first, …), texts and replacements that stand side by side in the source.
// "www.…" is an address of the http scheme. Linear in the length of those pieces.
void link_addresses(std::vector<Inline>& inlines, std::size_t first, std::string_view source);

}  // namespace hypelint

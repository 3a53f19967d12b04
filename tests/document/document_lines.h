// Documents as short lines, so that tests can show them as tables.
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "hypelint/document.h"

namespace hypelint::testing {

// "list-item 2: text" or "paragraph quotation: text" for each block; the level only when there is one.
inline std::vector<std::string> lines_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    std::string line(to_string(block.kind));
    if (block.level > 0) line += " " + std::to_string(block.level);
    if (block.role != Role::None) line += " " + std::string(to_string(block.role));
    lines.push_back(line + ": " + block.text);
  }
  return lines;
}

// "anchor -> address" for each link.
inline std::vector<std::string> links_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Link& link : document.links) {
    const std::string_view text = document.blocks[link.block].text;
    lines.push_back(std::string(text.substr(link.text.begin, link.text.size())) + " -> " + link.address);
  }
  return lines;
}

}  // namespace hypelint::testing

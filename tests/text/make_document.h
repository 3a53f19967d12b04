// Documents for tests of the text stage, made without a parser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hypelint/document.h"

namespace hypelint {

// One paragraph for each text; no source map, which segmentation and matching do not read.
inline Document make_document(const std::vector<std::string>& texts, BlockKind kind = BlockKind::Paragraph) {
  Document document;
  for (const std::string& text : texts) {
    Block block;
    block.kind = kind;
    block.text = text;
    document.blocks.push_back(std::move(block));
  }
  return document;
}

}  // namespace hypelint

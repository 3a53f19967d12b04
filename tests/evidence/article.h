// Documents built by hand and segmented, for tests of evidence.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hypelint/evidence.h"
#include "hypelint/matcher.h"

namespace hypelint::testing {

// Keeps document and text together; not movable, for Text points to the document.
class Article {
 public:
  Article() = default;
  Article(const Article&) = delete;
  Article& operator=(const Article&) = delete;

  Block& add(std::string prose, BlockKind kind = BlockKind::Paragraph, Role role = Role::None) {
    Block block;
    block.kind = kind;
    block.role = role;
    block.text = std::move(prose);
    if (kind == BlockKind::Heading) heading_ = static_cast<std::uint32_t>(document.blocks.size());
    block.heading = heading_;
    document.blocks.push_back(std::move(block));
    return document.blocks.back();
  }
  Block& reference(std::string prose, BlockKind kind = BlockKind::Paragraph) {
    return add(std::move(prose), kind, Role::References);
  }
  // A link on the first occurrence of `anchor` in the last block.
  void link(std::string address, std::string_view anchor) {
    Link link;
    link.address = std::move(address);
    link.block = static_cast<std::uint32_t>(document.blocks.size() - 1);
    const std::size_t at = document.blocks.back().text.find(anchor);
    link.text = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + anchor.size())};
    document.links.push_back(std::move(link));
  }

  EvidenceIndex evidence(const Hits& hits = {}) {
    text = segment(document);
    return collect_evidence(text, hits);
  }

  // "kind tier text" of everything found except plain numbers and years, in order.
  std::vector<std::string> shown(const EvidenceIndex& index) const {
    std::vector<std::string> lines;
    for (const Evidence& e : index.all()) {
      if (e.kind == EvidenceKind::Number || e.kind == EvidenceKind::Year) continue;
      lines.push_back(std::string(to_string(e.kind)) + " " + std::string(to_string(e.tier)) + " " +
                      cut(e.block, e.span));
    }
    return lines;
  }
  std::string cut(std::uint32_t block, TextSpan span) const {
    return document.blocks[block].text.substr(span.begin, span.size());
  }

  Document document;
  Text text;

 private:
  std::optional<std::uint32_t> heading_;
};

}  // namespace hypelint::testing

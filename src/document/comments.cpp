#include "document/comments.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace hypelint {
namespace {

// Where blocks begin in the source, with their index; ascending.
using Begins = std::vector<std::pair<std::size_t, std::uint32_t>>;

Begins begins_of(const std::vector<Block>& blocks) {
  Begins begins;
  for (std::uint32_t index = 0; index < blocks.size(); ++index) {
    const auto& segments = blocks[index].map.segments();
    if (!segments.empty()) begins.emplace_back(segments.front().source_begin, index);
  }
  std::sort(begins.begin(), begins.end());
  return begins;
}

}  // namespace

void add_comment(Document& document, SourceSpan span) {
  const std::string_view text = document.source->text().substr(span.begin, span.end - span.begin);
  document.comments.push_back({std::string(text), span, 0, false});
}

void place_comments(Document& document) {
  if (document.comments.empty()) return;
  std::stable_sort(document.comments.begin(), document.comments.end(),
                   [](const Comment& a, const Comment& b) { return a.span.begin < b.span.begin; });
  const Begins begins = begins_of(document.blocks);
  for (Comment& comment : document.comments) {
    const auto next = std::lower_bound(begins.begin(), begins.end(), std::pair(comment.span.end, std::uint32_t{0}));
    comment.block = next == begins.end() ? static_cast<std::uint32_t>(document.blocks.size()) : next->second;
  }
}

}  // namespace hypelint

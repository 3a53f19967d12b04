// What must hold for every Document of every parser, whatever the bytes.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "hypelint/document.h"
#include "hypelint/source.h"

namespace hypelint::testing {

inline ::testing::AssertionResult check_segments(const Block& block, std::string_view source) {
  std::size_t text_at = 0;
  std::size_t source_at = 0;
  std::size_t source_end = 0;
  for (const SourceMap::Segment& segment : block.map.segments()) {
    const std::size_t end = segment.source_begin + segment.source_size;
    if (segment.text_begin != text_at) return ::testing::AssertionFailure() << "gap in text at " << text_at;
    if (segment.source_begin < source_at || end < source_end) {
      return ::testing::AssertionFailure() << "source goes back at text " << text_at;
    }
    if (end > source.size()) return ::testing::AssertionFailure() << "source ends before text " << text_at;
    if (segment.verbatim && std::string_view(block.text).substr(segment.text_begin, segment.text_size) !=
                                source.substr(segment.source_begin, segment.source_size)) {
      return ::testing::AssertionFailure() << "verbatim segment differs at text " << text_at;
    }
    text_at += segment.text_size;
    source_at = segment.source_begin;
    source_end = end;
  }
  if (text_at != block.text.size()) return ::testing::AssertionFailure() << "text without segment at " << text_at;
  return ::testing::AssertionSuccess();
}

inline ::testing::AssertionResult check_clean_text(const std::string& text) {
  if (text.starts_with(' ') || text.ends_with(' ')) return ::testing::AssertionFailure() << "white space at the edge";
  if (text.find("  ") != std::string::npos) return ::testing::AssertionFailure() << "two spaces";
  const auto unwanted = [](char c) { return c == '\0' || (c >= '\t' && c <= '\r'); };
  if (std::any_of(text.begin(), text.end(), unwanted)) return ::testing::AssertionFailure() << "NUL or line end";
  return ::testing::AssertionSuccess();
}

// Spans of growing and sliding windows lead to ranges within the source, in order.
inline ::testing::AssertionResult check_to_source(const Block& block, std::size_t source_size) {
  const auto size = static_cast<std::uint32_t>(block.text.size());
  const std::uint32_t step = size / 64 + 1;
  for (std::uint32_t begin = 0; begin < size; begin += step) {
    for (const std::uint32_t end : {begin, begin + 1, std::min(size, begin + 7), size}) {
      const SourceSpan span = block.map.to_source({begin, end});
      if (span.begin > span.end || span.end > source_size) {
        return ::testing::AssertionFailure() << "bad range for text " << begin << ".." << end;
      }
    }
  }
  return ::testing::AssertionSuccess();
}

inline ::testing::AssertionResult check_link(const Document& document, const Link& link, std::size_t source_size) {
  if (link.block >= document.blocks.size()) return ::testing::AssertionFailure() << "link of no block";
  const std::size_t text_size = document.blocks[link.block].text.size();
  if (link.text.begin > link.text.end || link.text.end > text_size) {
    return ::testing::AssertionFailure() << "anchor text outside of its block";
  }
  if (link.address_span.begin > link.address_span.end || link.address_span.end > source_size) {
    return ::testing::AssertionFailure() << "address outside of the source";
  }
  return ::testing::AssertionSuccess();
}

inline void check_references(const Document& document, std::uint32_t index) {
  const Block& block = document.blocks[index];
  if (block.heading) {
    ASSERT_LT(*block.heading, index);
    EXPECT_EQ(document.blocks[*block.heading].kind, BlockKind::Heading);
  }
  if (block.lead_in) {
    EXPECT_LT(*block.lead_in, index);
  }
}

// All of the above for a whole document.
inline void check_document(const Document& document) {
  const std::string_view source = document.source->text();
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    ASSERT_TRUE(check_segments(block, source)) << "block " << i << ": " << block.text;
    ASSERT_TRUE(check_clean_text(block.text)) << "block " << i << ": " << block.text;
    ASSERT_TRUE(check_to_source(block, source.size())) << "block " << i << ": " << block.text;
    ASSERT_NO_FATAL_FAILURE(check_references(document, i)) << "block " << i;
  }
  for (const Comment& comment : document.comments) {
    ASSERT_LE(comment.span.begin, comment.span.end);
    ASSERT_LE(comment.span.end, source.size());
    ASSERT_LE(comment.block, document.blocks.size());
  }
  for (const Link& link : document.links) ASSERT_TRUE(check_link(document, link, source.size())) << link.address;
}

}  // namespace hypelint::testing

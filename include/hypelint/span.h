// Half-open byte ranges in the two coordinate systems of hypelint, kept apart by type, and the
// human coordinates that reporters compute from them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hypelint {

// Bytes [begin, end) of Source::text(), 0-based.
struct SourceSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

// Bytes [begin, end) of one Block's text, 0-based. Blocks are limited to 4 GiB.
struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(TextSpan other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(TextSpan other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

// One point of a file as people and protocols name it.
struct Location {
  std::size_t byte = 0;    // 0-based offset into the raw file
  std::size_t line = 1;    // 1-based; LF, CRLF and CR end a line
  std::size_t column = 1;  // 1-based, in code points
  std::size_t utf16 = 1;   // 1-based, in UTF-16 code units (LSP, SARIF)
};

}  // namespace hypelint

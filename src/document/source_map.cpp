#include <algorithm>

#include "hypelint/document.h"

namespace hypelint {
namespace {

using Segment = SourceMap::Segment;

std::uint32_t text_end(const Segment& segment) { return segment.text_begin + segment.text_size; }
std::size_t source_end(const Segment& segment) { return segment.source_begin + segment.source_size; }

std::size_t source_start_of(const Segment& segment, std::uint32_t text_offset) {
  return segment.verbatim ? segment.source_begin + (text_offset - segment.text_begin) : segment.source_begin;
}

std::size_t source_end_of(const Segment& segment, std::uint32_t text_offset) {
  return segment.verbatim ? segment.source_begin + (text_offset - segment.text_begin) : source_end(segment);
}

}  // namespace

void SourceMap::append(Segment segment) {
  if (!segments_.empty() && segment.verbatim) {
    Segment& last = segments_.back();
    if (last.verbatim && source_end(last) == segment.source_begin) {
      last.text_size += segment.text_size;
      last.source_size += segment.source_size;
      return;
    }
  }
  segments_.push_back(segment);
}

SourceSpan SourceMap::to_source(TextSpan span) const {
  if (segments_.empty()) return {};
  const auto ends_after = [](std::uint32_t offset, const Segment& segment) { return offset < text_end(segment); };
  const auto first = std::upper_bound(segments_.begin(), segments_.end(), span.begin, ends_after);
  if (first == segments_.end()) return {source_end(segments_.back()), source_end(segments_.back())};
  const std::size_t begin = source_start_of(*first, span.begin);
  if (span.end <= span.begin) return {begin, begin};
  auto last = std::upper_bound(first, segments_.end(), span.end - 1, ends_after);
  if (last == segments_.end()) --last;
  return {begin, source_end_of(*last, std::min(span.end, text_end(*last)))};
}

}  // namespace hypelint

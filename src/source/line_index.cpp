#include <algorithm>

#include "hypelint/source.h"
#include "source/utf8.h"

namespace hypelint {
namespace {

// Offset of the line that follows the line end at or after `at`; npos in the last line.
std::size_t next_line_start(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("\r\n", at);
  if (end == std::string_view::npos) return end;
  const bool crlf = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
  return end + (crlf ? 2 : 1);
}

}  // namespace

LineIndex::LineIndex(const Source& source) : source_(source), starts_{0} {
  const std::string_view text = source.text();
  for (std::size_t at = next_line_start(text, 0); at < text.size(); at = next_line_start(text, at)) {
    starts_.push_back(at);
  }
  if (!text.empty() && (text.back() == '\n' || text.back() == '\r')) starts_.push_back(text.size());
}

Location LineIndex::locate(std::size_t text_offset) const {
  const std::string_view text = source_.text();
  const std::size_t offset = std::min(text_offset, text.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  Location location;
  location.byte = source_.raw_offset(offset);
  location.line = static_cast<std::size_t>(after - starts_.begin());
  for (std::size_t at = *std::prev(after); at < offset;) {
    const CodePoint code_point = decode_utf8(text, at);
    at += code_point.size;
    if (at > offset) break;
    ++location.column;
    location.utf16 += code_point.value > 0xFFFF ? 2 : 1;
  }
  return location;
}

SourceSpan LineIndex::line_span(std::size_t line) const {
  const std::string_view text = source_.text();
  if (line < 1 || line > starts_.size()) return {text.size(), text.size()};
  const std::size_t begin = starts_[line - 1];
  return {begin, std::min(text.find_first_of("\r\n", begin), text.size())};
}

}  // namespace hypelint

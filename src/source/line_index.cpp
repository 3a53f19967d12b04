#include <algorithm>

#include "hypelint/source.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

// The starts of all lines but the first, in order: each of LF, CR and CRLF ends a line.
class LineStarts {
 public:
  explicit LineStarts(std::string_view text) : text_(text), feed_(text.find('\n')), return_(text.find('\r')) {}

  // npos in the last line.
  std::size_t next() {
    const std::size_t end = std::min(feed_, return_);
    if (end == std::string_view::npos) return end;
    const bool crlf = end == return_ && feed_ == end + 1;
    const std::size_t start = end + (crlf ? 2 : 1);
    if (feed_ < start) feed_ = text_.find('\n', start);
    if (return_ < start) return_ = text_.find('\r', start);
    return start;
  }

 private:
  std::string_view text_;
  std::size_t feed_;
  std::size_t return_;
};

constexpr std::size_t kMilestone = 512;  // bytes

// Counts code points and UTF-16 units along a line.
struct Counter {
  std::string_view text;
  std::size_t offset;
  std::size_t column = 1;
  std::size_t utf16 = 1;

  // To the last code point boundary at or before `end`.
  void advance_to(std::size_t end) {
    while (offset < end) {
      const CodePoint code_point = decode_utf8(text, offset);
      if (offset + code_point.size > end) return;
      offset += code_point.size;
      ++column;
      utf16 += code_point.value > 0xFFFF ? 2 : 1;
    }
  }
};

}  // namespace

LineIndex::LineIndex(const Source& source) : source_(source), starts_{0} {
  const std::string_view text = source.text();
  LineStarts starts(text);
  for (std::size_t at = starts.next(); at < text.size(); at = starts.next()) {
    mark_long_line(starts_.back(), at);
    starts_.push_back(at);
  }
  mark_long_line(starts_.back(), text.size());
  if (!text.empty() && (text.back() == '\n' || text.back() == '\r')) starts_.push_back(text.size());
}

void LineIndex::mark_long_line(std::size_t begin, std::size_t end) {
  if (end - begin < 2 * kMilestone) return;
  Counter counter{source_.text(), begin};
  while (counter.offset + kMilestone < end) {
    counter.advance_to(counter.offset + kMilestone);
    milestones_.push_back({counter.offset, counter.column, counter.utf16});
  }
}

Location LineIndex::locate(std::size_t text_offset) const {
  const std::string_view text = source_.text();
  const std::size_t offset = std::min(text_offset, text.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  Counter counter{text, *std::prev(after)};
  const auto past = std::ranges::upper_bound(milestones_, offset, {}, &Milestone::offset);
  if (past != milestones_.begin() && std::prev(past)->offset > counter.offset) {
    counter = {text, std::prev(past)->offset, std::prev(past)->column, std::prev(past)->utf16};
  }
  counter.advance_to(offset);
  return {source_.raw_offset(offset), static_cast<std::size_t>(after - starts_.begin()), counter.column, counter.utf16};
}

SourceSpan LineIndex::line_span(std::size_t line) const {
  const std::string_view text = source_.text();
  if (line < 1 || line > starts_.size()) return {text.size(), text.size()};
  const std::size_t begin = starts_[line - 1];
  std::size_t end = line < starts_.size() ? starts_[line] : text.size();
  if (end > begin && text[end - 1] == '\n') --end;
  if (end > begin && text[end - 1] == '\r') --end;
  return {begin, end};
}

}  // namespace hypelint

#include "document/markdown_scan.h"

#include <algorithm>

namespace hypelint {

std::size_t NextOccurrence::from(std::size_t position) {
  if (!searched_) {
    for (std::size_t at = text_.find(needle_); at != kNoOffset; at = text_.find(needle_, at + 1)) found_.push_back(at);
    searched_ = true;
  }
  const auto next = std::lower_bound(found_.begin(), found_.end(), position);
  return next == found_.end() ? kNoOffset : *next;
}

std::vector<std::size_t> match_braces(std::string_view text, std::size_t begin) {
  std::vector<std::size_t> match(text.size() - begin, kNoOffset);
  std::vector<std::size_t> open;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '{') {
      open.push_back(i);
    } else if (text[i] == '}' && !open.empty()) {
      match[open.back() - begin] = i;
      open.pop_back();
    }
  }
  return match;
}

std::size_t line_end(std::string_view text, std::size_t position) {
  constexpr std::size_t kStretch = 256;  // so that no call reads far beyond the line
  for (std::size_t at = position; at < text.size(); at += kStretch) {
    const std::string_view stretch = text.substr(at, kStretch);
    const std::size_t feed = stretch.find('\n');
    const std::size_t mark = std::min(feed, stretch.substr(0, feed).find('\r'));
    if (mark != kNoOffset) return at + mark + (text.substr(at + mark).starts_with("\r\n") ? 1 : 0);
  }
  return text.size();
}

bool ends_line(std::string_view text, std::size_t at) {
  return text[at] == '\n' || (text[at] == '\r' && !text.substr(at + 1).starts_with('\n'));
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\r") == kNoOffset; }

std::string_view strip_line_prefix(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
  return line;
}

std::size_t run_length(std::string_view text, char c) { return std::min(text.find_first_not_of(c), text.size()); }

bool is_wide_table_row(std::string_view line, std::size_t limit) {
  if (line.find_first_not_of(" \t\r|:->") != kNoOffset) return false;
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) > limit;
}

}  // namespace hypelint

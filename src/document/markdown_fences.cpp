#include "document/markdown_fences.h"

#include <algorithm>

#include "document/markdown_scan.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::size_t kTab = 4;
constexpr std::size_t kMaxContainers = 100;
constexpr std::size_t kMaxDigits = 9;
constexpr std::size_t kMinFence = 3;

bool is_gap(char c) { return c == ' ' || c == '\t'; }

// Bytes of the list marker at the start of `rest`, 0 for none. White space or the end of the line stands behind it.
std::size_t list_marker_size(std::string_view rest) {
  std::size_t size = 0;
  while (size < rest.size() && ascii::is_digit(rest[size])) ++size;
  if (size > kMaxDigits || size == rest.size()) return 0;
  const std::string_view marks = size > 0 ? ".)" : "-+*";
  if (marks.find(rest[size]) == kNoOffset) return 0;
  ++size;
  return size == rest.size() || is_gap(rest[size]) || rest[size] == '\r' ? size : 0;
}

}  // namespace

// A place in a line, in columns: a tab may be taken in part.
class FenceTracker::Cursor {
 public:
  explicit Cursor(std::string_view line) : line_(line) {}

  [[nodiscard]] std::string_view rest() const {
    return line_.substr(std::min(line_.find_first_not_of(" \t", at_), line_.size()));
  }
  [[nodiscard]] bool is_blank() const { return is_blank_line(line_.substr(at_)); }

  // Columns of white space ahead.
  [[nodiscard]] std::size_t indent() const {
    std::size_t column = column_;
    for (std::size_t i = at_; i < line_.size() && is_gap(line_[i]); ++i) column = after(line_[i], column);
    return column - column_;
  }

  // Goes over columns of white space, at most indent().
  void skip(std::size_t columns) {
    const std::size_t target = column_ + columns;
    while (column_ < target) {
      const std::size_t next = after(line_[at_], column_);
      column_ = std::min(next, target);
      if (next <= target) ++at_;
    }
  }

  // Goes over the white space ahead and so many bytes behind it.
  void skip_mark(std::size_t bytes) {
    skip(indent());
    at_ += bytes;
    column_ += bytes;
  }

 private:
  static std::size_t after(char gap, std::size_t column) {
    return gap == '\t' ? (column / kTab + 1) * kTab : column + 1;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::size_t column_ = 0;
};

bool FenceTracker::take(std::string_view line) {
  Cursor cursor(line);
  const std::size_t matched = match_containers(cursor);
  if (fence_ != 0 && matched == containers_.size()) {
    if (closes_fence(cursor)) fence_ = 0;
    return true;
  }
  fence_ = 0;
  const bool lazy = matched < containers_.size() && in_paragraph_ && !cursor.is_blank() && !may_open(cursor);
  if (lazy) return false;
  containers_.resize(matched);
  const bool item_or_quote = open_containers(cursor);
  const bool text = !cursor.is_blank();
  const bool continues = in_paragraph_ && !item_or_quote;
  if (cursor.indent() < code_indent_ && opens_fence(cursor.rest())) {
    in_paragraph_ = false;
    return true;
  }
  in_paragraph_ = text && (continues || cursor.indent() < code_indent_) && !cursor.rest().starts_with('#');
  return false;
}

void FenceTracker::open_item() {
  if (containers_.size() < kMaxContainers) containers_.push_back({false, 2});
}

// How many of the open containers the line goes on in; the cursor then stands at the content of the last.
std::size_t FenceTracker::match_containers(Cursor& cursor) const {
  std::size_t matched = 0;
  for (const Container& container : containers_) {
    if (container.quote) {
      if (cursor.indent() >= code_indent_ || !cursor.rest().starts_with('>')) break;
      cursor.skip_mark(1);
      cursor.skip(std::min<std::size_t>(cursor.indent(), 1));
    } else if (!cursor.is_blank()) {
      if (cursor.indent() < container.indent) break;
      cursor.skip(container.indent);
    }
    ++matched;
  }
  return matched;
}

// Whether something other than text may begin at the cursor.
bool FenceTracker::may_open(const Cursor& cursor) const {
  if (cursor.indent() >= code_indent_) return false;
  const std::string_view rest = cursor.rest();
  return rest.starts_with('>') || rest.starts_with("```") || rest.starts_with("~~~") || list_marker_size(rest) > 0;
}

// Opens the quotes and list items that begin at the cursor; false when there are none.
bool FenceTracker::open_containers(Cursor& cursor) {
  const std::size_t before = containers_.size();
  while (containers_.size() < kMaxContainers && cursor.indent() < code_indent_) {
    const std::size_t indent = cursor.indent();
    const std::string_view rest = cursor.rest();
    const std::size_t marker = list_marker_size(rest);
    if (rest.starts_with('>')) {
      cursor.skip_mark(1);
      cursor.skip(std::min<std::size_t>(cursor.indent(), 1));
      containers_.push_back({true, 0});
    } else if (marker > 0) {
      cursor.skip_mark(marker);
      const std::size_t gap = cursor.indent();
      const std::size_t taken = cursor.is_blank() || gap > code_indent_ ? std::min<std::size_t>(gap, 1) : gap;
      cursor.skip(taken);
      containers_.push_back({false, indent + marker + std::max<std::size_t>(taken, 1)});
    } else {
      break;
    }
  }
  return containers_.size() > before;
}

bool FenceTracker::opens_fence(std::string_view rest) {
  if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return false;
  const std::size_t run = run_length(rest, rest[0]);
  if (run < kMinFence || (rest[0] == '`' && rest.find('`', run) != kNoOffset)) return false;
  fence_ = rest[0];
  fence_size_ = run;
  return true;
}

bool FenceTracker::closes_fence(const Cursor& cursor) const {
  const std::string_view rest = cursor.rest();
  const std::size_t run = run_length(rest, fence_);
  return cursor.indent() < code_indent_ && run >= fence_size_ && is_blank_line(rest.substr(run));
}

}  // namespace hypelint

#include "document/front_matter_values.h"

#include <algorithm>
#include <string>
#include <utility>

#include "document/markdown_scan.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii::is_space(text[at])) ++at;
  return at;
}

bool is_blank(std::string_view text) { return skip_space(text, 0) == text.size(); }

// Walks a value and the source that spells it side by side.
class Aligner {
 public:
  Aligner(std::string_view text, SourceSpan span, std::string_view value, Escapes escapes)
      : text_(text.substr(0, span.end)), begin_(span.begin), at_(span.begin), value_(value), escapes_(escapes) {}

  std::vector<ValuePiece> run() {
    while (at_ < text_.size() && take_next()) {
    }
    if (skip_space(value_, value_at_) < value_.size()) add_rest();
    return std::move(pieces_);
  }

 private:
  // False where source and value disagree.
  bool take_next() {
    const std::optional<Escape> escape = escape_at(text_, at_, escapes_);
    if (escape ? is_blank(escape->text) : ascii::is_space(text_[at_])) {
      at_ += escape ? escape->size : 1;
      return true;
    }
    const std::size_t end = escape ? at_ + escape->size : verbatim_end();
    const std::string_view spelled = escape ? std::string_view(escape->text) : text_.substr(at_, end - at_);
    const std::size_t next = skip_space(value_, value_at_);
    if (!value_.substr(next).starts_with(spelled)) return false;
    if (next > value_at_ && !pieces_.empty()) add_gap(value_.substr(value_at_, next - value_at_));
    pieces_.push_back({{at_, end}, escape ? std::optional(escape->text) : std::nullopt});
    at_ = end;
    value_at_ = next + spelled.size();
    return true;
  }

  [[nodiscard]] std::size_t verbatim_end() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && !ascii::is_space(text_[end]) && !escape_at(text_, end, escapes_)) ++end;
    return end;
  }

  void add_gap(std::string_view gap) {
    const bool paragraph = std::count(gap.begin(), gap.end(), '\n') > 1;
    pieces_.push_back({{pieces_.back().span.end, at_}, paragraph ? "\n\n" : " "});
  }

  void add_rest() {
    const std::size_t from = pieces_.empty() ? begin_ : pieces_.back().span.end;
    pieces_.push_back({{from, text_.size()}, std::string(value_.substr(value_at_))});
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
  std::string_view value_;
  std::size_t value_at_ = 0;
  Escapes escapes_;
  std::vector<ValuePiece> pieces_;
};

SourceSpan without_space_and_quotes(std::string_view text, SourceSpan span) {
  while (span.begin < span.end && ascii::is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && ascii::is_space(text[span.end - 1])) --span.end;
  const bool quoted = span.end - span.begin >= 2 && (text[span.begin] == '"' || text[span.begin] == '\'') &&
                      text[span.end - 1] == text[span.begin];
  return quoted ? SourceSpan{span.begin + 1, span.end - 1} : span;
}

// The key of a "key: value" line, or nothing.
std::string_view key_of(std::string_view line, std::size_t separator) {
  constexpr std::size_t kMaxKey = 100;  // bytes
  if (separator == std::string_view::npos || separator > kMaxKey) return {};
  const std::string_view key = ascii::trim_right(line.substr(0, separator));
  return key.find_first_of(" \t\"'#-[]{}") == std::string_view::npos ? key : std::string_view();
}

}  // namespace

std::string join_key(std::string_view path, std::string_view key) {
  std::string joined(path);
  if (!joined.empty() && !key.empty()) joined += '.';
  joined += ascii::lower_copy(key.substr(0, kMaxKeyPath));
  if (joined.size() > kMaxKeyPath) joined.resize(kMaxKeyPath);
  return joined;
}

std::vector<ValuePiece> align_value(std::string_view text, SourceSpan span, std::string_view value, Escapes escapes) {
  return Aligner(text, span, value, escapes).run();
}

std::vector<FrontMatterValue> read_lines(std::string_view text, SourceSpan range, char separator) {
  std::vector<FrontMatterValue> values;
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t end = std::min(line_end(text, at), range.end);
    const std::string_view line = text.substr(at, end - at);
    const std::size_t sign = line.find(separator);
    if (const std::string_view key = key_of(line, sign); !key.empty()) {
      const SourceSpan span = without_space_and_quotes(text, {at + sign + 1, end});
      const std::string_view value = text.substr(span.begin, span.end - span.begin);
      if (!value.empty()) {
        values.push_back({join_key("", key), std::string(value), span, {{span, std::nullopt}}});
      }
    }
    at = end + 1;
  }
  return values;
}

}  // namespace hypelint

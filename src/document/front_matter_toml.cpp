#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/front_matter_values.h"
#include "support/ascii.h"
#include "support/toml.h"

namespace hypelint {
namespace {

constexpr std::size_t kMaxToml = std::size_t{1} << 16;  // bytes; more is read line by line

// The parser sees ASCII only: keys may then hold any letters, and its columns are bytes.
std::string ascii_copy(std::string_view text) {
  std::string copy(text);
  std::replace_if(copy.begin(), copy.end(), ascii::is_high, 'x');
  return copy;
}

// Byte offsets of the parser's positions.
class LineStarts {
 public:
  LineStarts(std::string_view text, SourceSpan range) : end_(range.end), starts_{range.begin} {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (text[i] == '\n') starts_.push_back(i + 1);
    }
  }

  [[nodiscard]] SourceSpan span(const TomlValue& value) const {
    const std::size_t begin = byte(value.where);
    return {begin, std::max(begin, byte(value.end))};
  }

 private:
  [[nodiscard]] std::size_t byte(Position position) const {
    if (position.line == 0 || position.line > starts_.size()) return end_;
    return std::min(end_, starts_[position.line - 1] + position.column - std::min<std::size_t>(position.column, 1));
  }

  std::size_t end_;
  std::vector<std::size_t> starts_;
};

SourceSpan without_quotes(std::string_view text, SourceSpan span) {
  for (std::string_view quote : {"\"\"\"", "'''", "\"", "'"}) {
    const std::string_view value = text.substr(span.begin, span.end - span.begin);
    if (value.size() >= 2 * quote.size() && value.starts_with(quote) && value.ends_with(quote)) {
      return {span.begin + quote.size(), span.end - quote.size()};
    }
  }
  return span;
}

class TomlReader {
 public:
  TomlReader(std::string_view text, SourceSpan range) : text_(text), lines_(text, range) {}

  void visit(const TomlValue& value, const std::string& path) {
    for (const TomlEntry& entry : value.table) visit(entry.value, join_key(path, entry.key));
    for (const TomlValue& element : value.array) visit(element, path);
    if (value.kind != TomlKind::Table && value.kind != TomlKind::Array) add(value, path);
  }

  std::vector<FrontMatterValue> take_values() {
    std::stable_sort(values_.begin(), values_.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return std::move(values_);
  }

 private:
  void add(const TomlValue& read, const std::string& path) {
    const SourceSpan whole = lines_.span(read);
    const SourceSpan span = without_quotes(text_, whole);
    const bool escaping = read.kind == TomlKind::String && text_[whole.begin] == '"';
    const Escapes escapes = escaping ? Escapes::Backslash : Escapes::None;
    std::string value = unescaped(text_.substr(span.begin, span.end - span.begin), escapes);
    std::vector<ValuePiece> pieces = align_value(text_, span, value, escapes);
    values_.push_back({path, std::move(value), span, std::move(pieces)});
  }

  std::string_view text_;
  LineStarts lines_;
  std::vector<FrontMatterValue> values_;
};

}  // namespace

std::vector<FrontMatterValue> read_toml(std::string_view text, SourceSpan range) {
  const std::string_view toml = text.substr(range.begin, range.end - range.begin);
  if (toml.size() > kMaxToml) return read_lines(text, range, '=');
  const Result<TomlValue> root = parse_toml(ascii_copy(toml), "", ErrorCode::Input);
  if (!root) return read_lines(text, range, '=');
  TomlReader reader(text, range);
  reader.visit(root.value(), "");
  return reader.take_values();
}

}  // namespace hypelint

#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#define TOML_EXCEPTIONS 0
// toml++ 3.3 asserts what malformed input ("[=") does not keep, and then reports that input as an error.
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include "document/front_matter_values.h"
#include "source/utf8.h"

namespace hypelint {
namespace {

// toml++ 3.3 has undefined behaviour on letters beyond ASCII outside of strings, so it sees ASCII only; with that,
// its columns are bytes.
std::string ascii_copy(std::string_view text) {
  std::string copy(text);
  std::replace_if(
      copy.begin(), copy.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, 'x');
  return copy;
}

// Byte offsets of toml++'s positions.
class LineStarts {
 public:
  LineStarts(std::string_view text, SourceSpan range) : end_(range.end), starts_{range.begin} {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (text[i] == '\n') starts_.push_back(i + 1);
    }
  }

  [[nodiscard]] SourceSpan span(const toml::source_region& region) const {
    const std::size_t begin = byte(region.begin);
    return {begin, std::max(begin, byte(region.end))};
  }

 private:
  [[nodiscard]] std::size_t byte(const toml::source_position& position) const {
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

// The value of a quoted string with escapes.
std::string unescape(std::string_view quoted) {
  std::ostringstream ascii;
  ascii << "v = " << std::hex << std::setfill('0');
  for (std::size_t at = 0; at < quoted.size();) {
    const CodePoint code_point = decode_utf8(quoted, at);
    if (static_cast<unsigned char>(quoted[at]) < 0x80) {
      ascii << quoted[at];
    } else {
      ascii << "\\U" << std::setw(8)
            << (code_point.well_formed ? static_cast<std::uint32_t>(code_point.value) : 0xFFFDU);
    }
    at += code_point.size;
  }
  const toml::parse_result parsed = toml::parse(ascii.str());
  return parsed ? parsed.table()["v"].value_or(std::string(quoted)) : std::string(quoted);
}

class TomlReader {
 public:
  TomlReader(std::string_view text, SourceSpan range) : text_(text), lines_(text, range) {}

  void visit(const toml::node& node, const std::string& path) {
    if (const toml::table* table = node.as_table()) {
      for (auto&& [key, child] : *table) visit(child, join_key(path, key.str()));
    } else if (const toml::array* array = node.as_array()) {
      for (const toml::node& child : *array) visit(child, path);
    } else {
      add(node, path);
    }
  }

  std::vector<FrontMatterValue> take_values() {
    std::stable_sort(values_.begin(), values_.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return std::move(values_);
  }

 private:
  void add(const toml::node& node, const std::string& path) {
    const SourceSpan whole = lines_.span(node.source());
    const SourceSpan span = without_quotes(text_, whole);
    std::string value(text_.substr(span.begin, span.end - span.begin));
    const bool escapes = node.is_string() && text_[whole.begin] == '"' && value.find('\\') != std::string::npos;
    if (escapes) value = unescape(text_.substr(whole.begin, whole.end - whole.begin));
    std::vector<ValuePiece> pieces = align_value(text_, span, value);
    values_.push_back({path, std::move(value), span, std::move(pieces)});
  }

  std::string_view text_;
  LineStarts lines_;
  std::vector<FrontMatterValue> values_;
};

}  // namespace

std::vector<FrontMatterValue> read_toml(std::string_view text, SourceSpan range) {
  constexpr std::size_t max_toml = std::size_t{1} << 16;
  if (range.end - range.begin > max_toml) return {};
  const toml::parse_result parsed = toml::parse(ascii_copy(text.substr(range.begin, range.end - range.begin)));
  if (!parsed) return {};
  TomlReader reader(text, range);
  reader.visit(parsed.table(), "");
  return reader.take_values();
}

}  // namespace hypelint

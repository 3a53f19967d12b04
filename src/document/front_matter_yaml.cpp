#include <yaml.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/front_matter_values.h"
#include "document/markdown_scan.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

// libyaml takes quadratic time on deep nesting.
constexpr std::size_t kMaxYaml = std::size_t{1} << 16;
constexpr std::ptrdiff_t kMaxFlowCollections = 3000;

bool is_tame(std::string_view yaml) {
  if (yaml.size() > kMaxYaml) return false;
  return std::count_if(yaml.begin(), yaml.end(), [](char c) { return c == '[' || c == '{'; }) <= kMaxFlowCollections;
}

// Byte offsets of libyaml's marks, which count code points.
class MarkIndex {
 public:
  MarkIndex(std::string_view text, SourceSpan range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (!is_continuation_byte(text[i])) starts_.push_back(i);
    }
    starts_.push_back(range.end);
  }
  [[nodiscard]] std::size_t byte(const yaml_mark_t& mark) const {
    return starts_[std::min(mark.index, starts_.size() - 1)];
  }

 private:
  std::vector<std::size_t> starts_;
};

struct Level {
  bool mapping;
  std::string path;
  std::optional<std::string> key;  // of a mapping, while its value is awaited
};

// Without the anchor ("&name") and the tag ("!name") before a scalar.
SourceSpan without_properties(std::string_view text, SourceSpan span) {
  while (span.begin < span.end && (text[span.begin] == '&' || text[span.begin] == '!')) {
    while (span.begin < span.end && !ascii::is_space(text[span.begin])) ++span.begin;
    while (span.begin < span.end && ascii::is_space(text[span.begin])) ++span.begin;
  }
  return span;
}

// Content of a scalar without quotes or block header.
SourceSpan content_span(std::string_view text, SourceSpan span, yaml_scalar_style_t style) {
  span = without_properties(text, span);
  if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
    return span.end - span.begin >= 2 ? SourceSpan{span.begin + 1, span.end - 1} : span;
  }
  if (style != YAML_LITERAL_SCALAR_STYLE && style != YAML_FOLDED_SCALAR_STYLE) return span;
  const std::size_t line = line_end(text, span.begin);
  return {line < span.end ? line + 1 : span.end, span.end};
}

Escapes escapes_of(yaml_scalar_style_t style) {
  if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) return Escapes::Backslash;
  return style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? Escapes::DoubledQuote : Escapes::None;
}

class YamlReader {
 public:
  YamlReader(std::string_view text, SourceSpan range) : text_(text), marks_(text, range) {}

  // False when the text is not YAML.
  bool read(SourceSpan range) {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0) return false;
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text_.data()) + range.begin,
                                 range.end - range.begin);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    bool more = true, good = true;
    while (more) {
      yaml_event_t event;
      good = yaml_parser_parse(&parser, &event) != 0;
      if (!good) break;
      take(event);
      more = event.type != YAML_STREAM_END_EVENT && event.type != YAML_DOCUMENT_END_EVENT;
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return good;
  }
  std::vector<FrontMatterValue> take_values() { return std::move(values_); }

 private:
  void take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_MAPPING_START_EVENT:
      case YAML_SEQUENCE_START_EVENT:
        levels_.push_back({event.type == YAML_MAPPING_START_EVENT, value_path(), std::nullopt});
        break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        if (!levels_.empty()) levels_.pop_back();
        end_value();
        break;
      case YAML_ALIAS_EVENT:
        end_value();
        break;
      case YAML_SCALAR_EVENT:
        take_scalar(event);
        break;
      default:
        break;
    }
  }

  [[nodiscard]] std::string value_path() const {
    if (levels_.empty()) return {};
    const Level& level = levels_.back();
    return level.mapping ? join_key(level.path, level.key.value_or("")) : level.path;
  }

  void end_value() {
    if (!levels_.empty()) levels_.back().key.reset();
  }

  void take_scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    std::string value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (!levels_.empty() && levels_.back().mapping && !levels_.back().key) {
      levels_.back().key = value.substr(0, kMaxKeyPath);
      return;
    }
    const SourceSpan whole{marks_.byte(event.start_mark), marks_.byte(event.end_mark)};
    const SourceSpan span = content_span(text_, whole, scalar.style);
    values_.push_back({value_path(), value, span, align_value(text_, span, value, escapes_of(scalar.style))});
    end_value();
  }

  std::string_view text_;
  MarkIndex marks_;
  std::vector<Level> levels_;
  std::vector<FrontMatterValue> values_;
};

}  // namespace

std::vector<FrontMatterValue> read_yaml(std::string_view text, SourceSpan range) {
  if (!is_tame(text.substr(range.begin, range.end - range.begin))) return read_lines(text, range, ':');
  YamlReader reader(text, range);
  return reader.read(range) ? reader.take_values() : read_lines(text, range, ':');
}

}  // namespace hypelint

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/front_matter_values.h"

namespace hypelint {
namespace {

std::size_t string_end(std::string_view text, std::size_t open) {
  std::size_t at = open + 1;
  while (text[at] != '"') at += text[at] == '\\' ? 2 : 1;
  return at;
}

std::string decode_string(std::string_view text, std::size_t open, std::size_t close) {
  return nlohmann::json::parse(text.substr(open, close + 1 - open)).get<std::string>();
}

// Walks valid JSON for the places of its scalars.
class JsonWalker {
 public:
  explicit JsonWalker(std::string_view text) : text_(text) {}

  std::vector<FrontMatterValue> walk(SourceSpan range) {
    for (std::size_t at = range.begin; at < range.end;) at = step(at);
    return std::move(values_);
  }

 private:
  struct Level {
    bool object;
    std::string path;
    std::string key;
    bool awaits_key;
  };

  std::size_t step(std::size_t at) {
    switch (text_[at]) {
      case '{':
      case '[':
        levels_.push_back({text_[at] == '{', path(), {}, text_[at] == '{'});
        return at + 1;
      case '}':
      case ']':
        levels_.pop_back();
        return at + 1;
      case ',':
        levels_.back().awaits_key = levels_.back().object;
        return at + 1;
      case '"':
        return take_string(at);
      case ':':
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        return at + 1;
      default:
        return take_literal(at);
    }
  }

  [[nodiscard]] std::string path() const {
    if (levels_.empty()) return {};
    const Level& level = levels_.back();
    return level.object ? join_key(level.path, level.key) : level.path;
  }

  std::size_t take_string(std::size_t open) {
    const std::size_t close = string_end(text_, open);
    std::string value = decode_string(text_, open, close);
    if (!levels_.empty() && levels_.back().awaits_key) {
      levels_.back().key = std::move(value);
      levels_.back().awaits_key = false;
    } else {
      add(std::move(value), {open + 1, close});
    }
    return close + 1;
  }

  std::size_t take_literal(std::size_t at) {
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}", at), text_.size());
    add(std::string(text_.substr(at, end - at)), {at, end});
    return end;
  }

  void add(std::string value, SourceSpan span) {
    std::vector<ValuePiece> pieces = align_value(text_, span, value, Escapes::Backslash);
    values_.push_back({path(), std::move(value), span, std::move(pieces)});
  }

  std::string_view text_;
  std::vector<Level> levels_;
  std::vector<FrontMatterValue> values_;
};

}  // namespace

bool is_json(std::string_view text, SourceSpan range) {
  const std::string_view json = text.substr(range.begin, range.end - range.begin);
  // nlohmann takes a NUL for the end of the text.
  return json.find('\0') == std::string_view::npos && nlohmann::json::accept(json);
}

std::vector<FrontMatterValue> read_json(std::string_view text, SourceSpan range) {
  if (!is_json(text, range)) return {};
  return JsonWalker(text).walk(range);
}

}  // namespace hypelint

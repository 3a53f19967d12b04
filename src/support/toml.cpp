#include "support/toml.h"

#define TOML_EXCEPTIONS 0
// toml++ 3.3 asserts what malformed input ("[=") does not keep, and then reports that input as an error.
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include "support/ascii.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

Position position_of(const toml::source_position& place) { return {place.line, place.column}; }

TomlKind kind_of(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string:
      return TomlKind::String;
    case toml::node_type::integer:
      return TomlKind::Integer;
    case toml::node_type::floating_point:
      return TomlKind::Float;
    case toml::node_type::boolean:
      return TomlKind::Boolean;
    case toml::node_type::array:
      return TomlKind::Array;
    case toml::node_type::table:
      return TomlKind::Table;
    default:
      return TomlKind::Date;
  }
}

TomlValue convert(const toml::node& node);

std::vector<TomlEntry> convert_entries(const toml::table& table) {
  std::vector<TomlEntry> entries;
  entries.reserve(table.size());
  for (const auto& [key, node] : table) {
    entries.push_back({std::string(key.str()), position_of(key.source().begin), convert(node)});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
    return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
  });
  return entries;
}

TomlValue convert(const toml::node& node) {
  TomlValue value;
  value.kind = kind_of(node);
  value.where = position_of(node.source().begin);
  value.end = position_of(node.source().end);
  if (const auto* string = node.as_string()) value.string = string->get();
  if (const auto* integer = node.as_integer()) value.integer = integer->get();
  if (const auto* boolean = node.as_boolean()) value.boolean = boolean->get();
  if (const auto* table = node.as_table()) value.table = convert_entries(*table);
  if (const auto* array = node.as_array()) {
    value.array.reserve(array->size());
    for (const toml::node& element : *array) value.array.push_back(convert(element));
  }
  return value;
}

// The end of the string that begins with a quotation mark at `at`; one that is not closed ends with its line, or, over
// lines, with the text.
std::size_t string_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string three(3, quote);
  const bool over_lines = text.substr(at).starts_with(three);
  const std::string_view close = over_lines ? std::string_view(three) : std::string_view(three).substr(0, 1);
  for (at += close.size(); at < text.size(); ++at) {
    if (text[at] == '\n' && !over_lines) return at;
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text.substr(at).starts_with(close)) {
      // Up to two more marks before the closing ones belong to the string.
      at += close.size();
      while (over_lines && ascii::at(text, at) == quote) ++at;
      return at;
    }
  }
  return text.size();
}

// How deep the values at a place nest: the brackets open there, and the parts of the keys that opened them.
class Nesting {
 public:
  void pass(char c) {
    if (c == '[' || c == '{') {
      opened_.push_back(1 + dots_);
      depth_ += opened_.back();
      dots_ = 0;
    } else if ((c == ']' || c == '}') && !opened_.empty()) {
      depth_ -= opened_.back();
      opened_.pop_back();
    } else if (c == '.') {
      ++dots_;
    } else if (c == ',' || c == '\n') {
      dots_ = 0;
    }
  }
  // Since the last value or line ended.
  [[nodiscard]] std::size_t dots() const { return dots_; }
  [[nodiscard]] std::size_t depth() const { return depth_; }

 private:
  std::vector<std::size_t> opened_;  // what each open bracket adds to the depth
  std::size_t depth_ = 0;
  std::size_t dots_ = 0;
};

// The first place at which toml++ 3.3 must not be let: a byte beyond ASCII outside of strings and comments, where its
// behaviour is undefined, or tables so deep that the calls for them overflow the stack.
struct Stray {
  std::size_t at;
  std::string_view reason;
};

std::optional<Stray> stray_place(std::string_view text) {
  constexpr std::size_t kMostDots = 256;
  constexpr std::size_t kMostDepth = 512;
  Nesting nesting;
  for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
    if (ascii::is_high(text[at])) return Stray{at, "what is not ASCII needs quotes"};
    nesting.pass(text[at]);
    if (nesting.dots() > kMostDots) return Stray{at, "a key has more than 256 parts"};
    if (nesting.depth() > kMostDepth) return Stray{at, "values nest more than 512 deep"};
    if (text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (text[at] == '"' || text[at] == '\'') {
      at = string_end(text, at);
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

Position position_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const auto inside = static_cast<std::size_t>(std::ranges::count_if(line, is_continuation_byte));
  return {lines + 1, line.size() - inside + 1};
}

// The file's bytes, or nothing with errno set.
std::optional<std::string> read_bytes(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return std::nullopt;
  std::string bytes;
  char buffer[16384];
  while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, file.get())) bytes.append(buffer, size);
  if (std::ferror(file.get()) != 0) return std::nullopt;
  return bytes;
}

}  // namespace

std::string_view describe(TomlKind kind) {
  switch (kind) {
    case TomlKind::String:
      return "a string";
    case TomlKind::Integer:
      return "an integer";
    case TomlKind::Float:
      return "a decimal number";
    case TomlKind::Boolean:
      return "true or false";
    case TomlKind::Date:
      return "a date or time";
    case TomlKind::Array:
      return "an array";
    case TomlKind::Table:
      return "a table";
  }
  return "a value";
}

Result<TomlValue> parse_toml(std::string_view text, const std::string& path, ErrorCode code) {
  if (const std::optional<Stray> stray = stray_place(text)) {
    return Error{code, "not valid TOML: " + std::string(stray->reason), path, position_at(text, stray->at)};
  }
  const toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return Error{code, "not valid TOML: " + std::string(error.description()), path, position_of(error.source().begin)};
  }
  TomlValue root = convert(parsed.table());
  root.where = {1, 1};
  return root;
}

Result<TomlValue> load_toml(const std::string& path, ErrorCode code) {
  errno = 0;
  const std::optional<std::string> bytes = read_bytes(path);
  if (!bytes) return Error{code, std::string("cannot read the file: ") + std::strerror(errno), path, {}};
  return parse_toml(*bytes, path, code);
}

}  // namespace hypelint

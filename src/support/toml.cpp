#include "support/toml.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

namespace hypelint {
namespace {

Position position_of(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

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
    entries.push_back({std::string(key.str()), position_of(key.source()), convert(node)});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
    return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
  });
  return entries;
}

TomlValue convert(const toml::node& node) {
  TomlValue value;
  value.kind = kind_of(node);
  value.where = position_of(node.source());
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
  const toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return Error{code, "not valid TOML: " + std::string(error.description()), path, position_of(error.source())};
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

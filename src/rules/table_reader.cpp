#include "rules/table_reader.h"

#include <algorithm>
#include <utility>

#include "text/nearest_name.h"

namespace hypelint {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

std::string quoted(std::string_view name) { return std::string(1, '"').append(name).append(1, '"'); }

std::string join_names(std::span<const std::string_view> names) {
  std::string joined;
  for (const std::string_view name : names) {
    if (!joined.empty()) joined += ", ";
    joined += name;
  }
  return joined;
}

std::string suggestion(std::string_view wrong, std::span<const std::string_view> names) {
  if (const auto nearest = nearest_name(wrong, names)) return "; did you mean " + quoted(*nearest) + "?";
  return names.empty() ? std::string() : "; allowed: " + join_names(names);
}

void TableReader::allow(std::span<const std::string_view> keys) const {
  for (const TomlEntry& entry : table_->table) {
    if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
    errors_->add(entry.where, "unknown key " + quoted(entry.key) + suggestion(entry.key, keys));
  }
}

bool TableReader::require(std::string_view key, std::string_view what) const {
  if (find(key) != nullptr) return true;
  errors_->add(table_->where, "missing key " + quoted(key) + ": " + std::string(what) + " needs it");
  return false;
}

const TomlValue* TableReader::find(std::string_view key) const {
  const auto entry = std::find_if(table_->table.begin(), table_->table.end(),
                                  [&](const TomlEntry& candidate) { return candidate.key == key; });
  return entry != table_->table.end() ? &entry->value : nullptr;
}

Position TableReader::where(std::string_view key) const {
  const TomlValue* value = find(key);
  return value != nullptr ? value->where : table_->where;
}

bool TableReader::has_kind(const TomlValue& value, std::string_view key, TomlKind kind) const {
  if (value.kind == kind) return true;
  errors_->add(value.where,
               quoted(key) + " must be " + std::string(describe(kind)) + ", not " + std::string(describe(value.kind)));
  return false;
}

const TomlValue* TableReader::typed(std::string_view key, TomlKind kind) const {
  const TomlValue* value = find(key);
  return value != nullptr && has_kind(*value, key, kind) ? value : nullptr;
}

std::string TableReader::text(std::string_view key) const {
  const TomlValue* value = typed(key, TomlKind::String);
  if (value == nullptr) return {};
  if (is_blank(value->string)) errors_->add(value->where, quoted(key) + " must not be empty");
  return value->string;
}

std::string TableReader::required_text(std::string_view key, std::string_view what) const {
  return require(key, what) ? text(key) : std::string();
}

bool TableReader::boolean(std::string_view key, bool fallback) const {
  const TomlValue* value = typed(key, TomlKind::Boolean);
  return value != nullptr ? value->boolean : fallback;
}

std::optional<int> TableReader::integer(std::string_view key, int least, int most) const {
  const TomlValue* value = typed(key, TomlKind::Integer);
  if (value == nullptr) return std::nullopt;
  if (value->integer < least || value->integer > most) {
    errors_->add(value->where, quoted(key) + " must be from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
  }
  return static_cast<int>(value->integer);
}

std::vector<Located> TableReader::strings(std::string_view key) const {
  std::vector<Located> strings;
  const TomlValue* value = typed(key, TomlKind::Array);
  if (value == nullptr) return strings;
  strings.reserve(value->array.size());
  for (const TomlValue& element : value->array) {
    if (element.kind != TomlKind::String) {
      errors_->add(element.where, quoted(key) + " must hold strings, not " + std::string(describe(element.kind)));
    } else if (is_blank(element.string)) {
      errors_->add(element.where, quoted(key) + " must not hold empty strings");
    } else {
      strings.push_back({element.string, element.where});
    }
  }
  return strings;
}

std::optional<TableReader> TableReader::table(std::string_view key) const {
  const TomlValue* value = typed(key, TomlKind::Table);
  return value != nullptr ? std::optional(TableReader(*value, *errors_)) : std::nullopt;
}

std::vector<TableReader> TableReader::tables(std::string_view key) const {
  std::vector<TableReader> readers;
  const TomlValue* value = find(key);
  if (value == nullptr) return readers;
  if (value->kind == TomlKind::Table) return {TableReader(*value, *errors_)};
  if (!has_kind(*value, key, TomlKind::Array)) return readers;
  for (const TomlValue& element : value->array) {
    if (element.kind == TomlKind::Table) {
      readers.emplace_back(element, *errors_);
    } else {
      errors_->add(element.where, quoted(key) + " must hold tables, not " + std::string(describe(element.kind)));
    }
  }
  return readers;
}

std::optional<std::size_t> TableReader::index_of(const Located& name, std::string_view what,
                                                 std::span<const std::string_view> names) const {
  const auto found = std::find(names.begin(), names.end(), name.text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const auto nearest = nearest_name(name.text, names);
  errors_->add(name.where, "unknown name " + quoted(name.text) + " in " + quoted(what) +
                               (nearest ? "; did you mean " + quoted(*nearest) + "?" : ";") +
                               " allowed: " + join_names(names));
  return std::nullopt;
}

}  // namespace hypelint

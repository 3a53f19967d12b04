// Reads TOML tables against a schema and notes every fault instead of stopping at the first one.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/result.h"
#include "rules/names.h"
#include "support/toml.h"

namespace hypelint {

// The faults of one file.
struct FileErrors {
  ErrorCode code = ErrorCode::RulePack;
  std::string path;
  Errors errors;

  void add(Position where, std::string message) { errors.push_back({code, std::move(message), path, where}); }
};

// A string and its place.
struct Located {
  std::string text;
  Position where;
};

// The name between double quotes.
std::string quoted(std::string_view name);
// "a, b, c".
std::string join_names(std::span<const std::string_view> names);
// `; did you mean "x"?` when a name is near, else `; allowed: a, b, c`.
std::string suggestion(std::string_view wrong, std::span<const std::string_view> names);

// One table. Each read reports a value of the wrong type or an unknown name; an absent key is no fault unless required.
// The table and the errors must outlive the reader.
class TableReader {
 public:
  TableReader(const TomlValue& table, FileErrors& errors) : table_(&table), errors_(&errors) {}

  // Reports every key that is not among these.
  void allow(std::span<const std::string_view> keys) const;
  void allow(std::initializer_list<std::string_view> keys) const { allow(std::span(keys.begin(), keys.size())); }
  // Reports the absence of a key; `what` says where: "a claim rule", "a lexicon".
  bool require(std::string_view key, std::string_view what) const;

  [[nodiscard]] const TomlValue* find(std::string_view key) const;
  [[nodiscard]] Position where() const { return table_->where; }
  // Place of the value, of the table when the key is absent.
  [[nodiscard]] Position where(std::string_view key) const;
  [[nodiscard]] const std::vector<TomlEntry>& entries() const { return table_->table; }
  [[nodiscard]] FileErrors& errors() const { return *errors_; }

  // Empty when absent; a string that is present but blank is a fault.
  [[nodiscard]] std::string text(std::string_view key) const;
  // The same, and absence is a fault.
  [[nodiscard]] std::string required_text(std::string_view key, std::string_view what) const;
  [[nodiscard]] bool boolean(std::string_view key, bool fallback) const;
  [[nodiscard]] std::optional<int> integer(std::string_view key, int least, int most) const;
  [[nodiscard]] std::vector<Located> strings(std::string_view key) const;
  [[nodiscard]] std::optional<TableReader> table(std::string_view key) const;
  // The tables of an array, or the one table that stands in its place.
  [[nodiscard]] std::vector<TableReader> tables(std::string_view key) const;

  template <typename Enum>
  [[nodiscard]] std::optional<Enum> choice(std::string_view key) const {
    const TomlValue* value = typed(key, TomlKind::String);
    return value != nullptr ? named<Enum>(*value, key) : std::nullopt;
  }
  template <typename Enum>
  [[nodiscard]] std::vector<Enum> choices(std::string_view key) const {
    std::vector<Enum> values;
    for (const Located& name : strings(key)) {
      if (const auto index = index_of(name, key, names_of<Enum>())) values.push_back(static_cast<Enum>(*index));
    }
    return values;
  }
  // An array of arrays of names.
  template <typename Enum>
  [[nodiscard]] std::vector<std::vector<Enum>> choice_groups(std::string_view key) const {
    std::vector<std::vector<Enum>> groups;
    const TomlValue* value = typed(key, TomlKind::Array);
    if (value == nullptr) return groups;
    for (const TomlValue& inner : value->array) {
      if (!has_kind(inner, key, TomlKind::Array)) continue;
      std::vector<Enum>& group = groups.emplace_back();
      for (const TomlValue& name : inner.array) {
        if (const auto one = named<Enum>(name, key)) group.push_back(*one);
      }
    }
    return groups;
  }
  // The enumerator a string value names; `what` says of which kind ("severity").
  template <typename Enum>
  [[nodiscard]] std::optional<Enum> named(const TomlValue& value, std::string_view what) const {
    if (!has_kind(value, what, TomlKind::String)) return std::nullopt;
    const auto index = index_of({value.string, value.where}, what, names_of<Enum>());
    return index ? std::optional(static_cast<Enum>(*index)) : std::nullopt;
  }
  // Index of the name in the list; a fault when it is not there.
  [[nodiscard]] std::optional<std::size_t> index_of(const Located& name, std::string_view what,
                                                    std::span<const std::string_view> names) const;

 private:
  [[nodiscard]] const TomlValue* typed(std::string_view key, TomlKind kind) const;
  bool has_kind(const TomlValue& value, std::string_view key, TomlKind kind) const;

  const TomlValue* table_;
  FileErrors* errors_;
};

}  // namespace hypelint

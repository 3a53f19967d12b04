// A TOML file as a plain tree in which every key and value knows its place. The only door to the TOML library: rule
// packs, configuration and front matter go through it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/result.h"

namespace hypelint {

enum class TomlKind { String, Integer, Float, Boolean, Date, Array, Table };
// "a string", "an integer", "an array" …, as error messages speak of them.
std::string_view describe(TomlKind kind);

struct TomlEntry;

struct TomlValue {
  TomlKind kind = TomlKind::Table;
  Position where;                // columns count code points
  Position end;                  // just behind the value
  std::string string;            // kind String
  std::int64_t integer = 0;      // kind Integer
  bool boolean = false;          // kind Boolean
  std::vector<TomlValue> array;  // kind Array
  std::vector<TomlEntry> table;  // kind Table, in source order
};

struct TomlEntry {
  std::string key;
  Position where;
  TomlValue value;
};

// The root table of a TOML text. Total: keys that are not ASCII and stand without quotes are an error, too. `path` and
// `code` go into the error.
Result<TomlValue> parse_toml(std::string_view text, const std::string& path, ErrorCode code);
// The same for a file; one that cannot be read is an error with the operating system's reason.
Result<TomlValue> load_toml(const std::string& path, ErrorCode code);

}  // namespace hypelint

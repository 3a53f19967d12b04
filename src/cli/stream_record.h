// One line of the input of `hypelint stream`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "hypelint/source.h"

namespace hypelint {

struct StreamDocument {
  std::string id;    // as JSON, for the answer
  std::string name;  // the id as text: the path of the report
  std::string bytes;
  std::optional<Format> format;  // without one, as the extension of the name says
  std::string language;          // primary subtag; empty = as the document states or shows
};

struct StreamFault {
  std::string id = "null";  // as JSON; null where the line does not tell
  std::string_view code;    // "json", "id", "text", "base64", "format", "lang", "too-long", "not-text", "internal"
  std::string message;
};

// Total. Reads one JSON object and keeps only the members it knows; nesting costs no memory. Half a surrogate pair
// reads as U+FFFD.
std::variant<StreamDocument, StreamFault> read_stream_record(std::string line);

// The id, as JSON, of a line of which only the start is there; "null" where that does not tell it.
std::string id_at_start_of(std::string_view line);

}  // namespace hypelint

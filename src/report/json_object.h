// A JSON object written straight into a string, member by member: a report may hold a hundred thousand of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hypelint {

// Keys are plain ASCII. The object is complete when it is closed.
class JsonObject {
 public:
  // Both write at the end of `out`, which must outlive the object.
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }

  // Bytes that are no UTF-8 are written as U+FFFD.
  void add(std::string_view key, std::string_view text);
  void add(std::string_view key, std::uint64_t number);
  // `json` is a whole value.
  void add_json(std::string_view key, std::string_view json);
  // The value that `write` appends to the string.
  template <typename Write>
  void add_written(std::string_view key, const Write& write) {
    name(key);
    write(out_);
  }
  void close() { out_ += '}'; }

 private:
  void name(std::string_view key);

  std::string& out_;
  bool first_ = true;
};

}  // namespace hypelint

#include "report/json_object.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/display_width.h"

namespace hypelint {
namespace {

bool stands_for_itself(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

}  // namespace

void JsonObject::name(std::string_view key) {
  if (!first_) out_ += ',';
  first_ = false;
  out_.append(1, '"').append(key).append("\":");
}

void JsonObject::add(std::string_view key, std::string_view text) {
  name(key);
  if (std::ranges::all_of(text, stands_for_itself)) {
    out_.append(1, '"').append(text).append(1, '"');
  } else {
    out_ += nlohmann::json(well_formed(text)).dump();
  }
}

void JsonObject::add(std::string_view key, std::uint64_t number) {
  name(key);
  out_ += std::to_string(number);
}

void JsonObject::add_json(std::string_view key, std::string_view json) {
  name(key);
  out_ += json;
}

}  // namespace hypelint

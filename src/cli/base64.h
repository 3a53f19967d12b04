// Base64 as RFC 4648 has it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hypelint {

// The bytes; nothing for any other character, white space included, and for missing or wrong padding.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace hypelint

// Text inside XML 1.0, for any bytes.
#pragma once

#include <string>
#include <string_view>

namespace hypelint {

// For element text and attribute values alike. What XML cannot hold (control characters, U+FFFE, U+FFFF, ill-formed
// bytes) becomes U+FFFD.
std::string xml_text(std::string_view text);

// ` name="value"`
std::string xml_attribute(std::string_view name, std::string_view value);
std::string xml_attribute(std::string_view name, std::size_t value);

}  // namespace hypelint

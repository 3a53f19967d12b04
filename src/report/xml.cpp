#include "report/xml.h"

#include "support/utf8.h"

namespace hypelint {
namespace {

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

// Empty for a character that stands for itself. Line ends and tabs are escaped because parsers normalise them.
std::string_view reference(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return "";
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint decoded = decode_utf8(text, at);
    const std::string_view escaped = reference(decoded.value);
    if (!decoded.well_formed || !is_xml_character(decoded.value)) {
      append_utf8(out, kReplacementCharacter);
    } else {
      out += escaped.empty() ? text.substr(at, decoded.size) : escaped;
    }
    at += decoded.size;
  }
  return out;
}

std::string xml_attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + xml_text(value) + "\"";
}

std::string xml_attribute(std::string_view name, std::size_t value) {
  return xml_attribute(name, std::string_view(std::to_string(value)));
}

}  // namespace hypelint

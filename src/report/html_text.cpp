#include <cstdio>

#include "report/html_parts.h"
#include "support/prose.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

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
    case '\'':
      return "&#39;";
    case '\t':
      return "&#9;";
    default:
      return "";
  }
}

bool is_override(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_unfit(char32_t c) { return (c >= 0x80 && c < 0xA0) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

std::string spelled_out(char32_t c) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "\\u%04x", static_cast<unsigned>(c));
  return buffer.data();
}

void append_character(std::string& out, char32_t c) {
  if (const std::string_view escaped = reference(c); !escaped.empty()) {
    out += escaped;
  } else if (c == '\n') {
    out += '\n';
  } else if (c < 0x20 || c == 0x7F) {
    append_utf8(out, c == 0x7F ? 0x2421 : 0x2400 + c);
  } else if (is_override(c)) {
    out += spelled_out(c);
  } else {
    append_utf8(out, is_unfit(c) ? kReplacementCharacter : c);
  }
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint decoded = decode_utf8(text, at);
    at += decoded.size;
    if (decoded.value == '\r') {
      if (at == text.size() || text[at] != '\n') out += '\n';
    } else {
      append_character(out, decoded.well_formed ? decoded.value : kReplacementCharacter);
    }
  }
}

std::string html_text(std::string_view text) {
  std::string out;
  append_html_text(out, text);
  return out;
}

std::string html_excerpt(std::string_view text, std::size_t bytes) { return html_text(cut(text, bytes)); }

}  // namespace hypelint

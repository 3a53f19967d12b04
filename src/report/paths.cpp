#include "report/paths.h"

namespace hypelint {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool is_reserved(char c) {
  return c != '\0' && std::string_view(":/?#[]@!$&'()*+,;=").find(c) != std::string_view::npos;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

void append_encoded(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits[byte >> 4U];
  out += kDigits[byte & 15U];
}

}  // namespace

std::string_view forge_path(std::string_view path) {
  while (path.starts_with("./") && path.size() > 2) {
    path.remove_prefix(2);
    while (path.size() > 1 && path.front() == '/') path.remove_prefix(1);
  }
  return path;
}

std::string path_uri(std::string_view path) {
  const std::string_view shown = forge_path(path);
  std::string uri = shown.starts_with("/") ? "file://" : "";
  for (const char c : shown) {
    if (is_unreserved(c) || c == '/') {
      uri += c;
    } else {
      append_encoded(uri, c);
    }
  }
  return uri;
}

std::string web_uri(std::string_view address) {
  if (!address.starts_with("http://") && !address.starts_with("https://")) return "";
  std::string uri;
  for (std::size_t at = 0; at < address.size(); ++at) {
    const char c = address[at];
    const bool is_escape = c == '%' && at + 2 < address.size() && is_hex(address[at + 1]) && is_hex(address[at + 2]);
    if (is_unreserved(c) || is_reserved(c) || is_escape) {
      uri += c;
    } else {
      append_encoded(uri, c);
    }
  }
  return uri;
}

}  // namespace hypelint

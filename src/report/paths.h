// Paths and addresses as other programs expect them.
#pragma once

#include <string>
#include <string_view>

namespace hypelint {

// Without leading "./": forges name files relative to the root of the repository.
std::string_view forge_path(std::string_view path);

// A URI reference (RFC 3986) for any bytes: "file:///…" for an absolute path, otherwise relative.
std::string path_uri(std::string_view path);

// The address with the characters percent-encoded that no URI may hold; empty unless it is http or https.
std::string web_uri(std::string_view address);

}  // namespace hypelint

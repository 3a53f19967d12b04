// Case folding of single words, the same for phrases and documents.
#pragma once

#include <string>
#include <string_view>

namespace hypelint {

// Full Unicode case folding; a typographic apostrophe becomes an ASCII one.
[[nodiscard]] std::string fold_case(std::string_view word);

[[nodiscard]] constexpr char fold_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace hypelint

// Case folding of single words, the same for phrases and documents.
#pragma once

#include <string>
#include <string_view>

namespace hypelint {

// Full Unicode case folding; a typographic apostrophe becomes an ASCII one.
[[nodiscard]] std::string fold_case(std::string_view word);

}  // namespace hypelint

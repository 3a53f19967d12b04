// Sentence ends after UAX #29 with ICU as the authority, less those that an abbreviation or an initial explains.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf16_text.h"

namespace hypelint {

// Appends the ends of all sentences of the text, ascending, its size last; each end includes the white space
// that follows the sentence. Nothing for an empty text. The first is for pure ASCII text, the second for any; it throws
// std::runtime_error where ICU cannot.
void append_ascii_sentence_ends(std::string_view text, std::vector<std::uint32_t>& ends);
void append_icu_sentence_ends(std::string_view text, const Utf16Text& converted, std::vector<std::uint32_t>& ends);

}  // namespace hypelint

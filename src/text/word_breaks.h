// Word segmentation after UAX #29 with ICU as the authority: a table-driven splitter for ASCII text that gives
// ICU's word-like segments, and ICU's own iterator for everything else.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "hypelint/text.h"
#include "text/utf16_text.h"

namespace hypelint {

[[nodiscard]] bool is_ascii(std::string_view text);
// Where the code point that begins at `at` ends.
[[nodiscard]] std::size_t next_character(std::string_view text, std::size_t at);

// Appends the word-like segments of pure ASCII text.
void append_ascii_words(std::string_view text, std::vector<Word>& words);
// Appends the word-like segments of any text, as ICU finds them; throws std::runtime_error where ICU cannot.
void append_icu_words(const Utf16Text& text, std::vector<Word>& words);
// The words of any UTF-8 text, by whichever of the two fits.
[[nodiscard]] std::vector<Word> split_words(std::string_view text);

}  // namespace hypelint

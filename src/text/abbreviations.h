// Full stops that do not end a sentence: abbreviations, titles and initials of English prose.
#pragma once

#include <cstddef>
#include <string_view>

namespace hypelint {

// True when the sentence break at byte `at` of the text follows a full stop that belongs to an abbreviation.
// Abbreviations that may also end a sentence ("U.S.", "Inc.", "et al.") keep the break before a word that
// clearly opens a new one. A break after a line end or a closing mark is never explained by an abbreviation.
[[nodiscard]] bool is_abbreviation_break(std::string_view text, std::size_t at);
// True when the full stop at byte `stop` follows a single letter that may be an initial or a label of the number behind
// it ("Adams J. 12", "n. 3"); not after "vitamin C".
[[nodiscard]] bool is_initial_before_number(std::string_view text, std::size_t stop);

}  // namespace hypelint

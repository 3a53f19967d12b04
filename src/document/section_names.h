// Headings by which an article announces its reference list and its disclaimers, and what entries and prose look like.
#pragma once

#include <string>
#include <string_view>

namespace hypelint {

// "References", "Sources:", "Bibliography and further reading" …
bool names_reference_section(std::string_view heading);
// "Disclaimer", "Medical disclaimer" …
bool names_disclaimer_section(std::string_view heading);
// A year together with what only a bibliographic entry has: an identifier, "et al", volume and pages.
bool reads_as_bibliographic_entry(std::string_view block_text);
// A year of four digits, 1900 to 2099.
bool holds_year(std::string_view block_text);
// Says "you", "we" or "our", as entries of reference lists seldom do.
bool speaks_to_reader(std::string_view block_text);
// Begins with a verb that asks the reader to act ("book", "contact", "get" …).
bool begins_with_call_to_action(std::string_view text);

}  // namespace hypelint

// Sentences that begin with a number.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hypelint {

// Adds to the ends of sentences (ascending, of one text) those before a number, which UAX #29 does not see: its rule
// SB8 looks past the number at the first letter. "It works. 57% improved." has one; a number that an abbreviation or
// an initial asks for ("No. 5", "Sept. 12") opens no sentence, nor does one that names a volume, a year of
// publication or a page ("J Med. 2020;12:33").
void add_number_openings(std::string_view text, std::vector<std::uint32_t>& ends);

}  // namespace hypelint

// Text that tells the reader not to rely on the page.
#pragma once

#include <string_view>

namespace hypelint {

// The sentence says so itself: "for informational purposes only", "results may vary". What also occurs in ordinary
// advice, or behind a claim, counts only at its beginning.
bool reads_as_disclaimer(std::string_view sentence);

// The whole block does: it is announced ("Disclaimer: …"), or each of its sentences reads as one.
bool is_disclaimer(std::string_view block_text);

}  // namespace hypelint

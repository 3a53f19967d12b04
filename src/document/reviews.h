// What customers say on a seller's page: how it is announced, and how a block of it reads.
#pragma once

#include <string_view>

namespace hypelint {

// Of a heading or a page title: "Patient reviews", "What our clients say", "Stories from our patients | Clinic" …
bool names_review_section(std::string_view heading);
// Three stars or more and nothing else.
bool is_star_rating(std::string_view block_text);
// A customer speaks: "I", "my" …, or the text begins with a quotation mark.
bool reads_as_review(std::string_view block_text);

}  // namespace hypelint

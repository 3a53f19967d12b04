// Which primary language subtags there are.
#pragma once

#include <string>
#include <string_view>

namespace hypelint {

// Whether the tag is, in lower case, the shortest primary subtag of a language: "en", "zh", "yue"; not "eng", "cn".
[[nodiscard]] bool is_language_tag(std::string_view tag);

// The tag that somebody meant who wrote the name, the longer tag or the tag with a region of a language ("English",
// "eng", "en-US"), or the code of a country where it is spoken ("cn", "jp"); empty for what is none of these.
[[nodiscard]] std::string language_meant(std::string_view written);

}  // namespace hypelint

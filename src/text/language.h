// Which language an article is written in.
#pragma once

#include <string>
#include <string_view>

#include "hypelint/text.h"

namespace hypelint {

// The primary language subtag of an article, lower case ("en", "zh"). What the document states counts unless its words
// clearly contradict it; a text of fewer than twenty words says too little to contradict. Without a statement the
// script and, for Latin letters, the function words decide. "und" when neither is telling.
std::string language_of(const Text& text);

// The primary subtag of a stated language as BCP 47 has it: "pt" of "pt-BR", "zh" of "Chinese" and of the ISO 639 codes
// "zho" and "chi"; empty for what is no language, or an undetermined one ("und").
std::string primary_subtag(std::string_view stated);

// The English name of a primary subtag ("Polish" of "pl"); empty for one without a name here.
std::string_view language_name(std::string_view tag);

}  // namespace hypelint

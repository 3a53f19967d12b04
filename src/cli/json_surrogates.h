// JSON text as writers of UTF-16 leave it.
#pragma once

#include <string>

namespace hypelint {

// Half a surrogate pair (`\ud800` without its other half), which Python and JavaScript write, stands for no character:
// its escape becomes that of U+FFFD. nlohmann knows only how to refuse it. The size stays the same, so that places in
// the text do; what is no JSON at all may change as well, but becomes none.
void mend_surrogates(std::string& json);

}  // namespace hypelint

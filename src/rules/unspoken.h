// Words that are no prose: addresses, paths and slugs, as text of a page.
#pragma once

#include <string_view>

#include "hypelint/span.h"

namespace hypelint {

// The span lies within a run of visible ASCII characters that reads as an address ("https://…", "www.…",
// "a.example/b"), as a path ("raw/html/best-clinic.html"), or as a name for machines ("best_clinic_in_asia",
// "four-ways-to-better-sleep": two underscores or four hyphens). Looks at 200 bytes to either side at most.
bool is_unspoken(std::string_view text, TextSpan span);

}  // namespace hypelint

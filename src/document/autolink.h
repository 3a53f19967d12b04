// Addresses that stand in running text without markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hypelint/span.h"

namespace hypelint {

struct Autolink {
  SourceSpan span;      // the address as written, trailing punctuation excluded
  std::string address;  // as written; e-mail addresses with "mailto:" before them
};

// "http(s)://…", "www.…" and e-mail addresses within the span, in order, not overlapping. Linear.
std::vector<Autolink> find_autolinks(std::string_view text, SourceSpan span);

}  // namespace hypelint

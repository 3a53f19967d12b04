// Whether a file is text at all, before it is read as an article.
#pragma once

#include <string>

#include "hypelint/source.h"

namespace hypelint {

// What the bytes are instead of text, and what to do: "this is a PDF; export it as text, HTML or Markdown". Empty
// for text, which may hold a few odd bytes: up to a quarter of it, and any of a very short one.
[[nodiscard]] std::string why_not_text(const Source& source);

}  // namespace hypelint

// What becomes of one code point on its way from the source into block text.
#pragma once

#include <string_view>

namespace hypelint {

enum class Fold {
  Keep,
  Space,    // white space of any width
  Drop,     // invisible: soft hyphen, zero-width and direction marks, variation selectors
  Replace,  // written as `text`
};

struct Folded {
  Fold fold = Fold::Keep;
  std::string_view text;  // static storage
};

Folded fold_code_point(char32_t value);
// The superscript form of an ASCII digit, "-" for dashes, empty for anything else.
std::string_view superscript_form(char32_t value);

}  // namespace hypelint

#include "text/folding.h"

#include <unicode/unistr.h>

namespace hypelint {

std::string fold_case(std::string_view word) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  text.foldCase().findAndReplace(icu::UnicodeString(char16_t{0x2019}), icu::UnicodeString(u'\''));
  std::string folded;
  text.toUTF8String(folded);
  return folded;
}

}  // namespace hypelint

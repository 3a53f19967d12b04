#include "text/utf16_text.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace hypelint {

void Utf16Text::assign(std::string_view utf8) {
  units.clear();
  offsets.clear();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const std::size_t size = utf8.size();
  std::size_t next = 0;
  while (next < size) {
    const auto begin = static_cast<std::uint32_t>(next);
    UChar32 code_point = 0;
    U8_NEXT_OR_FFFD(bytes, next, size, code_point);
    if (U_IS_BMP(code_point)) {
      units.push_back(static_cast<char16_t>(code_point));
    } else {
      units.push_back(U16_LEAD(code_point));
      units.push_back(U16_TRAIL(code_point));
      offsets.push_back(begin);
    }
    offsets.push_back(begin);
  }
  offsets.push_back(static_cast<std::uint32_t>(size));
}

}  // namespace hypelint

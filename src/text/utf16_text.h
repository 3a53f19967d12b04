// Block text converted for ICU: UTF-16 code units with the way back to UTF-8 offsets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

struct Utf16Text {
  std::u16string units;
  std::vector<std::uint32_t> offsets;  // UTF-8 offset of each unit, and of the end: units.size() + 1 entries

  // Replaces the contents, keeping the buffers. Ill-formed sequences become U+FFFD.
  void assign(std::string_view utf8);
};

}  // namespace hypelint

#include "text/citation_marks.h"

namespace hypelint {
namespace {

constexpr std::size_t kLongestMark = 40;

// Bytes of the superscript figure or sign at `at` (U+00B2, U+00B3, U+00B9, U+2070 to U+207F); 0 for anything else.
std::size_t superscript_size(std::string_view text, std::size_t at) {
  const std::string_view two = text.substr(at, 2);
  if (two == "\xC2\xB2" || two == "\xC2\xB3" || two == "\xC2\xB9") return 2;
  const std::string_view three = text.substr(at, 3);
  return three.starts_with("\xE2\x81") && three.size() == 3 && static_cast<unsigned char>(three[2]) >= 0xB0 ? 3 : 0;
}

// End of the one mark at `at`; `at` when there is none.
std::size_t mark_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (const std::size_t size = superscript_size(text, end)) {
    end += size;
    if (text.substr(end, 1) == "," && superscript_size(text, end + 1) > 0) ++end;
  }
  if (end > at || at >= text.size() || (text[at] != '[' && text[at] != '(')) return end;
  const std::string_view inner = text.substr(at + 1, kLongestMark);
  const std::size_t size = text[at] == '[' ? inner.find_first_of("[].!?") : inner.find_first_not_of("0123456789,;- ");
  const bool closed = size != std::string_view::npos && size > 0 && inner[size] == (text[at] == '[' ? ']' : ')');
  return closed ? at + 1 + size + 1 : at;
}

}  // namespace

std::size_t past_citation_marks(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t next = mark_end(text, end); next > end; next = mark_end(text, end)) end = next;
  return end;
}

}  // namespace hypelint

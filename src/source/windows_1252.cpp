#include "source/windows_1252.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "support/ascii.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

constexpr std::size_t kPrescan = 1024;  // bytes in which a page may declare its encoding (HTML 13.2.3.2)

constexpr std::array<std::string_view, 10> kLabels = {"windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1",
                                                      "iso_8859-1",   "latin1", "l1",       "us-ascii",   "ascii"};

// 0x80 to 0x9F; the five that are not assigned stand for the control characters.
constexpr std::array<char16_t, 32> kHigh = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                            0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// Whether the word at `at` stands in a tag that begins with `opening`.
bool stands_in(std::string_view html, std::size_t at, std::string_view opening) {
  const std::size_t tag = html.substr(0, at).find_last_of("<>");
  return tag != std::string_view::npos && html.substr(tag).starts_with(opening);
}

// The label behind "charset" or "encoding".
std::string_view label_of(std::string_view rest) {
  rest = ascii::trim_left(rest);
  if (!rest.starts_with('=')) return {};
  rest = ascii::trim_left(rest.substr(1));
  if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
  return rest.substr(0, rest.find_first_of(" \t\r\n\"'/>;"));
}

}  // namespace

char32_t windows_1252_code_point(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80U] : byte;
}

bool declares_windows_1252(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kDeclarations = {
      {{"<meta", "charset"}, {"<?xml", "encoding"}}};
  const std::string start = ascii::lower_copy(html.substr(0, kPrescan));
  for (const auto& [opening, word] : kDeclarations) {
    for (std::size_t at = start.find(word); at != std::string::npos; at = start.find(word, at + 1)) {
      const std::string_view label = label_of(std::string_view(start).substr(at + word.size()));
      if (label.empty() || !stands_in(start, at, opening)) continue;
      return std::ranges::find(kLabels, label) != kLabels.end();
    }
  }
  return false;
}

DecodedText decode_windows_1252(std::string_view bytes) {
  DecodedText out;
  out.text.reserve(bytes.size());
  out.steps.push_back({0, 0});
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (out.text.size() - out.steps.back().text >= kDecodingStepBytes) out.steps.push_back({out.text.size(), at});
    append_utf8(out.text, windows_1252_code_point(static_cast<unsigned char>(bytes[at])));
  }
  return out;
}

}  // namespace hypelint

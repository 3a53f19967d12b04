#include "document/fold.h"

#include <array>

namespace hypelint {
namespace {

bool is_space(char32_t c) {
  if (c <= 0x20) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

// Full-width letters, digits, percent signs, question marks and full stops as ASCII; the other full-width punctuation
// belongs to Chinese and Japanese text.
std::string_view full_width_form(char32_t c) {
  static constexpr std::string_view kAscii =
      "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  if (c < 0xFF01 || c > 0xFF5E) return {};
  const std::string_view form = kAscii.substr(c - 0xFF01, 1);
  const char ascii = form.front();
  const bool is_letter = (ascii >= 'A' && ascii <= 'Z') || (ascii >= 'a' && ascii <= 'z');
  const bool is_digit = ascii >= '0' && ascii <= '9';
  return is_letter || is_digit || ascii == '%' || ascii == '?' || ascii == '.' ? form : std::string_view();
}

std::string_view ascii_form(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BC:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return "-";
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0xFE41:
    case 0xFE42:
    case 0xFE43:
    case 0xFE44:
      return "\"";
    default:
      return full_width_form(c);
  }
}

}  // namespace

Folded fold_code_point(char32_t value) {
  if (value == 0) return {Fold::Replace, "\uFFFD"};
  if (is_space(value)) return {Fold::Space, " "};
  if (value < 0x80) return {};
  if (is_invisible(value)) return {Fold::Drop, {}};
  const std::string_view ascii = ascii_form(value);
  return ascii.empty() ? Folded{} : Folded{Fold::Replace, ascii};
}

std::string_view superscript_form(char32_t value) {
  static constexpr std::array<std::string_view, 10> kDigits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  if (value >= '0' && value <= '9') return kDigits[value - '0'];
  if (value == '-' || ascii_form(value) == "-") return "-";
  return {};
}

}  // namespace hypelint

#include "source/not_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace hypelint {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kExport = "export it as text, HTML or Markdown";
constexpr std::string_view kSave = "save it as UTF-8";
constexpr std::string_view kNoAdvice = "";

struct Signature {
  std::string_view start;
  std::string_view kind;
  std::string_view advice;
};

// UTF-32 before UTF-16, whose mark its own begins with.
constexpr std::array<Signature, 9> kSignatures = {{
    {"%PDF-"sv, "a PDF", kExport},
    {"PK\3\4"sv, "a ZIP archive, as Word, OpenDocument and EPUB files are", kExport},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document", kExport},
    {"\xFF\xFE\0\0"sv, "text in UTF-32", kSave},
    {"\0\0\xFE\xFF"sv, "text in UTF-32", kSave},
    {"\x1F\x8B\x08"sv, "gzip data, not text", kNoAdvice},
    {"\x7F"
     "ELF"sv,
     "a program, not text", kNoAdvice},
    {"\x89PNG\r\n\x1A\n"sv, "an image, not text", kNoAdvice},
    {"\xFF\xD8\xFF"sv, "an image, not text", kNoAdvice},
}};

// Texts with fewer odd bytes, or with a smaller share of them, stay texts.
constexpr std::size_t kFewest = 16;
constexpr std::size_t kShare = 4;

bool is_many(std::size_t odd, std::size_t size) { return odd >= kFewest && odd > size / kShare; }

// NUL and the control characters that no text has; backspace, line ends, form feed and escape sequences may be in one.
bool is_binary_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x08 || (byte > 0x0D && byte < 0x20 && byte != 0x1B);
}

std::string told(std::string_view what, std::string_view advice) {
  std::string message(what);
  return advice.empty() ? message : message.append("; ").append(advice);
}

}  // namespace

std::string why_not_text(const Source& source) {
  for (const Signature& signature : kSignatures) {
    if (source.bytes().starts_with(signature.start))
      return told("this is " + std::string(signature.kind), signature.advice);
  }
  const std::string_view text = source.text();
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(text, is_binary_control));
  const std::size_t invalid = source.oddities().invalid_utf8;
  if (!is_many(controls + invalid, text.size())) return {};
  const std::string size = " in " + std::to_string(source.bytes().size()) + " bytes";
  if (controls >= kFewest && controls > text.size() / (4 * kShare))
    return told("not text: " + std::to_string(controls) + " NUL or control bytes" + size, kNoAdvice);
  return told("not text, or in an unknown encoding: " + std::to_string(invalid) + " ill-formed sequences" + size,
              kSave);
}

}  // namespace hypelint

#include "hypelint/source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "source/utf16.h"
#include "source/windows_1252.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

struct ByteOrderMark {
  std::string_view bytes;
  Encoding encoding;
};

constexpr std::array<ByteOrderMark, 3> kByteOrderMarks = {{
    {"\xEF\xBB\xBF", Encoding::Utf8Bom},
    {"\xFF\xFE", Encoding::Utf16Le},
    {"\xFE\xFF", Encoding::Utf16Be},
}};

struct Extension {
  std::string_view name;
  Format format;
};

constexpr std::array<Extension, 9> kExtensions = {{
    {"md", Format::Markdown},
    {"markdown", Format::Markdown},
    {"mkd", Format::Markdown},
    {"mdx", Format::Mdx},
    {"html", Format::Html},
    {"htm", Format::Html},
    {"xhtml", Format::Html},
    {"txt", Format::Plain},
    {"text", Format::Plain},
}};

// The mark at the start of the bytes; without one, no bytes and the encoding that they show.
ByteOrderMark byte_order_mark_of(std::string_view bytes) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes)) return mark;
  }
  if (reads_as_utf16(bytes, false)) return {{}, Encoding::Utf16Le};
  if (reads_as_utf16(bytes, true)) return {{}, Encoding::Utf16Be};
  return {{}, Encoding::Utf8};
}

bool is_decoded(Encoding encoding) { return encoding != Encoding::Utf8 && encoding != Encoding::Utf8Bom; }

// Bytes of the original of the code point at `at`.
std::size_t raw_size(std::string_view bytes, std::size_t at, Encoding encoding) {
  return encoding == Encoding::Windows1252 ? 1 : decode_utf16_unit(bytes, at, encoding == Encoding::Utf16Be).size;
}

// Bytes of the ill-formed sequence at `at`: the longest start of a well-formed one, at least one byte (Unicode 3.9).
std::size_t ill_formed_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = utf8_length(lead);
  if (length < 2 || at + 1 >= text.size()) return 1;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 1;
  std::size_t taken = 2;
  while (taken < length - 1 && at + taken < text.size() && is_continuation_byte(text[at + taken])) ++taken;
  return taken;
}

std::size_t count_invalid_utf8(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = ascii::find_high(text, 0); at < text.size(); at = ascii::find_high(text, at)) {
    const CodePoint code_point = decode_utf8(text, at);
    if (!code_point.well_formed) ++count;
    at += code_point.well_formed ? code_point.size : ill_formed_length(text, at);
  }
  return count;
}

Error input_error(const std::string& path, int reason) {
  return {ErrorCode::Input, "cannot read the file: " + std::generic_category().message(reason), path, {}};
}

Error too_large(const std::string& path) {
  static_assert(kMaxSourceBytes == std::size_t{1} << 30);
  return {ErrorCode::Input, "cannot read the file: it is larger than 1 GiB", path, {}};
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::string_view to_string(Format format) {
  switch (format) {
    case Format::Markdown:
      return "markdown";
    case Format::Mdx:
      return "mdx";
    case Format::Html:
      return "html";
    case Format::Plain:
      return "plain";
  }
  return {};
}

std::optional<Format> format_from_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const std::string extension = ascii::lower_copy(name.substr(dot + 1));
  for (const Extension& known : kExtensions) {
    if (known.name == extension) return known.format;
  }
  return std::nullopt;
}

Source Source::from_bytes(std::string path, std::string bytes, std::optional<Format> format) {
  Source source;
  source.format_ = format ? *format : format_from_path(path).value_or(Format::Plain);
  source.path_ = std::move(path);
  source.bytes_ = std::move(bytes);
  const ByteOrderMark mark = byte_order_mark_of(source.bytes_);
  source.encoding_ = mark.encoding;
  source.oddities_.byte_order_mark = !mark.bytes.empty();
  if (is_decoded(mark.encoding)) {
    source.take(decode_utf16(source.bytes_, mark.bytes.size(), mark.encoding == Encoding::Utf16Be));
  } else {
    source.oddities_.invalid_utf8 = count_invalid_utf8(source.text());
  }
  const bool may_declare = source.format_ == Format::Html && mark.encoding == Encoding::Utf8;
  if (may_declare && source.oddities_.invalid_utf8 > 0 && declares_windows_1252(source.bytes_)) {
    source.encoding_ = Encoding::Windows1252;
    source.take(decode_windows_1252(source.bytes_));
  }
  const std::string_view text = source.text();
  source.oddities_.carriage_returns = text.find('\r') != std::string_view::npos;
  source.oddities_.nul_bytes = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
  return source;
}

void Source::take(DecodedText decoded) {
  decoded_ = std::move(decoded.text);
  oddities_.invalid_utf8 = decoded.invalid;
  for (const DecodingStep& step : decoded.steps) checkpoints_.push_back({step.text, step.raw});
}

std::string_view Source::text() const {
  if (is_decoded(encoding_)) return decoded_;
  const std::string_view raw = bytes_;
  return encoding_ == Encoding::Utf8Bom ? raw.substr(byte_order_mark_of(raw).bytes.size()) : raw;
}

std::size_t Source::raw_offset(std::size_t text_offset) const {
  if (!is_decoded(encoding_)) return text_offset + (bytes_.size() - text().size());
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), text_offset,
                                      [](std::size_t offset, const Checkpoint& point) { return offset < point.text; });
  Checkpoint here = *std::prev(after);
  while (here.text < text_offset && here.raw < bytes_.size()) {
    const std::size_t size = decode_utf8(decoded_, here.text).size;
    if (here.text + size > text_offset) break;
    here.text += size;
    here.raw += raw_size(bytes_, here.raw, encoding_);
  }
  return here.raw;
}

Result<Source> load_source(const std::string& path, std::optional<Format> format) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return input_error(path, errno);
  std::string bytes;
  std::error_code unknown;  // of a pipe, for one
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!unknown && size > kMaxSourceBytes) return too_large(path);
  if (!unknown) bytes.reserve(size);
  std::array<char, 1 << 16> buffer;
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), got);
    if (bytes.size() > kMaxSourceBytes) return too_large(path);
  }
  if (std::ferror(file.get()) != 0) return input_error(path, errno);
  return Source::from_bytes(path, std::move(bytes), format);
}

}  // namespace hypelint

// An article as read: its raw bytes, the UTF-8 text the parsers see, and the way back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/result.h"
#include "hypelint/span.h"

namespace hypelint {

struct DecodedText;

enum class Format { Markdown, Mdx, Html, Plain };
enum class Encoding { Utf8, Utf8Bom, Utf16Le, Utf16Be, Windows1252 };

// "markdown", "mdx", "html", "plain".
std::string_view to_string(Format format);

// .md .markdown .mkd -> Markdown, .mdx -> Mdx, .html .htm .xhtml -> Html, .txt .text -> Plain; case-insensitive.
std::optional<Format> format_from_path(std::string_view path);

// What was unusual about the bytes; all of it is tolerated and shown under --stats.
struct Oddities {
  bool byte_order_mark = false;
  bool carriage_returns = false;  // CRLF or bare CR line ends
  std::size_t invalid_utf8 = 0;   // ill-formed byte sequences (Unicode 3.9), left in place
  std::size_t nul_bytes = 0;
};

// Immutable. Any bytes make a Source. UTF-8 text is the raw bytes after the byte order mark, unchanged;
// UTF-16 (recognised by its byte order mark, or by its NUL bytes when it is mostly ASCII) and HTML that is no UTF-8 and
// declares windows-1252 or latin-1 are decoded, and raw_offset() leads back to the original bytes.
class Source {
 public:
  // Without a format: from the path's extension, else Plain.
  static Source from_bytes(std::string path, std::string bytes, std::optional<Format> format = std::nullopt);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Format format() const { return format_; }
  [[nodiscard]] Encoding encoding() const { return encoding_; }
  [[nodiscard]] const Oddities& oddities() const { return oddities_; }
  // The article in UTF-8 without byte order mark; may hold ill-formed sequences and NUL bytes.
  [[nodiscard]] std::string_view text() const;
  // The file as read.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  // The raw-file offset of a text() offset in [0, text().size()].
  [[nodiscard]] std::size_t raw_offset(std::size_t text_offset) const;

 private:
  struct Checkpoint {
    std::size_t text;
    std::size_t raw;
  };

  void take(DecodedText decoded);

  std::string path_;
  std::string bytes_;
  std::string decoded_;                  // text that is not in bytes_
  std::vector<Checkpoint> checkpoints_;  // of decoded_, ascending
  Format format_ = Format::Plain;
  Encoding encoding_ = Encoding::Utf8;
  Oddities oddities_;
};

// The most load_source() reads.
inline constexpr std::size_t kMaxSourceBytes = std::size_t{1} << 30;

// Reads a file. Errors: ErrorCode::Input with the operating system's reason, or for a file beyond kMaxSourceBytes.
Result<Source> load_source(const std::string& path, std::optional<Format> format = std::nullopt);

// Maps text() offsets of one Source to Locations. Holds a reference: the Source must outlive it.
class LineIndex {
 public:
  explicit LineIndex(const Source& source);

  // Offsets beyond the text are clamped to its end. An ill-formed byte counts as one code point.
  [[nodiscard]] Location locate(std::size_t text_offset) const;
  [[nodiscard]] std::size_t line_count() const { return starts_.size(); }
  // Bytes of the 1-based line without its line end.
  [[nodiscard]] SourceSpan line_span(std::size_t line) const;

 private:
  // A counted place inside a long line, so that no question counts far.
  struct Milestone {
    std::size_t offset, column, utf16;
  };
  void mark_long_line(std::size_t begin, std::size_t end);

  const Source& source_;
  std::vector<std::size_t> starts_;
  std::vector<Milestone> milestones_;  // by offset
};

}  // namespace hypelint

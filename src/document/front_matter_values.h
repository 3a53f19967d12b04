// The scalar values of a front matter, whatever language it is written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/front_matter_escapes.h"
#include "hypelint/span.h"

namespace hypelint {

// Source bytes of a value, or the text that stands for them.
struct ValuePiece {
  SourceSpan span;
  std::optional<std::string> replacement;
};

struct FrontMatterValue {
  std::string key;                 // dotted path, lower case, at most kMaxKeyPath bytes; list positions are left out
  std::string value;               // decoded
  SourceSpan span;                 // content without quotes
  std::vector<ValuePiece> pieces;  // contiguous in the value, ascending in the source
};

// Each reads text[begin, end) and gives the scalar values in source order; YAML and TOML that do not parse are read
// line by line. Spans refer to `text`.
std::vector<FrontMatterValue> read_yaml(std::string_view text, SourceSpan range);
std::vector<FrontMatterValue> read_toml(std::string_view text, SourceSpan range);
std::vector<FrontMatterValue> read_json(std::string_view text, SourceSpan range);

// The entries of the block list under `hypelint` in YAML, as they are written.
std::vector<FrontMatterValue> read_instructions(std::string_view text, SourceSpan range);

// Whether the range is a complete JSON value.
bool is_json(std::string_view text, SourceSpan range);

// Longest path of a key in bytes, so that deep nesting takes space linear in its text.
inline constexpr std::size_t kMaxKeyPath = 200;
// "title" under "seo" -> "seo.title", cut at kMaxKeyPath.
std::string join_key(std::string_view path, std::string_view key);
// Pieces for a value whose source is the content between its quotes or the plain scalar: source bytes where they equal
// the value, replacements for escapes and for the white space between words, whose amount may differ. From where the
// two disagree the rest is one replacement.
std::vector<ValuePiece> align_value(std::string_view text, SourceSpan span, std::string_view value, Escapes escapes);

// "key: value" or "key = value" lines at the margin, for front matter that does not parse ("title: Hope: at last").
std::vector<FrontMatterValue> read_lines(std::string_view text, SourceSpan range, char separator);

}  // namespace hypelint

// The list under the key `hypelint` of a YAML front matter, read line by line: its entries hold colons and quotation
// marks, which YAML would make mappings of or refuse.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "document/front_matter_values.h"
#include "document/markdown_scan.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

bool is_blank_or_comment(std::string_view rest) {
  const std::string_view text = ascii::trim_left(rest);
  return text.empty() || (text.front() == '#' && text.size() < rest.size());
}

// `hypelint:`, also with quotation marks around the key, space before the colon and a comment behind it.
bool opens_list(std::string_view line) {
  const bool quoted = line.starts_with('"') || line.starts_with('\'');
  std::string_view rest = line.substr(quoted ? 1 : 0);
  if (!rest.starts_with("hypelint")) return false;
  rest.remove_prefix(std::string_view("hypelint").size());
  if (quoted && !rest.starts_with(line.front())) return false;
  rest = ascii::trim_left(rest.substr(quoted ? 1 : 0));
  return rest.starts_with(':') && is_blank_or_comment(rest.substr(1));
}

// The end of a quoted text that begins at the start of the entry and that nothing but a comment follows, or 0.
std::size_t end_of_quoted(std::string_view entry) {
  const char quote = entry.empty() ? ' ' : entry.front();
  if (quote != '"' && quote != '\'') return 0;
  const Escapes escapes = quote == '"' ? Escapes::Backslash : Escapes::DoubledQuote;
  for (std::size_t at = 1; at < entry.size();) {
    if (const std::optional<Escape> escape = escape_at(entry, at, escapes)) {
      at += escape->size;
    } else if (entry[at++] == quote && is_blank_or_comment(entry.substr(at))) {
      return at;
    }
  }
  return 0;
}

// Bytes of a block scalar's header (">-") and the white space behind it, or 0.
std::size_t block_header_size(std::string_view entry) {
  const std::size_t line = std::min(entry.find_first_of("\r\n"), entry.size());
  const bool header =
      (entry.starts_with('>') || entry.starts_with('|')) &&
      is_blank_or_comment(entry.substr(0, line).substr(std::min(line, entry.find_first_not_of("+-0123456789", 1))));
  return header ? std::min(entry.find_first_not_of(" \t\r\n", line), entry.size()) : 0;
}

// The entry at the span without block header, comment and quotation marks.
FrontMatterValue entry_at(std::string_view text, SourceSpan span) {
  span.begin += block_header_size(text.substr(span.begin, span.end - span.begin));
  const std::string_view written = text.substr(span.begin, span.end - span.begin);
  const std::size_t quoted = end_of_quoted(written);
  if (quoted == 0) return {"hypelint", std::string(written), span, {}};
  const Escapes escapes = written.front() == '"' ? Escapes::Backslash : Escapes::DoubledQuote;
  return {"hypelint", unescaped(written.substr(1, quoted - 2), escapes), {span.begin, span.begin + quoted}, {}};
}

}  // namespace

std::vector<FrontMatterValue> read_instructions(std::string_view text, SourceSpan range) {
  std::vector<FrontMatterValue> entries;
  bool inside = false;
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t end = std::min(line_end(text, at), range.end);
    const std::string_view line = ascii::trim_right(text.substr(at, end - at));
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view rest = line.substr(indent);
    if (rest.starts_with("- ") && inside) {
      const std::size_t begin = at + std::min(line.find_first_not_of(" \t", indent + 1), line.size());
      entries.push_back({"hypelint", "", {begin, at + line.size()}, {}});
    } else if (indent > 0 && !rest.empty() && inside && !entries.empty()) {
      entries.back().span.end = at + line.size();  // a long entry goes on
    } else if (!rest.empty()) {
      inside = opens_list(line);
    }
    at = end + 1;
  }
  for (FrontMatterValue& entry : entries) entry = entry_at(text, entry.span);
  return entries;
}

}  // namespace hypelint

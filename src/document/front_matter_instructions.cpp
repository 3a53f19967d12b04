// The list under the key `hypelint` of a YAML front matter, read line by line: its entries hold colons and quotation
// marks, which YAML would make mappings of or refuse.
#include <algorithm>
#include <string>
#include <string_view>

#include "document/front_matter_values.h"
#include "document/markdown_scan.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::string_view kKey = "hypelint:";

// What an entry says, without its quotation marks.
std::string unquoted(std::string_view entry) {
  const bool quoted =
      entry.size() >= 2 && (entry.front() == '"' || entry.front() == '\'') && entry.back() == entry.front();
  if (!quoted) return std::string(entry);
  return unescaped(entry.substr(1, entry.size() - 2),
                   entry.front() == '"' ? Escapes::Backslash : Escapes::DoubledQuote);
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
      inside = line == kKey;
    }
    at = end + 1;
  }
  for (FrontMatterValue& entry : entries) {
    entry.value = unquoted(text.substr(entry.span.begin, entry.span.end - entry.span.begin));
  }
  return entries;
}

}  // namespace hypelint

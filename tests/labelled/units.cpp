#include "labelled/units.h"

#include <algorithm>

#include "hypelint/document.h"
#include "hypelint/text.h"

namespace hypelint {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// A text with every white space run as one space, and where each of its bytes stood.
struct Flat {
  std::string text;
  std::vector<std::size_t> offsets;
};

Flat flatten(std::string_view text) {
  Flat flat;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i]) && (flat.text.empty() || flat.text.back() == ' ')) continue;
    flat.text += is_space(text[i]) ? ' ' : text[i];
    flat.offsets.push_back(i);
  }
  return flat;
}

std::size_t overlap(SourceSpan a, SourceSpan b) {
  const std::size_t begin = std::max(a.begin, b.begin);
  const std::size_t end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

}  // namespace

Result<SourceSpan> find_once(std::string_view text, std::string_view beginning) {
  const Flat flat = flatten(text);
  const std::string wanted = flatten(beginning).text;
  const auto first = flat.text.find(wanted);
  if (wanted.empty() || first == std::string::npos) return Error{ErrorCode::Input, "not found: " + wanted, "", {}};
  if (flat.text.find(wanted, first + 1) != std::string::npos)
    return Error{ErrorCode::Input, "found more than once: " + wanted, "", {}};
  return SourceSpan{flat.offsets[first], flat.offsets[first + wanted.size() - 1] + 1};
}

Units::Units(const Source& source) : source_(source) {
  const Document document = parse(source);
  const Text text = segment(document);
  for (const Sentence& sentence : text.sentences)
    spans_.push_back(document.blocks[sentence.block].map.to_source(sentence.span));
}

std::optional<std::size_t> Units::beginning_at(SourceSpan span) const {
  const auto found = std::ranges::find_if(spans_, [&](SourceSpan unit) { return overlap(unit, span) > 0; });
  if (found == spans_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - spans_.begin());
}

std::optional<std::size_t> Units::overlapped_by(SourceSpan span) const {
  const auto found = std::ranges::max_element(spans_, {}, [&](SourceSpan unit) { return overlap(unit, span); });
  if (found == spans_.end() || overlap(*found, span) == 0) return std::nullopt;
  return static_cast<std::size_t>(found - spans_.begin());
}

std::string Units::text(std::size_t unit) const {
  const SourceSpan span = spans_[unit];
  return flatten(source_.text().substr(span.begin, span.end - span.begin)).text;
}

}  // namespace hypelint

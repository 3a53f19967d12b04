#include "document/front_matter_writer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/autolink.h"
#include "document/markdown_scan.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

// A tag from "<" to its ">" or to the end of the text.
struct Tag {
  std::size_t end;
  std::string_view name;  // with the "/" of an end tag
  SourceSpan href;        // in the text; empty without one
};

struct InlineLink {
  std::size_t text_end;  // the "]"
  SourceSpan address;
  std::size_t end;
};

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii::is_space(text[at])) ++at;
  return at;
}

// The value of the attribute `href` among those of the tag text[begin, end).
SourceSpan href_in(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kName = "href=";
  for (std::size_t at = begin; at + kName.size() < end; ++at) {
    if (!ascii::is_space(text[at]) || !ascii::starts_with_folded(text.substr(at + 1), kName)) continue;
    const std::size_t value = at + 1 + kName.size();
    const bool quoted = value < end && (text[value] == '"' || text[value] == '\'');
    const std::size_t stop = quoted ? text.find(text[value], value + 1) : text.find_first_of(" \t\r\n>", value);
    return {value + (quoted ? 1 : 0), std::min(stop, end)};
  }
  return {end, end};
}

std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
  const char next = ascii::at(text, at + 1);
  if (text[at] != '<' || (next != '/' && next != '!' && !ascii::is_letter(next))) return {};
  const std::size_t close = std::min(text.find('>', at), text.size());
  const std::size_t name_end = std::min(text.find_first_of(" \t\r\n/>", at + 2), close);
  const std::string_view name = text.substr(at + 1, name_end - at - 1);
  const SourceSpan href = ascii::equals_folded(name, "a") ? href_in(text, name_end, close) : SourceSpan{close, close};
  return Tag{std::min(close + 1, text.size()), name, href};
}

bool breaks_line(std::string_view tag) {
  return std::ranges::any_of(std::to_array<std::string_view>({"br", "p", "/p", "li"}),
                             [tag](std::string_view name) { return ascii::equals_folded(tag, name); });
}

// Behind a title in quotation marks, or `at` when there is none.
std::size_t skip_title(std::string_view text, std::size_t at) {
  const char quote = ascii::at(text, at);
  if (quote != '"' && quote != '\'') return at;
  const std::size_t close = text.find(quote, at + 1);
  return close == kNoOffset ? at : skip_space(text, close + 1);
}

// "(address)" or "(address "title")" behind the "]".
std::optional<InlineLink> destination_behind(std::string_view text, std::size_t bracket) {
  if (ascii::at(text, bracket + 1) != '(') return {};
  const std::size_t begin = skip_space(text, bracket + 2);
  std::size_t end = begin;
  for (int depth = 0; end < text.size() && std::string_view(" \t\r\n[]<").find(text[end]) == kNoOffset; ++end) {
    if (text[end] == '(') ++depth;
    if (text[end] == ')' && depth-- == 0) break;
  }
  const std::size_t close = skip_title(text, skip_space(text, end));
  if (ascii::at(text, close) != ')') return {};
  return InlineLink{bracket, {begin, end}, close + 1};
}

// For each "[" the place of its "]"; kNoOffset elsewhere.
std::vector<std::size_t> matching_brackets(std::string_view text) {
  std::vector<std::size_t> close(text.size(), kNoOffset);
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') open.push_back(at);
    if (text[at] != ']' || open.empty()) continue;
    close[open.back()] = at;
    open.pop_back();
  }
  return close;
}

// One paragraph of a value as it is read, with the pieces it comes from.
class ParagraphWriter {
 public:
  ParagraphWriter(std::string_view source, std::span<const ValuePiece> pieces, BlockBuilder& builder)
      : pieces_(pieces), builder_(builder) {
    for (const ValuePiece& piece : pieces) {
      begins_.push_back(text_.size());
      text_ += piece.replacement ? std::string_view(*piece.replacement)
                                 : source.substr(piece.span.begin, piece.span.end - piece.span.begin);
    }
  }

  void write() {
    const std::vector<Autolink> addresses = find_autolinks(text_, {0, text_.size()});
    const std::vector<std::size_t> brackets = matching_brackets(text_);
    auto address = addresses.begin();
    for (std::size_t at = 0; at < text_.size();) {
      while (address != addresses.end() && address->span.begin < at) ++address;
      if (at >= text_end_) {
        builder_.end_link();
        at = std::max(at, link_end_);
        text_end_ = kNoOffset;
      } else if (const std::optional<Tag> tag = tag_at(text_, at)) {
        at = write_tag(*tag, at);
      } else if (begins_link(at, brackets)) {
        ++at;
      } else if (address != addresses.end() && address->span.begin == at && !in_link()) {
        at = write_autolink(*address);
      } else {
        const std::size_t next = address == addresses.end() ? text_.size() : std::max(at + 1, address->span.begin);
        const std::size_t stop = std::min({text_.find_first_of("<[", at + 1), text_end_, next, text_.size()});
        write_text(at, stop);
        at = stop;
      }
    }
    builder_.end_link();
  }

 private:
  [[nodiscard]] bool in_link() const { return text_end_ != kNoOffset || in_anchor_; }

  std::size_t write_tag(const Tag& tag, std::size_t at) {
    if (ascii::equals_folded(tag.name, "http:") || ascii::equals_folded(tag.name, "https:")) {
      const SourceSpan address{at + 1, tag.end - 1};
      write_autolink({address, text_.substr(address.begin, address.end - address.begin)});
    } else if (tag.href.begin < tag.href.end && !in_link()) {
      builder_.begin_link(text_.substr(tag.href.begin, tag.href.end - tag.href.begin), source_of(tag.href),
                          LinkRole::Inline);
      in_anchor_ = true;
    } else if (in_anchor_ && ascii::equals_folded(tag.name, "/a")) {
      builder_.end_link();
      in_anchor_ = false;
    }
    if (breaks_line(tag.name)) builder_.space(source_of({at, tag.end}));
    return tag.end;
  }

  // Begins the inline link whose "[" stands here, if one does.
  bool begins_link(std::size_t at, const std::vector<std::size_t>& brackets) {
    const bool image = at > 0 && text_[at - 1] == '!';
    if (brackets[at] == kNoOffset || image || in_link()) return false;
    const std::optional<InlineLink> link = destination_behind(text_, brackets[at]);
    if (!link) return false;
    builder_.begin_link(text_.substr(link->address.begin, link->address.end - link->address.begin),
                        source_of(link->address.begin < link->address.end ? link->address : SourceSpan{at, link->end}),
                        LinkRole::Inline);
    text_end_ = link->text_end;
    link_end_ = link->end;
    return true;
  }

  std::size_t write_autolink(const Autolink& link) {
    builder_.begin_link(link.address, source_of(link.span), LinkRole::Autolink);
    write_text(link.span.begin, link.span.end);
    builder_.end_link();
    return link.span.end;
  }

  // The piece that holds the byte.
  [[nodiscard]] std::size_t piece_at(std::size_t at) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(begins_, at) - begins_.begin()) - 1;
  }

  // The span must not be empty.
  [[nodiscard]] SourceSpan source_of(SourceSpan span) const {
    return {part_of(piece_at(span.begin), span).begin, part_of(piece_at(span.end - 1), span).end};
  }

  // The source of what the piece holds of the span.
  [[nodiscard]] SourceSpan part_of(std::size_t index, SourceSpan span) const {
    const ValuePiece& piece = pieces_[index];
    if (piece.replacement) return piece.span;
    const std::size_t size = piece.span.end - piece.span.begin;
    const std::size_t begin = span.begin - std::min(span.begin, begins_[index]);
    return {piece.span.begin + begin, piece.span.begin + std::min(size, span.end - begins_[index])};
  }

  void write_text(std::size_t begin, std::size_t end) {
    for (std::size_t index = piece_at(begin); index < pieces_.size() && begins_[index] < end; ++index) {
      const SourceSpan part = part_of(index, {begin, end});
      if (pieces_[index].replacement) {
        const std::size_t from = std::max(begin, begins_[index]) - begins_[index];
        builder_.replacement(std::string_view(*pieces_[index].replacement).substr(from, end - begins_[index] - from),
                             part);
      } else {
        builder_.text(part);
      }
    }
  }

  std::span<const ValuePiece> pieces_;
  BlockBuilder& builder_;
  std::string text_;
  std::vector<std::size_t> begins_;   // of the pieces in it
  std::size_t text_end_ = kNoOffset;  // of the inline link that is open
  std::size_t link_end_ = 0;
  bool in_anchor_ = false;
};

bool parts_paragraphs(const ValuePiece& piece) { return piece.replacement == "\n\n"; }

}  // namespace

void write_value(std::string_view text, const FrontMatterValue& value, BlockKind kind, BlockBuilder& builder) {
  const std::span<const ValuePiece> pieces = value.pieces;
  for (auto begin = pieces.begin(); begin != pieces.end();) {
    const auto end = std::find_if(begin, pieces.end(), parts_paragraphs);
    builder.open(kind);
    if (begin != end) ParagraphWriter(text, {begin, end}, builder).write();
    builder.close();
    begin = end == pieces.end() ? end : end + 1;
  }
}

}  // namespace hypelint

#include "document/markdown_leaf.h"
#include "support/ascii.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace hypelint {
namespace {

using Type = Inline::Type;
constexpr int kMaxHeadingWords = 12;
constexpr std::size_t kMaxHeadingBytes = 200;

bool is_break(const Inline& piece) { return piece.type == Type::SoftBreak || piece.type == Type::HardBreak; }

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 11> kClosers = {")",      "]",      "\"",     "'", "*", "_",
                                                         "\u201D", "\u2019", "\u00BB", " ", "\r"};
  constexpr std::array<std::string_view, 9> kStops = {".", "!", "?", ":", ";", "\u2026", "\u3002", "\uFF01", "\uFF1F"};
  const auto is_suffix = [&](std::string_view suffix) { return text.ends_with(suffix); };
  for (auto it = kClosers.begin();
       (it = std::find_if(kClosers.begin(), kClosers.end(), is_suffix)) != kClosers.end();) {
    text.remove_suffix(it->size());
  }
  return std::any_of(kStops.begin(), kStops.end(), is_suffix);
}

std::string_view text_of(const Inline& piece, std::string_view source) {
  if (piece.type == Type::Text) return source.substr(piece.span.begin, piece.span.end - piece.span.begin);
  if (piece.type == Type::Replacement) return piece.text;
  return {};
}

// One line of a leaf: what stands between breaks.
struct Line {
  std::size_t begin;
  std::size_t end;
  bool hard_end = false;  // a hard break follows
  bool key = false;       // begins with bold text that ends in a colon
  bool bold = false;      // nothing but bold text
  bool ends_sentence = false;
  int words = 0;
};

Line describe_line(const std::vector<Inline>& inlines, std::size_t begin, std::size_t end, std::string_view source) {
  Line line{begin, end};
  int strong = 0;
  bool plain = false, in_word = false, after_key_strong = false;
  std::string tail;
  for (std::size_t i = begin; i < end; ++i) {
    const Inline& piece = inlines[i];
    if (piece.type == Type::StrongBegin) ++strong;
    if (piece.type == Type::StrongEnd) {
      --strong;
      after_key_strong = !plain && !line.key;
      line.key = line.key || (!plain && tail.ends_with(':'));
    }
    if (piece.type == Type::Html || piece.type == Type::ImageBegin) plain = true;
    const std::string_view text = text_of(piece, source);
    if (text.empty()) continue;
    if (strong <= 0 && after_key_strong && text.starts_with(':')) line.key = true;
    if (strong <= 0 && text.find_first_not_of(" \t\r") != std::string_view::npos) plain = true;
    after_key_strong = after_key_strong && strong > 0;
    for (char c : text) {
      if (!ascii::is_space(c) && !in_word) ++line.words;
      in_word = !ascii::is_space(c);
    }
    tail.append(text.substr(text.size() - std::min<std::size_t>(text.size(), 16)));
    if (tail.size() > 64) tail.erase(0, tail.size() - 32);
  }
  line.ends_sentence = ends_sentence(tail);
  line.bold = line.words > 0 && !plain;
  return line;
}

std::vector<Line> lines_of(const Leaf& leaf, std::string_view source) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= leaf.inlines.size(); ++i) {
    if (i < leaf.inlines.size() && !is_break(leaf.inlines[i])) continue;
    lines.push_back(describe_line(leaf.inlines, begin, i, source));
    lines.back().hard_end = i < leaf.inlines.size() && leaf.inlines[i].type == Type::HardBreak;
    begin = i + 1;
  }
  return lines;
}

// A bold line is a heading unless it is a sentence, a label or long.
bool is_heading(const Line& line, std::string_view source, const Leaf& leaf) {
  if (!line.bold || line.words > kMaxHeadingWords) return false;
  std::size_t bytes = 0;
  char last = 0;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    const std::string_view text = text_of(leaf.inlines[i], source);
    bytes += text.size();
    if (!text.empty()) last = text.back();
  }
  return bytes <= kMaxHeadingBytes && last != '.' && last != '!' && last != ':' && last != ';' && last != ',';
}

bool splits_between(const Line& line, const Line& next) {
  if (line.key && next.key) return true;
  return line.hard_end && (line.ends_sentence || line.bold || next.key);
}

}  // namespace

std::vector<LeafPart> split_leaf(const Leaf& leaf, std::string_view source) {
  const LeafPart whole{0, leaf.inlines.size(), false};
  if (leaf.kind != BlockKind::Paragraph && leaf.kind != BlockKind::ListItem) return {whole};
  const std::vector<Line> lines = lines_of(leaf, source);
  std::vector<LeafPart> parts;
  std::size_t first = 0;
  bool keyed = false;  // a part of several lines that began with a key goes on until the next key
  for (std::size_t i = 0; i < lines.size(); ++i) {
    keyed = keyed || lines[i].key;
    const bool last = i + 1 == lines.size();
    if (!last && !splits_between(lines[i], lines[i + 1]) && !(keyed && lines[i + 1].key)) continue;
    const bool heading = first == i && leaf.kind == BlockKind::Paragraph && is_heading(lines[i], source, leaf);
    parts.push_back({lines[first].begin, lines[i].end, heading});
    first = i + 1;
    keyed = false;
  }
  return parts;
}

}  // namespace hypelint

// One parser per format; each appends the blocks of its part of the source.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "document/block_builder.h"
#include "document/html_tokenizer.h"
#include "hypelint/document.h"

namespace hypelint {

// Front matter at the start of the text ("---" YAML, "+++" TOML, "{" JSON): blocks for prose values, properties
// for the rest. Returns the offset where the body begins (0 without front matter).
std::size_t parse_front_matter(const Source& source, BlockBuilder& builder, Document& out);

// CommonMark + GFM from `begin` to the end of the text; with mdx, imports/exports and {expressions} are skipped.
void parse_markdown(const Source& source, std::size_t begin, bool mdx, BlockBuilder& builder, Document& out);

// WHATWG tokenization from `begin` to the end of the text.
void parse_html(const Source& source, std::size_t begin, BlockBuilder& builder, Document& out);

// Plain text pasted from web pages.
void parse_plain(const Source& source, std::size_t begin, BlockBuilder& builder);

// What the HTML around a piece of text in another format makes of it.
enum class TextUse {
  Shown,
  Hidden,   // not shown, but its links are kept
  Skipped,  // no text of the page, as inside <video>
  Markup,   // inside a comment, a script or the like: to be fed, since it may hold the end
};

// The html tokenizer for HTML that stands inside another format. `state` survives between calls so that an
// element opened in one fragment and closed in another keeps its zone. Block-level tags open and close blocks.
// Text of the other format goes to the builder directly; it makes leaves (paragraphs, headings, cells).
class HtmlFragments {
 public:
  // Spans refer to `text`, whose places are those of the builder's source. All arguments must outlive the object.
  HtmlFragments(std::string_view text, MarkupSyntax syntax, BlockBuilder& builder, Document& out);
  ~HtmlFragments();
  void feed(SourceSpan span);
  // Before the first block of a leaf: an open <p> ends.
  void begin_leaf();
  // After the last: the inline elements that the leaf left open end, and the captions of its <img> follow it.
  void end_leaf();
  [[nodiscard]] TextUse text_use() const;
  // Opens the block that an element around the leaf asks for (a list item, a cell, code) where the leaf would be a
  // block of the kind `wanted`. False when the leaf keeps its kind.
  bool open_block(BlockKind wanted);
  // Before text of a leaf: an <a> around it begins there.
  void begin_text();
  [[nodiscard]] bool in_link() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Decodes a character reference without the "&" and ";" ("amp", "#x27", "#39"); empty when it is none.
std::string decode_character_reference(std::string_view name);

// Sets Role::Disclaimer and Role::References on finished blocks, lead-ins on list items that lack one,
// and turns short standalone links into buttons. Runs once, after the format parser.
void classify_blocks(Document& document);

}  // namespace hypelint

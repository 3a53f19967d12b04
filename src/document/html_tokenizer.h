// The tokenization stage of the WHATWG HTML standard over a byte range, without a tree:
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization. Linear in the size of its input.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/source.h"
#include "hypelint/span.h"

namespace hypelint {

// In XML, and so in .xhtml and MDX, a tag that ends with "/>" is an element without content; in HTML the slash means
// nothing.
enum class MarkupSyntax { Html, Xml };
MarkupSyntax markup_syntax(const Source& source);

struct HtmlAttribute {
  std::string_view name;  // as written
  SourceSpan value;       // without quotes, references not decoded; empty where there is none
};

struct HtmlToken {
  enum class Kind { Text, StartTag, EndTag, Other };  // Other: comment, doctype, processing instruction
  Kind kind = Kind::Other;
  SourceSpan span;
  std::string name;                       // of a tag, ASCII letters in lower case
  std::vector<HtmlAttribute> attributes;  // in source order; the first of a name is the one that counts
  bool self_closing = false;              // ends with "/>"
  bool empty_element = false;             // of a start tag: its element has ended with it
  bool has_references = false;            // of a text: character references are to be decoded

  // Nothing when there is no attribute of this lower-case name.
  [[nodiscard]] const HtmlAttribute* attribute(std::string_view name) const;
};

bool is_html_space(char c);

class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view text, MarkupSyntax syntax = MarkupSyntax::Html)
      : text_(text), is_xml_(syntax == MarkupSyntax::Xml) {}

  // Reads on in this range. Raw text and comments that the range before it left open go on.
  void feed(SourceSpan range);
  // The next token, valid until the next call; null at the end of the range.
  const HtmlToken* next();
  // Where a tag begins that the range cut off; nothing when it ended elsewhere.
  [[nodiscard]] std::optional<std::size_t> cut_off_tag() const { return cut_off_tag_; }
  // Whether the range ended in a comment or in the text of an element such as <script>, which the next range goes on.
  [[nodiscard]] bool in_raw_text() const;
  void leave_raw_text() { content_ = Content::Data; }
  // In foreign content (svg, math) no element holds raw text and CDATA sections are text.
  void set_foreign(bool foreign) { foreign_ = foreign; }

 private:
  enum class Content { Data, Rcdata, Rawtext, Script, Plaintext, Comment, BogusComment };

  bool read_data();
  bool read_markup();
  bool read_tag();
  bool read_attributes();
  [[nodiscard]] bool ends_with_slash() const;
  bool read_attribute();
  void read_attribute_value();
  bool read_raw_text();
  bool read_comment();
  bool read_until(std::string_view terminator, Content content);
  bool read_cdata();
  bool emit_text(std::size_t end, bool has_references);
  bool emit_other(std::size_t end);
  void skip_spaces();
  void choose_content();
  [[nodiscard]] std::size_t raw_text_end() const;
  [[nodiscard]] std::size_t script_end() const;
  [[nodiscard]] bool is_raw_end_tag(std::size_t at) const;
  [[nodiscard]] bool names_tag(std::size_t at, std::string_view name) const;
  [[nodiscard]] bool starts_markup(std::size_t at) const;
  [[nodiscard]] bool starts_with(std::size_t at, std::string_view prefix) const;
  [[nodiscard]] std::string_view range() const { return text_.substr(0, end_); }
  [[nodiscard]] char at(std::size_t offset) const { return offset < end_ ? text_[offset] : '\0'; }

  std::string_view text_;
  bool is_xml_;
  std::size_t position_ = 0;
  std::size_t end_ = 0;
  Content content_ = Content::Data;
  std::string raw_name_;  // the element whose raw text is read
  bool foreign_ = false;
  std::optional<std::size_t> cut_off_tag_;
  HtmlToken token_;
};

}  // namespace hypelint

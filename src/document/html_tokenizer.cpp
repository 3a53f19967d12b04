#include "document/html_tokenizer.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"
#include "support/byte_set.h"

namespace hypelint {
namespace {

bool ends_name(char c) { return is_html_space(c) || c == '/' || c == '>'; }

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 2> kRcdataElements = {"textarea", "title"};
constexpr std::array<std::string_view, 6> kRawTextElements = {"iframe",   "noembed", "noframes",
                                                              "noscript", "style",   "xmp"};

}  // namespace

MarkupSyntax markup_syntax(const Source& source) {
  const bool xml = source.format() == Format::Mdx || ascii::ends_with_folded(source.path(), ".xhtml");
  return xml ? MarkupSyntax::Xml : MarkupSyntax::Html;
}

bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

const HtmlAttribute* HtmlToken::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const HtmlAttribute& a) { return ascii::equals_folded(a.name, wanted); });
  return found == attributes.end() ? nullptr : &*found;
}

void HtmlTokenizer::feed(SourceSpan range) {
  position_ = range.begin;
  end_ = std::min(range.end, text_.size());
  cut_off_tag_.reset();
}

const HtmlToken* HtmlTokenizer::next() {
  while (position_ < end_) {
    token_.span.begin = position_;
    if (content_ == Content::Data ? read_data() : read_raw_text()) return &token_;
  }
  return nullptr;
}

bool HtmlTokenizer::starts_with(std::size_t offset, std::string_view prefix) const {
  return offset + prefix.size() <= end_ && text_.substr(offset, prefix.size()) == prefix;
}

bool HtmlTokenizer::starts_markup(std::size_t offset) const {
  const char next = at(offset + 1);
  return ascii::is_letter(next) || next == '!' || next == '?' || (next == '/' && offset + 2 < end_);
}

bool HtmlTokenizer::read_data() {
  if (text_[position_] == '<' && starts_markup(position_)) return read_markup();
  std::size_t end = position_ + 1;
  while (end < end_ && !(text_[end] == '<' && starts_markup(end))) {
    end = std::min(range().find('<', end + 1), end_);
  }
  return emit_text(end, true);
}

bool HtmlTokenizer::emit_text(std::size_t end, bool has_references) {
  token_.kind = HtmlToken::Kind::Text;
  token_.has_references = has_references;
  token_.span.end = position_ = end;
  return token_.span.begin < end;
}

bool HtmlTokenizer::emit_other(std::size_t end) {
  token_.kind = HtmlToken::Kind::Other;
  token_.span.end = position_ = end;
  return true;
}

bool HtmlTokenizer::read_markup() {
  const char next = at(position_ + 1);
  if (ascii::is_letter(next) || (next == '/' && ascii::is_letter(at(position_ + 2)))) return read_tag();
  if (starts_with(position_, "<!--")) return read_comment();
  if (foreign_ && starts_with(position_, "<![CDATA[")) return read_cdata();
  position_ += 2;
  return read_until(">", Content::BogusComment);
}

bool HtmlTokenizer::read_comment() {
  position_ += 4;
  if (at(position_) == '>') return emit_other(position_ + 1);
  if (starts_with(position_, "->")) return emit_other(position_ + 2);
  return read_until("-->", Content::Comment);
}

// A comment ends with "-->" or "--!>"; whatever else is read here ends with ">".
bool HtmlTokenizer::read_until(std::string_view terminator, Content content) {
  content_ = Content::Data;
  for (std::size_t close = range().find('>', position_); close < end_; close = range().find('>', close + 1)) {
    const std::string_view before = text_.substr(position_, close + 1 - position_);
    if (before.ends_with(terminator) || (content == Content::Comment && before.ends_with("--!>")))
      return emit_other(close + 1);
  }
  content_ = content;
  return emit_other(end_);
}

bool HtmlTokenizer::read_cdata() {
  token_.span.begin = position_ + 9;
  const std::size_t close = std::min(range().find("]]>", token_.span.begin), end_);
  emit_text(close, false);
  position_ = std::min(close + 3, end_);
  return true;
}

bool HtmlTokenizer::read_tag() {
  token_.kind = at(position_ + 1) == '/' ? HtmlToken::Kind::EndTag : HtmlToken::Kind::StartTag;
  position_ += token_.kind == HtmlToken::Kind::EndTag ? 2 : 1;
  token_.name.clear();
  for (; position_ < end_ && !ends_name(text_[position_]); ++position_) token_.name += ascii::lower(text_[position_]);
  if (!read_attributes()) {
    cut_off_tag_ = token_.span.begin;
    return false;
  }
  token_.span.end = position_;
  token_.empty_element = is_xml_ && token_.self_closing && token_.kind == HtmlToken::Kind::StartTag;
  if (token_.kind == HtmlToken::Kind::StartTag && !token_.empty_element) choose_content();
  return true;
}

void HtmlTokenizer::skip_spaces() {
  while (position_ < end_ && is_html_space(text_[position_])) ++position_;
}

// The slash belongs to the value that it ends where values need no quotes.
bool HtmlTokenizer::ends_with_slash() const {
  if (text_[position_ - 1] != '/') return false;
  return is_xml_ || token_.attributes.empty() || token_.attributes.back().value.end < position_;
}

// Leaves the position after ">"; false when the range ends before it.
bool HtmlTokenizer::read_attributes() {
  token_.attributes.clear();
  token_.self_closing = false;
  while (position_ < end_) {
    skip_spaces();
    if (position_ == end_) return false;
    if (text_[position_] == '>') {
      token_.self_closing = ends_with_slash();
      ++position_;
      return true;
    }
    if (text_[position_] == '/') {
      ++position_;
    } else if (!read_attribute()) {
      return false;
    }
  }
  return false;
}

// False when the range ends inside.
bool HtmlTokenizer::read_attribute() {
  const std::size_t begin = position_++;
  while (position_ < end_ && !ends_name(text_[position_]) && text_[position_] != '=') ++position_;
  const std::string_view name = text_.substr(begin, position_ - begin);
  const std::size_t name_end = position_;
  skip_spaces();
  token_.attributes.push_back({name, {name_end, name_end}});
  if (at(position_) != '=') return position_ < end_;
  ++position_;
  skip_spaces();
  if (at(position_) == '>') return position_ < end_;
  read_attribute_value();
  return position_ < end_;
}

void HtmlTokenizer::read_attribute_value() {
  const char quote = at(position_);
  if (quote == '"' || quote == '\'') {
    const std::size_t close = std::min(range().find(quote, position_ + 1), end_);
    token_.attributes.back().value = {std::min(position_ + 1, end_), close};
    position_ = std::min(close + 1, end_);
    return;
  }
  const std::size_t begin = position_;
  while (position_ < end_ && !is_html_space(text_[position_]) && text_[position_] != '>') ++position_;
  token_.attributes.back().value = {begin, position_};
}

void HtmlTokenizer::choose_content() {
  if (foreign_) return;
  raw_name_ = token_.name;
  if (is_one_of(kRcdataElements, raw_name_)) content_ = Content::Rcdata;
  if (is_one_of(kRawTextElements, raw_name_)) content_ = Content::Rawtext;
  if (raw_name_ == "script") content_ = Content::Script;
  if (raw_name_ == "plaintext") content_ = Content::Plaintext;
}

bool HtmlTokenizer::in_raw_text() const {
  return content_ == Content::Comment || content_ == Content::Rcdata || content_ == Content::Rawtext ||
         content_ == Content::Script;
}

bool HtmlTokenizer::read_raw_text() {
  if (content_ == Content::Comment) return read_until("-->", content_);
  if (content_ == Content::BogusComment) return read_until(">", content_);
  if (content_ == Content::Plaintext) return emit_text(end_, false);
  const bool has_references = content_ == Content::Rcdata;
  const std::size_t end = content_ == Content::Script ? script_end() : raw_text_end();
  if (end < end_) content_ = Content::Data;
  return emit_text(end, has_references);
}

bool HtmlTokenizer::names_tag(std::size_t offset, std::string_view name) const {
  const std::size_t end = offset + name.size();
  return end < end_ && ends_name(text_[end]) && ascii::equals_folded(text_.substr(offset, name.size()), name);
}

bool HtmlTokenizer::is_raw_end_tag(std::size_t offset) const {
  return at(offset + 1) == '/' && names_tag(offset + 2, raw_name_);
}

std::size_t HtmlTokenizer::raw_text_end() const {
  std::size_t end = range().find('<', position_);
  while (end < end_ && !is_raw_end_tag(end)) end = range().find('<', end + 1);
  return std::min(end, end_);
}

// Script data with its escaped states: inside "<!--" a "<script" hides the end tag that follows it.
std::size_t HtmlTokenizer::script_end() const {
  static constexpr ByteSet kBrackets("<>");
  enum class State { Plain, Escaped, DoubleEscaped } state = State::Plain;
  std::size_t dashes = 0;  // where the "--" may begin that ends the escape
  for (std::size_t i = kBrackets.first_in(range(), position_); i < end_; i = kBrackets.first_in(range(), i + 1)) {
    if (text_[i] == '>') {
      if (state != State::Plain && i >= dashes + 2 && text_.substr(i - 2, 2) == "--") state = State::Plain;
    } else if (state == State::Plain && starts_with(i, "<!--")) {
      state = State::Escaped;
      dashes = i + 2;
    } else if (is_raw_end_tag(i)) {
      if (state != State::DoubleEscaped) return i;
      state = State::Escaped;
    } else if (state == State::Escaped && names_tag(i + 1, "script")) {
      state = State::DoubleEscaped;
    }
  }
  return end_;
}

}  // namespace hypelint

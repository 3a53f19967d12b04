#include "document/markdown_mask.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "document/markdown_fences.h"
#include "document/markdown_scan.h"
#include "support/ascii.h"
#include "support/byte_set.h"

namespace hypelint {
namespace {

constexpr ByteSet kInlineMarks("\\`{<");
constexpr std::string_view kContainerMarks = " \t>-+*0123456789.)";
constexpr std::size_t kCodeIndent = 4;
constexpr std::size_t kAnyIndent = kNoOffset;  // MDX has no indented code
constexpr std::size_t kMaxLabel = 100;         // bytes of a footnote label
constexpr std::size_t kMaxTemplate = 8000;     // bytes of one shortcode or template tag
constexpr std::size_t kMaxCodeSpan = 2000;     // bytes searched for the end of a code span
constexpr std::size_t kMaxPrefix = 200;        // bytes of a line in which container marks are obeyed
constexpr std::size_t kMaxCommentGap = 100;    // bytes of white space between "*/" and "}"
constexpr std::size_t kMaxTagGap = 8;          // bytes from the start of a closing tag to its name
constexpr std::size_t kMaxColumns = 128;       // of a table
constexpr std::size_t kMaxDefinition = 4096;   // bytes of a link definition after its label; md4c reads it at each use

bool is_name(char c) { return ascii::is_alnum(c) || c == '-' || c == '.' || c == '_'; }

struct TemplateTag {
  std::string_view open;
  NextOccurrence close;
  std::size_t close_size;
};

// A pair of template tags whose content is no prose.
struct HiddenBlock {
  std::string_view open;  // of both tags
  std::string_view name;
  NextOccurrence end;  // the name of the closing tag
};

class Masker {
 public:
  Masker(std::string_view text, std::size_t begin, bool mdx)
      : text_(text),
        begin_(begin),
        mdx_(mdx),
        comment_end_(text, "-->"),
        block_comment_end_(text, "*/"),
        fences_(mdx ? kAnyIndent : kCodeIndent) {
    out_.text = std::string(text);
    if (mdx) {
      braces_ = match_braces(text, begin);
      return;
    }
    for (auto [open, close] :
         {std::pair<std::string_view, std::string_view>{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"{{", "}}"}}) {
      templates_.push_back({open, NextOccurrence(text, close), close.size()});
    }
    for (std::string_view name : {"comment", "highlight"}) {
      const bool comment = name == "comment";
      hidden_blocks_.push_back({"{%", name, NextOccurrence(text, comment ? "endcomment" : "endhighlight")});
      for (std::string_view open : {"{{<", "{{%"}) {
        hidden_blocks_.push_back({open, name, NextOccurrence(text, comment ? "/comment" : "/highlight")});
      }
    }
  }

  MaskedMarkdown run() {
    for (std::size_t at = begin_; at < text_.size();) {
      const std::size_t end = line_end(text_, at);
      at = mask_line(at, end);
    }
    if (!mdx_) hold_line_starts();
    break_long_definitions();
    std::replace(out_.text.begin() + static_cast<std::ptrdiff_t>(begin_), out_.text.end(), '\0', '?');
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }

  // Masks what starts in the line [at, end) and returns where to go on.
  std::size_t mask_line(std::size_t at, std::size_t end) {
    const std::string_view line = slice(at, end);
    if (fences_.take(line)) return std::min(end + 1, text_.size());
    if (mdx_ && after_blank_ && is_module_line(line)) return mask_module(at);
    after_blank_ = is_blank_line(line);
    limit_containers(at, end);
    note_comment(at, end);
    if (is_wide_table_row(line, kMaxColumns)) out_.text[at] = '#';
    std::size_t from = mask_line_start(at, end);
    return mask_inlines(from, end);
  }

  // Spaces written where a line starts would be the indent of code: what is hidden before text becomes text itself.
  void hold_line_starts() {
    auto hidden = out_.hidden.begin();
    for (std::size_t at = begin_; at < text_.size();) {
      const std::size_t end = line_end(text_, at);
      while (hidden != out_.hidden.end() && hidden->end <= at) ++hidden;
      if (hidden == out_.hidden.end()) return;
      if (hidden->begin < end) hold_line_start(at, end, *hidden);
      at = end + 1;
    }
  }

  void hold_line_start(std::size_t at, std::size_t end, SourceSpan hidden) {
    const std::size_t from = std::max(hidden.begin, at);
    if (hidden.end >= end || out_.text.find_first_not_of(kContainerMarks, at) < from) return;
    if (is_blank_line(std::string_view(out_.text).substr(hidden.end, end - hidden.end))) return;
    std::fill(out_.text.begin() + static_cast<std::ptrdiff_t>(from),
              out_.text.begin() + static_cast<std::ptrdiff_t>(hidden.end - 1), ',');
  }

  // Overwrites the colon of link definitions that go on for too long.
  void break_long_definitions() {
    std::size_t colon = kNoOffset;
    const auto end_definition = [&](std::size_t at) {
      if (colon != kNoOffset && at - colon > kMaxDefinition) out_.text[colon] = '_';
      colon = kNoOffset;
    };
    for (std::size_t at = begin_; at < text_.size();) {
      const std::size_t end = line_end(text_, at);
      if (is_blank_line(slice(at, end))) end_definition(at);
      for (std::size_t mark = slice(at, end).find("]:"); mark != kNoOffset;
           mark = slice(at, end).find("]:", mark + 2)) {
        end_definition(at + mark);
        colon = at + mark + 1;
      }
      at = end + 1;
    }
    end_definition(text_.size());
  }

  static bool is_module_line(std::string_view line) {
    for (std::string_view word : {"import ", "import{", "export ", "import\"", "import'"}) {
      if (line.starts_with(word)) return true;
    }
    return false;
  }

  // Hides import and export statements up to a blank line outside brackets.
  std::size_t mask_module(std::size_t at) {
    std::size_t first_blank = kNoOffset;
    long depth = 0;
    std::size_t i = at;
    for (; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '{' || c == '(' || c == '[') ++depth;
      if (c == '}' || c == ')' || c == ']') --depth;
      if (!ends_line(text_, i) || !is_blank_line(slice(i + 1, line_end(text_, i + 1)))) continue;
      if (depth <= 0 || module_unbalanced_) break;
      if (first_blank == kNoOffset) first_blank = i;
    }
    if (i == text_.size() && depth > 0 && first_blank != kNoOffset) {
      module_unbalanced_ = true;
      i = first_blank;
    }
    hide(at, i);
    return std::min(i + 1, text_.size());
  }

  // A link definition that nothing uses, as a comment on a line of its own: [//]: # (text) or [comment]: # (text), also
  // in quotes.
  void note_comment(std::size_t at, std::size_t end) {
    std::string_view line = slice(at, end);
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    const std::size_t indent = run_length(line, ' ');
    constexpr std::array<std::string_view, 2> kMarks = {"[//]: # ", "[comment]: # "};
    const auto* mark =
        std::ranges::find_if(kMarks, [&](std::string_view each) { return line.substr(indent).starts_with(each); });
    if (indent > 3 || mark == kMarks.end()) return;
    const std::size_t open = line.find_first_not_of(' ', indent + mark->size());
    if (open == kNoOffset || line.size() < open + 2) return;
    const char pair = line[open] == '(' ? ')' : line[open];
    if (line.back() != pair || (line[open] != '(' && line[open] != '"' && line[open] != '\'')) return;
    out_.comments.push_back({at + open + 1, at + line.size() - 1});
  }

  // Overwrites container marks beyond kMaxPrefix, which bounds the nesting of quotes and lists.
  void limit_containers(std::size_t at, std::size_t end) {
    const std::size_t prefix_end = std::min(text_.find_first_not_of(kContainerMarks, at), end);
    for (std::size_t i = at + kMaxPrefix; i < prefix_end; ++i) {
      if (text_[i] != ' ' && text_[i] != '\t') out_.text[i] = '_';
    }
  }

  // Footnote definitions, admonitions and directive lines; returns where inline scanning starts.
  std::size_t mask_line_start(std::size_t at, std::size_t end) {
    const std::size_t start = std::min(text_.find_first_not_of(' ', at), end);
    const std::string_view rest = slice(start, end);
    if (rest.starts_with("[^") && start - at <= 3) return mask_footnote(start, end);
    if (rest.starts_with("!!! ") || rest.starts_with("??? ") || rest.starts_with("???+ ")) {
      return mask_admonition(start, end);
    }
    if (rest.starts_with(">")) return mask_alert(start, end);
    if (rest.starts_with(":::")) return mask_directive(start, end);
    return at;
  }

  std::size_t mask_footnote(std::size_t start, std::size_t end) {
    const std::size_t close = slice(start, std::min(end, start + kMaxLabel)).find("]:");
    if (close == kNoOffset || close <= 2) return start;
    const std::string_view label = text_.substr(start + 2, close - 2);
    if (label.find_first_of("[] \t") != kNoOffset) return start;
    add_item(VirtualItem::Kind::Footnote, {start, start + close + 2}, std::string(label));
    return start + close + 2;
  }

  std::size_t mask_admonition(std::size_t start, std::size_t end) {
    const std::size_t gap = text_.find(' ', start);
    std::size_t stop = std::min(text_.find_first_not_of(' ', gap), end);
    while (stop < end && is_name(text_[stop])) ++stop;
    if (stop - start > kMaxLabel || stop == gap + 1) return start;
    const std::size_t quote = std::max(stop, text_.find_last_not_of(" \t\r", end - 1));
    const bool quoted = slice(stop, end).starts_with(" \"") && text_[quote] == '"' && quote > stop + 1;
    if (quoted) {
      stop += 2;
      hide(quote, quote + 1);
    }
    add_item(VirtualItem::Kind::Admonition, {start, stop}, {});
    return stop;
  }

  std::size_t mask_alert(std::size_t at, std::size_t end) {
    const std::size_t start = end - strip_line_prefix(slice(at, end)).size();
    if (!slice(start, end).starts_with("[!")) return at;
    std::size_t stop = start + 2;
    while (stop < end && ascii::is_letter(text_[stop])) ++stop;
    if (stop == end || text_[stop] != ']') return at;
    ++stop;
    hide(start, stop);
    out_.items.push_back({VirtualItem::Kind::Alert, {start, start}, {}});
    return stop;
  }

  std::size_t mask_directive(std::size_t start, std::size_t end) {
    std::size_t stop = start + run_length(slice(start, end), ':');
    while (stop < end && (is_name(text_[stop]))) ++stop;
    if (stop < end && text_[stop] == '{') stop += std::min(slice(stop, end).find('}'), end - stop - 1) + 1;
    hide(start, stop);
    return stop;
  }

  // Writes the marker as "- >>>": a list item whatever stands before it, of any length, without text.
  void add_item(VirtualItem::Kind kind, SourceSpan marker, std::string label) {
    std::fill(out_.text.begin() + static_cast<std::ptrdiff_t>(marker.begin),
              out_.text.begin() + static_cast<std::ptrdiff_t>(marker.end), '>');
    out_.text[marker.begin] = '-';
    out_.text[marker.begin + 1] = ' ';
    fences_.open_item();
    out_.items.push_back({kind, marker, std::move(label)});
  }

  // Masks inline constructs that start in [at, end); returns the start of the next line to look at.
  std::size_t mask_inlines(std::size_t at, std::size_t end) {
    while (at < end) {
      const std::size_t next = kInlineMarks.first_in(slice(at, end));
      if (next == kNoOffset) break;
      at = mask_inline(at + next);
      if (at > end) end = line_end(text_, at);  // the rest of the line where a construct ended
    }
    return std::min(end + 1, text_.size());
  }

  std::size_t mask_inline(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        return std::min(at + 2, text_.size());
      case '`':
        return skip_code_span(at);
      case '<':
        return mask_tag(at);
      default:
        return mdx_ ? mask_expression(at) : mask_template(at);
    }
  }

  std::size_t skip_code_span(std::size_t at) const {
    const std::size_t run = run_length(text_.substr(at), '`');
    const std::size_t limit = line_end(text_.substr(0, at + run + kMaxCodeSpan), at);
    for (std::size_t i = at + run; i < limit;) {
      if (text_[i] != '`') {
        ++i;
        continue;
      }
      const std::size_t close = run_length(text_.substr(i), '`');
      if (close == run) return i + close;
      i += close;
    }
    return at + run;
  }

  std::size_t mask_template(std::size_t at) {
    std::size_t end = template_end(at);
    if (end == kNoOffset) return at + 1;
    end = std::max(end, hidden_block_end(at, end));
    const bool in_destination = at > begin_ && (text_[at - 1] == '(' || text_[at - 1] == '/' || text_[at - 1] == '<');
    if (in_destination) {
      neutralise(at, end);
    } else {
      hide(at, end);
    }
    return end;
  }

  // End of the template tag that starts at `at`, or kNoOffset.
  std::size_t template_end(std::size_t at) {
    for (TemplateTag& tag : templates_) {
      if (!text_.substr(at).starts_with(tag.open)) continue;
      const std::size_t close = tag.close.from(at + tag.open.size());
      if (close != kNoOffset && close - at <= kMaxTemplate) return close + tag.close_size;
    }
    return kNoOffset;
  }

  // End of the block that the template tag [at, end) opens if its content is hidden, else 0.
  std::size_t hidden_block_end(std::size_t at, std::size_t end) {
    const std::string_view tag = slice(at, end);
    for (HiddenBlock& block : hidden_blocks_) {
      if (!tag.starts_with(block.open) || tag_name(tag.substr(block.open.size())) != block.name) continue;
      const std::size_t name = block.end.from(end);
      if (name == kNoOffset) return 0;
      std::string_view before = slice(std::max(end, name - std::min(name, kMaxTagGap)), name);
      before = before.substr(0, before.find_last_not_of(" -") + 1);
      if (!before.ends_with(block.open)) return 0;
      const std::size_t open =
          static_cast<std::size_t>(before.data() - text_.data()) + before.size() - block.open.size();
      const std::size_t close = template_end(open);
      return close == kNoOffset ? 0 : close;
    }
    return 0;
  }

  static std::string_view tag_name(std::string_view inside) {
    inside.remove_prefix(std::min(inside.find_first_not_of(" -"), inside.size()));
    return ascii::leading_letters(inside);
  }

  [[nodiscard]] std::size_t brace_end(std::size_t at) const {
    const std::size_t close = braces_[at - begin_];
    return close == kNoOffset ? kNoOffset : close + 1;
  }

  // In MDX a comment ends with its own mark, whatever braces it holds.
  std::size_t mask_expression(std::size_t at) {
    std::size_t end = brace_end(at);
    const std::size_t open = text_.find_first_not_of(" \t\r\n", at + 1);
    if (open != kNoOffset && text_.substr(open).starts_with("/*")) {
      const std::size_t close = block_comment_end_.from(open + 2);
      const std::string_view rest = close == kNoOffset ? std::string_view() : text_.substr(close + 2, kMaxCommentGap);
      const std::size_t brace = rest.find_first_not_of(" \t\r\n");
      if (brace != kNoOffset && rest[brace] == '}') {
        out_.comments.push_back({open + 2, close});
        end = close + 2 + brace + 1;
      }
    }
    if (end == kNoOffset) return at + 1;
    hide(at, end);
    return end;
  }

  std::size_t mask_tag(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t close = comment_end_.from(at + 4);
      return close == kNoOffset ? at + 4 : close + 3;
    }
    std::size_t name = at + 1;
    if (name < text_.size() && text_[name] == '/') ++name;
    const bool fragment = mdx_ && name < text_.size() && text_[name] == '>';
    if (!fragment && (name >= text_.size() || !ascii::is_letter(text_[name]))) return at + 1;
    const std::size_t end = tag_end(name);
    if (end == kNoOffset) return at + 1;
    if (mdx_ && (fragment || ascii::is_upper(text_[name]))) {
      hide(at, end);
      return end;
    }
    neutralise_tag(name, end);
    return end;
  }

  // End of the tag whose name starts at `at`, or kNoOffset; a tag ends with its paragraph.
  std::size_t tag_end(std::size_t at) {
    while (at < text_.size() && is_name(text_[at])) ++at;
    if (at < text_.size() && (text_[at] == ':' || text_[at] == '@')) return kNoOffset;
    if (at < no_tag_before_) return kNoOffset;
    char quote = 0;
    while (at < text_.size()) {
      const char c = text_[at];
      if (ends_line(text_, at) && is_blank_line(slice(at + 1, line_end(text_, at + 1)))) break;
      const std::size_t jump = c == '{' && !(quote != 0 && mdx_) ? embedded_end(at) : kNoOffset;
      if (jump != kNoOffset) {
        at = jump;
        continue;
      }
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at + 1;
      } else if (c == '<') {
        return kNoOffset;
      }
      ++at;
    }
    no_tag_before_ = at;
    return kNoOffset;
  }

  std::size_t embedded_end(std::size_t at) { return mdx_ ? brace_end(at) : template_end(at); }

  void neutralise_tag(std::size_t at, std::size_t end) {
    for (std::size_t i = at; i < end; ++i) {
      if (text_[i] != '{') continue;
      const std::size_t stop = embedded_end(i);
      if (stop == kNoOffset || stop > end) continue;
      neutralise(i, stop);
      i = stop - 1;
    }
  }

  // Makes the range one word without markup, keeping its letters for the address.
  void neutralise(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const char c = text_[i];
      if (!is_name(c) && c != '{' && c != '}' && c != '/' && static_cast<unsigned char>(c) < 0x80) out_.text[i] = '_';
    }
  }

  void hide(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (text_[i] != '\n' && text_[i] != '\r') out_.text[i] = ' ';
    }
    if (from < to) out_.hidden.push_back({from, to});
  }

  std::string_view text_;
  std::size_t begin_;
  bool mdx_;
  MaskedMarkdown out_;
  NextOccurrence comment_end_;
  NextOccurrence block_comment_end_;
  std::vector<TemplateTag> templates_;
  std::vector<HiddenBlock> hidden_blocks_;
  std::vector<std::size_t> braces_;
  FenceTracker fences_;
  std::size_t no_tag_before_ = 0;  // an unclosed tag reaches to here
  bool after_blank_ = true;
  bool module_unbalanced_ = false;
};

}  // namespace

MaskedMarkdown mask_markdown(std::string_view text, std::size_t begin, bool mdx) {
  return Masker(text, std::min(begin, text.size()), mdx).run();
}

}  // namespace hypelint

#include "document/html_text.h"

#include <algorithm>

#include "support/byte_set.h"

namespace hypelint {
namespace {

constexpr ByteSet kTemplates("{");
constexpr ByteSet kReferencesAndTemplates("&{");

class TextWriter {
 public:
  TextWriter(BlockBuilder& builder, std::string_view text, SourceSpan span, HtmlTextStyle style)
      : builder_(builder), range_(text.substr(0, span.end)), written_(span.begin), style_(style) {}

  void write() {
    const ByteSet& marks = style_.has_references ? kReferencesAndTemplates : kTemplates;
    std::size_t at = marks.first_in(range_, written_);
    while (at != range_.npos) {
      const std::size_t next = range_[at] == '&' ? reference_at(at) : template_tag_at(at);
      at = marks.first_in(range_, std::max(next, at + 1));
    }
    flush(range_.size());
  }

 private:
  void flush(std::size_t end) {
    if (written_ < end) builder_.text({written_, end});
    written_ = end;
  }

  // The offset behind what was recognised; `at` itself when nothing was.
  std::size_t reference_at(std::size_t at) {
    const auto reference = read_character_reference(range_.substr(at), style_.place);
    if (!reference) return at;
    flush(at);
    written_ = at + reference->size;
    builder_.replacement(reference->utf8, {at, written_});
    return written_;
  }

  std::size_t template_tag_at(std::size_t at) {
    const char kind = at + 1 < range_.size() ? range_[at + 1] : '\0';
    if (kind != '{' && kind != '%') return at;
    std::size_t& known_end = kind == '{' ? no_expression_after_ : no_tag_after_;
    if (at >= known_end) return at;
    const std::size_t close = range_.find(kind == '{' ? "}}" : "%}", at + 2);
    if (close == range_.npos) {
      known_end = at;
      return at;
    }
    flush(at);
    written_ = close + 2;
    builder_.space({at, written_});
    return written_;
  }

  BlockBuilder& builder_;
  std::string_view range_;
  std::size_t written_;
  HtmlTextStyle style_;
  // Offsets from which on no template tag of the kind ends: searched once, so that the whole stays linear.
  std::size_t no_expression_after_ = std::string_view::npos;
  std::size_t no_tag_after_ = std::string_view::npos;
};

}  // namespace

void write_html_text(BlockBuilder& builder, std::string_view text, SourceSpan span, HtmlTextStyle style) {
  TextWriter(builder, text, span, style).write();
}

}  // namespace hypelint

#include <algorithm>
#include <array>
#include <cstdint>

#include "document/autolink.h"
#include "document/parsers.h"
#include "document/plain_lines.h"
#include "document/section_names.h"
#include "support/count_words.h"

namespace hypelint {
namespace {

// Hard-wrapped text: the widest line stands within these columns.
constexpr std::size_t kMinWrapWidth = 50;
constexpr std::size_t kMaxWrapWidth = 110;
constexpr std::size_t kMaxHeadingWidth = 90;
constexpr std::size_t kMaxHeadingWords = 12;
constexpr std::size_t kMaxHeadingWordsInReferences = 6;
// The first line of a text is its title more often than not, and titles may be long.
constexpr std::size_t kMaxTitleWidth = 180;
constexpr std::size_t kMaxTitleWords = 28;
constexpr std::size_t kProseWidth = 90;

// Lines [first, last] of one block.
struct Unit {
  std::size_t first;
  std::size_t last;
};

bool ends_like_prose(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kEnds = {".", ",",      ";",      ":",      "!",     ">",
                                                             "-", "\u2192", "\u2026", "\u3002", "\u00BB"};
  return std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) { return text.ends_with(end); });
}

// Addresses and the separators of bylines and menus.
bool holds_what_headings_lack(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kSigns = {"://", "www.", "@", "|", "\u00B7"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool is_list_marker(LineMarker marker) {
  return marker == LineMarker::Bullet || marker == LineMarker::Number || marker == LineMarker::Letter;
}

class PlainParser {
 public:
  PlainParser(const Source& source, std::size_t begin, BlockBuilder& builder)
      : text_(source.text()), builder_(builder), lines_(split_plain_lines(source.text(), begin)) {}

  void run() {
    document_is_wrapped_ = votes_for_wrapping();
    for (std::size_t run = 0; run < lines_.size();) {
      std::size_t end = run + 1;
      while (end < lines_.size() && !lines_[end].after_blank) ++end;
      split_run(run, end);
      run = end;
    }
    builder_.expect(units_.size());
    for (std::size_t i = 0; i < units_.size(); ++i) emit(i);
    builder_.set_group(0);
  }

 private:
  bool may_wrap_into(std::size_t line, std::size_t widest) const {
    const PlainLine& next = lines_[line + 1];
    return next.marker == LineMarker::None && !next.after_blank && lines_[line].marker != LineMarker::Hash &&
           lines_[line].indent + lines_[line].width + 1 + next.first_word > widest;
  }

  // Lines broken within sentences outweigh lines that end with one.
  bool votes_for_wrapping() const {
    std::size_t broken = 0;
    std::size_t whole = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const PlainLine& line = lines_[i];
      if (line.width > kMaxWrapWidth || (line.ends_sentence && line.before_blank && line.after_blank)) ++whole;
      const bool in_range = line.width >= kMinWrapWidth && line.width <= kMaxWrapWidth;
      if (in_range && !line.ends_sentence && lines_[i + 1].starts_lower && !lines_[i + 1].after_blank) ++broken;
    }
    return broken > whole;
  }

  std::size_t widest_of(std::size_t begin, std::size_t end) const {
    std::size_t widest = 0;
    for (std::size_t i = begin; i < end; ++i) {
      widest = std::max<std::size_t>(widest, lines_[i].indent + lines_[i].width);
    }
    return widest;
  }

  // Whether a sentence of the run goes on from one line to the next.
  bool breaks_sentences(std::size_t begin, std::size_t end, std::size_t widest) const {
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (!lines_[i].ends_sentence && lines_[i + 1].starts_lower && may_wrap_into(i, widest)) return true;
    }
    return false;
  }

  // Cuts lines [begin, end), which no blank line separates, into units.
  void split_run(std::size_t begin, std::size_t end) {
    const std::size_t widest = widest_of(begin, end);
    const bool wrapped = widest >= kMinWrapWidth && widest <= kMaxWrapWidth &&
                         (document_is_wrapped_ || breaks_sentences(begin, end, widest));
    for (std::size_t first = begin; first < end;) {
      std::size_t last = first;
      if (wrapped) {
        while (last + 1 < end && may_wrap_into(last, widest)) ++last;
      }
      if (last == first && is_bare_number(first) && first + 1 < end) ++last;
      units_.push_back({first, last});
      first = last + 1;
    }
  }

  // "• 1" or a marker alone, whose text stands on the next, deeper indented line.
  bool is_bare_number(std::size_t line) const {
    if (lines_[line].marker == LineMarker::None || line + 1 >= lines_.size()) return false;
    const std::string_view content = slice(lines_[line].content());
    const bool digits = content.find_first_not_of("0123456789.)") == std::string_view::npos;
    return digits && lines_[line + 1].marker == LineMarker::None && lines_[line + 1].indent > lines_[line].indent;
  }

  std::string_view slice(SourceSpan span) const { return text_.substr(span.begin, span.end - span.begin); }

  // Short, without final punctuation, beginning like a heading.
  bool looks_like_heading(const PlainLine& line, bool title) const {
    const std::string_view text = slice(line.content());
    return line.width <= (title ? kMaxTitleWidth : kMaxHeadingWidth) && line.starts_upper &&
           count_words(text) <= (title ? kMaxTitleWords : kMaxHeadingWords) && !ends_like_prose(text) &&
           !holds_what_headings_lack(text);
  }

  // A numbered line that stands over running text ("1. City Hospital" in a list of clinics).
  bool heads_prose(std::size_t unit) const {
    if (unit + 1 >= units_.size()) return false;
    const PlainLine& next = lines_[units_[unit + 1].first];
    return next.marker == LineMarker::None &&
           (next.width > kProseWidth || units_[unit + 1].last > units_[unit + 1].first);
  }

  bool is_guessed_heading(std::size_t unit) const {
    const Unit& lines = units_[unit];
    const PlainLine& line = lines_[lines.first];
    if (lines.first != lines.last || lines.last + 1 >= lines_.size() ||
        !looks_like_heading(line, unit == 0 && line.before_blank)) {
      return false;
    }
    if (line.marker == LineMarker::Number) return heads_prose(unit);
    const PlainLine& next = lines_[lines.last + 1];
    return line.marker == LineMarker::None &&
           (line.before_blank || next.width > line.width || next.marker != LineMarker::None);
  }

  bool is_heading(std::size_t unit) const {
    const PlainLine& line = lines_[units_[unit].first];
    if (line.marker == LineMarker::Hash) return true;
    const bool alone = units_[unit].first == units_[unit].last;
    if (alone && line.marker == LineMarker::None && names_reference_section(slice(line.content()))) return true;
    if (!is_guessed_heading(unit)) return false;
    return !in_references_ || ends_references(line);
  }

  // Entries look like headings too; only a line without numbers, stops and commas leaves a reference list.
  bool ends_references(const PlainLine& line) const {
    const std::string_view text = slice(line.content());
    return line.marker == LineMarker::None && line.before_blank && count_words(text) <= kMaxHeadingWordsInReferences &&
           text.find_first_of("0123456789.,") == std::string_view::npos;
  }

  int heading_level(const PlainLine& line) {
    const bool first = !has_heading_;
    has_heading_ = true;
    if (line.marker == LineMarker::Hash) return line.hashes;
    const std::string_view name = slice(line.content());
    const bool title = first && !names_reference_section(name) && !names_disclaimer_section(name);
    return title ? 1 : 2;
  }

  void emit(std::size_t unit) {
    const Unit& lines = units_[unit];
    const PlainLine& line = lines_[lines.first];
    if (is_heading(unit)) {
      leave_list();
      in_references_ = names_reference_section(slice(line.content()));
      builder_.open(BlockKind::Heading, heading_level(line));
    } else if (is_list_marker(line.marker)) {
      open_item(line);
    } else {
      leave_list();
      builder_.open(BlockKind::Paragraph);
    }
    append_lines(lines);
    builder_.close();
  }

  void append_lines(const Unit& lines) {
    const PlainLine& first = lines_[lines.first];
    // Numbers of bibliographic entries stay: citation markers point at them.
    const bool keep_marker =
        first.marker == LineMarker::Bracket || (in_references_ && first.marker == LineMarker::Number);
    if (!is_bare_number(lines.first)) append_text(keep_marker ? first.whole : first.content());
    for (std::size_t i = lines.first + 1; i <= lines.last; ++i) {
      builder_.space({lines_[i - 1].whole.end, lines_[i].whole.begin});
      append_text(lines_[i].whole);
    }
  }

  void append_text(SourceSpan span) {
    std::size_t at = span.begin;
    for (const Autolink& link : find_autolinks(text_, span)) {
      builder_.text({at, link.span.begin});
      builder_.begin_link(link.address, link.span, LinkRole::Autolink);
      builder_.text(link.span);
      builder_.end_link();
      at = link.span.end;
    }
    builder_.text({at, span.end});
  }

  struct OpenList {
    std::size_t indent;
    std::uint32_t group;
  };

  void open_item(const PlainLine& line) {
    while (open_lists_.size() > 1 && open_lists_.back().indent > line.indent) open_lists_.pop_back();
    if (open_lists_.empty() || line.indent > open_lists_.back().indent + 1) {
      open_lists_.push_back({line.indent, builder_.new_group()});
    }
    builder_.set_group(open_lists_.back().group);
    builder_.open(BlockKind::ListItem, static_cast<int>(open_lists_.size()));
  }

  void leave_list() {
    open_lists_.clear();
    builder_.set_group(0);
  }

  std::string_view text_;
  BlockBuilder& builder_;
  std::vector<PlainLine> lines_;
  std::vector<Unit> units_;
  std::vector<OpenList> open_lists_;
  bool document_is_wrapped_ = false;
  bool in_references_ = false;
  bool has_heading_ = false;
};

}  // namespace

void parse_plain(const Source& source, std::size_t begin, BlockBuilder& builder) {
  PlainParser(source, begin, builder).run();
}

}  // namespace hypelint

// The article's text with marks: one sweep over the places where something begins or ends.
#include <algorithm>
#include <set>
#include <utility>

#include "report/html_parts.h"

namespace hypelint {
namespace {

constexpr std::size_t kChunk = 4096;       // bytes after which a line end closes a chunk, which browsers lay out alone
constexpr std::size_t kLongLine = 16384;   // a longer line is shown as several, broken at a space where there is one
constexpr std::size_t kNamedFindings = 8;  // a piece of text names at most so many of the findings it is part of

SourceSpan within(SourceSpan span, std::size_t size) {
  const std::size_t begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

// A place that links of the page lead to.
struct Anchor {
  std::size_t at;
  std::string id;
};

class Sweep {
 public:
  Sweep(std::string& out, const HtmlRun& run, const PageFile& file, const LineIndex& lines)
      : out_(out), run_(run), file_(file), lines_(lines), text_(file.checked->source.text()) {
    take_findings();
    take_evidence();
    take_chunks();
    std::ranges::stable_sort(anchors_, {}, &Anchor::at);
    for (const Anchor& anchor : anchors_) cuts_.push_back(anchor.at);
    cuts_.insert(cuts_.end(), {0, text_.size()});
    std::ranges::sort(cuts_);
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  }

  void write() {
    out_ += "<div class=\"chunk\">";
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      close_findings(cuts_[i]);
      break_chunk(cuts_[i]);
      write_anchors(cuts_[i]);
      open_findings(cuts_[i]);
      if (i + 1 < cuts_.size()) write_piece(cuts_[i], cuts_[i + 1]);
    }
    out_ += "</div>";
  }

 private:
  [[nodiscard]] SourceSpan span_of(std::size_t index) const {
    return within(file_.findings[index].finding->span, text_.size());
  }

  void take_findings() {
    for (std::size_t i = 0; i < file_.findings.size(); ++i) {
      const PageFinding& each = file_.findings[i];
      const SourceSpan span = span_of(i);
      cuts_.insert(cuts_.end(), {span.begin, span.end});
      by_begin_.push_back(i);
      for (std::size_t j = 0; j < each.finding->related.size(); ++j)
        anchors_.push_back({std::min(each.finding->related[j].span.begin, text_.size()), related_id(each, j)});
    }
    std::ranges::stable_sort(by_begin_, {}, [&](std::size_t index) { return span_of(index).begin; });
  }

  void take_evidence() {
    if (!file_.checked->report.evidence) return;
    const std::vector<FoundEvidence>& found = *file_.checked->report.evidence;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].tier == Tier::None) continue;
      const SourceSpan span = within(found[i].span, text_.size());
      evidence_begins_.push_back(span.begin);
      evidence_ends_.push_back(span.end);
      anchors_.push_back({span.begin, evidence_id(file_, i)});
    }
    std::ranges::sort(evidence_begins_);
    std::ranges::sort(evidence_ends_);
    cuts_.insert(cuts_.end(), evidence_ends_.begin(), evidence_ends_.end());
  }

  // Whether the chunk that has grown to `size` bytes, `at` excluded, may end before `at`.
  [[nodiscard]] bool ends_chunk(std::size_t at, std::size_t size) const {
    const char last = text_[at - 1];
    return (last == '\n' && size >= kChunk) || (last == ' ' && size >= kLongLine) ||
           (size >= 2 * kLongLine && (static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80U);
  }

  void take_chunks() {
    for (std::size_t at = 1, last = 0; at < text_.size(); ++at) {
      if (!ends_chunk(at, at - last)) continue;
      last = at;
      chunks_.push_back(at);
      cuts_.push_back(at);
    }
  }

  void close_findings(std::size_t at) {
    const std::size_t first = next_end_;
    for (; next_end_ < file_.findings.size() && span_of(next_end_).end == at; ++next_end_) {
      if (active_.erase(next_end_) > 0) --of_mark(next_end_);
      append_pin(out_, run_, file_.findings[next_end_]);
    }
    for (std::size_t i = first; i < next_end_; ++i) append_card(out_, run_, file_, file_.findings[i], lines_);
  }

  void open_findings(std::size_t at) {
    for (; next_begin_ < by_begin_.size() && span_of(by_begin_[next_begin_]).begin == at; ++next_begin_) {
      const std::size_t index = by_begin_[next_begin_];
      if (span_of(index).end == at) continue;
      active_.insert(index);
      ++of_mark(index);
    }
    for (; next_evidence_ < evidence_begins_.size() && evidence_begins_[next_evidence_] <= at; ++next_evidence_) {
    }
    for (; past_evidence_ < evidence_ends_.size() && evidence_ends_[past_evidence_] <= at; ++past_evidence_) {
    }
  }

  std::size_t& of_mark(std::size_t index) { return marks_[static_cast<std::size_t>(file_.findings[index].mark)]; }

  void break_chunk(std::size_t at) {
    if (next_chunk_ == chunks_.size() || chunks_[next_chunk_] != at) return;
    ++next_chunk_;
    out_ += "</div><div class=\"chunk\">";
  }

  void write_anchors(std::size_t at) {
    for (; next_anchor_ < anchors_.size() && anchors_[next_anchor_].at == at; ++next_anchor_)
      out_.append("<span class=\"at\" id=\"").append(anchors_[next_anchor_].id).append("\"></span>");
  }

  // Of the findings around a piece, the gravest decides its look.
  [[nodiscard]] Mark gravest() const {
    const auto found = std::ranges::find_if(marks_, [](std::size_t count) { return count > 0; });
    return static_cast<Mark>(found - marks_.begin());
  }

  void open_mark(bool is_evidence) {
    out_.append("<mark class=\"m ")
        .append(to_string(gravest()))
        .append(is_evidence ? " ev" : "")
        .append("\" data-f=\"");
    std::size_t named = 0;
    for (auto at = active_.begin(); at != active_.end() && named < kNamedFindings; ++at, ++named)
      out_.append(named == 0 ? "" : " ").append(std::to_string(file_.findings[*at].number));
    out_ += "\">";
  }

  void write_piece(std::size_t begin, std::size_t end) {
    const bool is_evidence = next_evidence_ > past_evidence_;
    if (!active_.empty()) {
      open_mark(is_evidence);
    } else if (is_evidence) {
      out_ += "<span class=\"ev\">";
    }
    // A CR at the end of a piece belongs to the LF that begins the next.
    const bool is_torn = end < text_.size() && text_[end - 1] == '\r' && text_[end] == '\n';
    append_html_text(out_, text_.substr(begin, end - begin - (is_torn ? 1 : 0)));
    if (!active_.empty()) {
      out_ += "</mark>";
    } else if (is_evidence) {
      out_ += "</span>";
    }
  }

  std::string& out_;
  const HtmlRun& run_;
  const PageFile& file_;
  const LineIndex& lines_;
  std::string_view text_;
  std::vector<std::size_t> cuts_, by_begin_, chunks_, evidence_begins_, evidence_ends_;
  std::vector<Anchor> anchors_;
  std::size_t next_end_ = 0, next_begin_ = 0, next_chunk_ = 0, next_anchor_ = 0, next_evidence_ = 0, past_evidence_ = 0;
  std::set<std::size_t> active_;  // indices into the file's findings
  MarkCounts marks_{};            // of the active findings
};

}  // namespace

void append_marked_text(std::string& out, const HtmlRun& run, const PageFile& file, const LineIndex& lines) {
  Sweep(out, run, file, lines).write();
}

}  // namespace hypelint

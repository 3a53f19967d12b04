// The formats for people: `line` is one line a finding or a note about a file, `text` adds the excerpt and a summary.
#include <algorithm>
#include <string>

#include "report/display_width.h"
#include "report/formats.h"
#include "support/prose.h"

namespace hypelint {
namespace {

constexpr std::size_t kMargin = 4;         // columns before the excerpt
constexpr std::size_t kLeastExcerpt = 20;  // columns of excerpt even in a narrow terminal
constexpr std::size_t kMostBytesPerColumn = 4;
constexpr std::string_view kEllipsis = "…";

struct Style {
  bool color;
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const {
    return color ? "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m" : std::string(text);
  }
};

std::string_view color_of(Severity severity) {
  if (severity == Severity::Error) return "1;31";
  return severity == Severity::Warning ? "1;33" : "1;36";
}

std::string headline(const CheckedFile& file, const LineIndex& lines, const Finding& finding, Style style) {
  const Location at = lines.locate(finding.span.begin);
  const std::string place =
      printable_text(file.report.path) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ":";
  return style.paint("1", place) + " " + style.paint(color_of(finding.severity), to_string(finding.severity)) + ": " +
         printable_text(finding.message) + " " + style.paint("2", "[" + finding.rule + "]") + "\n";
}

std::string note_lines(const FileReport& report, Style style) {
  std::string out;
  for (const std::string& note : report.notes) {
    out += style.paint("1", printable_text(report.path) + ":") + " " + style.paint("1;36", "note") + ": " +
           printable_text(note) + "\n";
  }
  return out;
}

struct Window {
  std::size_t first = 0;  // glyphs, half-open
  std::size_t end = 0;
};

std::size_t width_of(const std::vector<Glyph>& glyphs, std::size_t first, std::size_t end) {
  std::size_t width = 0;
  for (std::size_t i = first; i < end; ++i) width += glyphs[i].width;
  return width;
}

// The glyphs of the line that fit into `width` columns, with the marked ones in view and the room around them shared.
Window window_around(const std::vector<Glyph>& glyphs, Window marked, std::size_t width) {
  Window shown = marked;
  std::size_t used = 0;
  for (shown.end = shown.first; shown.end < marked.end; ++shown.end) {
    if (used + glyphs[shown.end].width > width) return shown;
    used += glyphs[shown.end].width;
  }
  for (bool grew = true; grew;) {
    grew = false;
    if (shown.first > 0 && used + glyphs[shown.first - 1].width <= width) {
      used += glyphs[--shown.first].width;
      grew = true;
    }
    if (shown.end < glyphs.size() && used + glyphs[shown.end].width <= width) {
      used += glyphs[shown.end++].width;
      grew = true;
    }
  }
  return shown;
}

Window glyphs_in(const std::vector<Glyph>& glyphs, SourceSpan span) {
  const auto first = std::ranges::partition_point(glyphs, [&](const Glyph& g) { return g.end <= span.begin; });
  const auto end = std::ranges::partition_point(glyphs, [&](const Glyph& g) { return g.begin < span.end; });
  const auto at = static_cast<std::size_t>(first - glyphs.begin());
  return {at, std::max(at, static_cast<std::size_t>(end - glyphs.begin()))};
}

// What of a line can be seen beside the span, which may stand at either end of what is shown.
SourceSpan near(SourceSpan line, SourceSpan span, std::size_t width) {
  const std::size_t reach = kMostBytesPerColumn * width;
  const std::size_t begin = span.begin > line.begin + reach ? span.begin - reach : line.begin;
  return {begin, std::min(line.end, std::max(begin, span.begin) + reach)};
}

std::size_t align_to_code_point(std::string_view text, std::size_t at, std::size_t least) {
  while (at > least && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string excerpt(const Source& source, const LineIndex& lines, const Finding& finding,
                    const Presentation& presentation) {
  const std::size_t width = std::max(presentation.width, kMargin + kLeastExcerpt + 2) - kMargin - 2;
  const SourceSpan line = lines.line_span(lines.locate(finding.span.begin).line);
  SourceSpan seen = near(line, finding.span, width);
  seen.begin = align_to_code_point(source.text(), seen.begin, line.begin);
  seen.end = align_to_code_point(source.text(), seen.end, seen.begin);
  const std::vector<Glyph> glyphs = printable(source.text().substr(seen.begin, seen.end - seen.begin));
  if (glyphs.empty()) return "";
  const std::size_t from = finding.span.begin - seen.begin;
  const std::size_t to = std::max(from, std::min(finding.span.end, seen.end) - seen.begin);
  const Window marked = glyphs_in(glyphs, {from, to});
  const Window shown = window_around(glyphs, marked, width);

  const bool cut_before = shown.first > 0 || seen.begin > line.begin;
  const bool cut_after = shown.end < glyphs.size() || seen.end < line.end;
  std::string text(kMargin, ' ');
  if (cut_before) text += kEllipsis;
  for (std::size_t i = shown.first; i < shown.end; ++i) text += glyphs[i].shown();
  if (cut_after) text += kEllipsis;
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (text.empty()) return "";

  std::string mark(kMargin + (cut_before ? 1 : 0) + width_of(glyphs, shown.first, marked.first), ' ');
  const std::size_t length = std::max<std::size_t>(1, width_of(glyphs, marked.first, std::min(marked.end, shown.end)));
  mark += Style{presentation.color}.paint(color_of(finding.severity), "^" + std::string(length - 1, '~'));
  return text + "\n" + mark + "\n";
}

std::string related_line(const CheckedFile& file, const LineIndex& lines, const Related& related) {
  const Location at = lines.locate(related.span.begin);
  return std::string(kMargin, ' ') + "note: " + printable_text(related.label) + " at " +
         printable_text(file.report.path) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + "\n";
}

// What does not count and why: "; 2 suppressed, 5 in the baseline".
std::string uncounted(const Tally& sum) {
  std::string line;
  if (sum.suppressed > 0) line += "; " + std::to_string(sum.suppressed) + " suppressed";
  if (sum.in_baseline > 0) line += (line.empty() ? "; " : ", ") + std::to_string(sum.in_baseline) + " in the baseline";
  return line;
}

std::string summary_line(const Tally& sum) {
  if (sum.total() == 0) return "no findings in " + count_of(sum.files, "file") + uncounted(sum) + "\n";
  std::string line;
  const auto add = [&](std::size_t count, const std::string& noun) {
    if (count == 0) return;
    line += (line.empty() ? "" : ", ") + count_of(count, noun);
  };
  add(sum.errors, "error");
  add(sum.warnings, "warning");
  add(sum.infos, "info");
  line += " in " + count_of(sum.files_with_findings, "file");
  if (sum.files_with_findings < sum.files) line += " (" + std::to_string(sum.files) + " checked)";
  return line + uncounted(sum) + "\n";
}

class LineWriter : public ReportWriter {
 public:
  void file(const CheckedFile& file, const Emit& emit) override {
    const LineIndex lines(file.source);
    emit(note_lines(file.report, Style{false}));
    for (const Finding& finding : file.report.findings) emit(headline(file, lines, finding, Style{false}));
  }
};

class TextWriter : public ReportWriter {
 public:
  explicit TextWriter(const Presentation& presentation) : presentation_(presentation) {}

  void file(const CheckedFile& file, const Emit& emit) override {
    const LineIndex lines(file.source);
    emit(note_lines(file.report, Style{presentation_.color}));
    for (const Finding& finding : file.report.findings) {
      emit(headline(file, lines, finding, Style{presentation_.color}));
      emit(excerpt(file.source, lines, finding, presentation_));
      for (const Related& related : finding.related) emit(related_line(file, lines, related));
    }
    sum_.add(file.report);
    something_said_ |= !file.report.notes.empty() || !file.report.findings.empty();
  }
  std::string end() override { return (something_said_ ? "\n" : "") + summary_line(sum_); }

 private:
  Presentation presentation_;
  Tally sum_;
  bool something_said_ = false;
};

}  // namespace

std::unique_ptr<ReportWriter> line_writer() { return std::make_unique<LineWriter>(); }

std::unique_ptr<ReportWriter> text_writer(const Presentation& presentation) {
  return std::make_unique<TextWriter>(presentation);
}

}  // namespace hypelint

#include "hypelint/report.h"

namespace hypelint {
namespace {

struct Totals {
  Counts counts;
  std::size_t bytes = 0;
  std::size_t byte_order_marks = 0;
  std::size_t carriage_returns = 0;
  std::size_t invalid_utf8 = 0;
  std::size_t nul_bytes = 0;
};

Totals add_up(const std::vector<CheckedFile>& files) {
  Totals sum;
  for (const CheckedFile& file : files) {
    const Oddities& odd = file.report.oddities;
    sum.bytes += file.source.bytes().size();
    sum.counts.blocks += file.report.counts.blocks;
    sum.counts.sentences += file.report.counts.sentences;
    sum.counts.words += file.report.counts.words;
    sum.counts.unchecked_blocks += file.report.counts.unchecked_blocks;
    sum.byte_order_marks += odd.byte_order_mark ? 1 : 0;
    sum.carriage_returns += odd.carriage_returns ? 1 : 0;
    sum.invalid_utf8 += odd.invalid_utf8;
    sum.nul_bytes += odd.nul_bytes;
  }
  return sum;
}

std::string row(std::string label, std::size_t value, const std::string& remark = {}) {
  label.resize(18, ' ');
  return label + std::to_string(value) + (remark.empty() ? "" : "  (" + remark + ")") + "\n";
}

std::string row_unless_zero(const std::string& label, std::size_t value, const std::string& remark) {
  return value == 0 ? "" : row(label, value, remark);
}

}  // namespace

std::string render_stats(const std::vector<CheckedFile>& files) {
  const Totals sum = add_up(files);
  return row("files", files.size()) + row("bytes", sum.bytes) + row("blocks", sum.counts.blocks) +
         row("unchecked blocks", sum.counts.unchecked_blocks, "code, navigation, footer, form, hidden") +
         row("sentences", sum.counts.sentences) + row("words", sum.counts.words) +
         row_unless_zero("byte order marks", sum.byte_order_marks, "files; read as such") +
         row_unless_zero("carriage returns", sum.carriage_returns, "files; read as line ends") +
         row_unless_zero("invalid UTF-8", sum.invalid_utf8, "sequences; read as U+FFFD") +
         row_unless_zero("NUL bytes", sum.nul_bytes, "left in place");
}

}  // namespace hypelint

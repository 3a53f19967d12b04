#include "hypelint/report.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace hypelint {
namespace {

constexpr std::size_t kLabelWidth = 18;

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
  label.resize(kLabelWidth, ' ');
  return label + std::to_string(value) + (remark.empty() ? "" : "  (" + remark + ")") + "\n";
}

std::string row_unless_zero(const std::string& label, std::size_t value, const std::string& remark) {
  return value == 0 ? "" : row(label, value, remark);
}

// Files by language, the most frequent first: "en 12, zh 2".
std::string language_row(const std::vector<CheckedFile>& files) {
  std::map<std::string, std::size_t> by_tag;
  for (const CheckedFile& file : files) ++by_tag[file.report.language];
  std::vector<std::pair<std::string, std::size_t>> sorted(by_tag.begin(), by_tag.end());
  std::ranges::stable_sort(sorted, std::greater<>(), &std::pair<std::string, std::size_t>::second);
  std::string list;
  for (const auto& [tag, count] : sorted) list += (list.empty() ? "" : ", ") + tag + " " + std::to_string(count);
  std::string label = "languages";
  label.resize(kLabelWidth, ' ');
  return label + list + "\n";
}

}  // namespace

std::string render_stats(const std::vector<CheckedFile>& files) {
  const Totals sum = add_up(files);
  const auto noted = std::ranges::count_if(files, [](const CheckedFile& file) { return !file.report.notes.empty(); });
  return row("files", files.size()) + language_row(files) +
         row_unless_zero("unchecked files", static_cast<std::size_t>(noted),
                         "not checked for claims; their notes say why") +
         row("bytes", sum.bytes) + row("blocks", sum.counts.blocks) +
         row("unchecked blocks", sum.counts.unchecked_blocks, "code, navigation, footer, form, hidden") +
         row("sentences", sum.counts.sentences) + row("words", sum.counts.words) +
         row_unless_zero("byte order marks", sum.byte_order_marks, "files; read as such") +
         row_unless_zero("carriage returns", sum.carriage_returns, "files; read as line ends") +
         row_unless_zero("invalid UTF-8", sum.invalid_utf8, "sequences; read as U+FFFD") +
         row_unless_zero("NUL bytes", sum.nul_bytes, "left in place");
}

}  // namespace hypelint

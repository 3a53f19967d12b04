#include "document/markdown_tables.h"

#include <algorithm>

#include "document/markdown_scan.h"

namespace hypelint {
namespace {

constexpr std::size_t kMinCell = 3;  // characters md4c wants

// "|-|:-:|", also within quotes and lists.
bool is_short_rule(std::string_view line) {
  if (line.find('|') == kNoOffset || line.find('-') == kNoOffset) return false;
  if (line.find_first_not_of(" \t\r|:->") != kNoOffset) return false;
  const std::string_view rule = strip_line_prefix(line);
  return !rule.starts_with("- ") && !rule.starts_with("-\t");
}

}  // namespace

WidenedText::WidenedText(std::string_view original) {
  text_.reserve(original.size());
  bool after_row = false;
  for (std::size_t at = 0; at < original.size();) {
    const std::size_t end = std::min(line_end(original, at) + 1, original.size());
    const std::string_view line = original.substr(at, end - at);
    const bool rule = after_row && is_short_rule(line.substr(0, line.find('\n')));
    if (rule) {
      add_line(line);
    } else {
      text_ += line;
    }
    after_row = !rule && !is_blank_line(line.substr(0, line.find('\n')));
    at = end;
  }
}

void WidenedText::add_line(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t run = std::min(line.find_first_not_of(":-", at), line.size()) - at;
    const std::size_t dashes_end = std::min(line.find_first_not_of('-', line.find_first_not_of(':', at)), at + run);
    if (run == 0 || run >= kMinCell || line.substr(at, run).find('-') == kNoOffset) {
      text_ += line.substr(at, run + 1);
      at += run + 1;
      continue;
    }
    text_ += line.substr(at, dashes_end - at);
    text_.append(kMinCell - run, '-');
    const std::size_t before = insertions_.empty() ? 0 : insertions_.back().total;
    insertions_.push_back({text_.size(), before + kMinCell - run});
    text_ += line.substr(dashes_end, at + run - dashes_end);
    at += run;
  }
}

std::size_t WidenedText::original_offset(std::size_t offset) const {
  const auto after = std::partition_point(insertions_.begin(), insertions_.end(),
                                          [&](const Insertion& insertion) { return insertion.at <= offset; });
  if (after == insertions_.begin()) return offset;
  return offset - std::prev(after)->total;
}

}  // namespace hypelint

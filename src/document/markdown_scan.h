// Small scanners over Markdown source that the masking pass shares.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

inline constexpr std::size_t kNoOffset = std::string_view::npos;

// Finds the next occurrence of one needle. The first call reads the text; each takes logarithmic time after that.
class NextOccurrence {
 public:
  NextOccurrence(std::string_view text, std::string_view needle) : text_(text), needle_(needle) {}
  // Offset of the first occurrence at or after `position`, or kNoOffset.
  std::size_t from(std::size_t position);

 private:
  std::string_view text_;
  std::string_view needle_;
  std::vector<std::size_t> found_;  // all occurrences, ascending
  bool searched_ = false;
};

// For each "{" at or after `begin` the offset of its "}", else kNoOffset; indexed by offset minus `begin`.
std::vector<std::size_t> match_braces(std::string_view text, std::size_t begin);

// Offset of the last byte of the line end ("\n", "\r\n" or "\r") at or after `position`, or of the text end.
std::size_t line_end(std::string_view text, std::size_t position);
// Whether the byte at `at` is the last of a line end.
bool ends_line(std::string_view text, std::size_t at);
bool is_blank_line(std::string_view line);
// The line without leading white space and block quote marks.
std::string_view strip_line_prefix(std::string_view line);
// Length of the run of `c` at the start of `text`.
std::size_t run_length(std::string_view text, char c);
// True for a table delimiter row ("|---|:-:|") of more than `limit` columns.
bool is_wide_table_row(std::string_view line, std::size_t limit);

}  // namespace hypelint

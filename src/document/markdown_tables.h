// md4c 0.4 wants three characters in each cell of a table's delimiter row where GFM wants one dash.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

// A text with dashes inserted into short delimiter rows, and the way back.
class WidenedText {
 public:
  explicit WidenedText(std::string_view original);

  [[nodiscard]] const std::string& text() const { return text_; }
  // The offset in the original for one in text().
  [[nodiscard]] std::size_t original_offset(std::size_t offset) const;

 private:
  struct Insertion {
    std::size_t at;     // in text_, after the inserted bytes
    std::size_t total;  // bytes inserted up to there
  };
  void add_line(std::string_view line);

  std::string text_;
  std::vector<Insertion> insertions_;  // ascending
};

}  // namespace hypelint

// Lines of a file descriptor, each within a limit.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace hypelint {

struct Line {
  std::size_t number = 0;  // 1-based
  std::string text;        // without its line feed; of one that is too long, the start
  bool too_long = false;
};

// Hands a line over as soon as its line feed is there. Of a line beyond the limit 4 KiB at most are kept.
class LineReader {
 public:
  LineReader(int descriptor, std::size_t limit) : descriptor_(descriptor), limit_(limit) {}

  // Nothing at the end of the input, and where it cannot be read further; failure() tells which.
  std::optional<Line> next();
  // errno of the read that failed; 0 when none did.
  [[nodiscard]] int failure() const { return failure_; }

 private:
  bool fill();

  int descriptor_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t lines_ = 0;
  int failure_ = 0;
};

}  // namespace hypelint

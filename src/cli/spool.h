// Text on its way out that must not be seen before all of it is known to be good.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace hypelint {

// Keeps a little in memory and the rest in a temporary file without a name, so that a report is as large as it likes.
class Spool {
 public:
  void append(std::string_view text);
  // Writes all that was appended to the file; false when it cannot take it, or the spool failed before.
  [[nodiscard]] bool write_to(std::FILE* file);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void move_to_disk();

  std::string memory_;
  std::unique_ptr<std::FILE, Close> disk_;
  bool failed_ = false;
};

}  // namespace hypelint

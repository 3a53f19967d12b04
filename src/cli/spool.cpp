#include "cli/spool.h"

#include <array>

namespace hypelint {
namespace {

constexpr std::size_t kMostInMemory = 1 << 20;

bool write_all(std::string_view text, std::FILE* file) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size();
}

}  // namespace

void Spool::append(std::string_view text) {
  memory_ += text;
  if (memory_.size() > kMostInMemory) move_to_disk();
}

// Without a place for temporary files all stays in memory.
void Spool::move_to_disk() {
  if (!disk_) disk_.reset(std::tmpfile());
  if (!disk_) return;
  failed_ = failed_ || !write_all(memory_, disk_.get());
  memory_.clear();
}

bool Spool::write_to(std::FILE* file) {
  if (disk_) {
    std::rewind(disk_.get());
    std::array<char, 1 << 16> part{};
    for (std::size_t size = 0; (size = std::fread(part.data(), 1, part.size(), disk_.get())) > 0;) {
      if (!write_all({part.data(), size}, file)) return false;
    }
    failed_ = failed_ || std::ferror(disk_.get()) != 0;
  }
  return !failed_ && write_all(memory_, file) && std::fflush(file) == 0;
}

}  // namespace hypelint

#include "cli/line_reader.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace hypelint {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;
constexpr std::size_t kStartBytes = std::size_t{4} * 1024;  // kept of a line that is too long

}  // namespace

bool LineReader::fill() {
  buffer_.resize(kChunkBytes);
  begin_ = 0;
  ssize_t count = -1;
  do {
    count = read(descriptor_, buffer_.data(), buffer_.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) failure_ = errno;
  buffer_.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return count > 0;
}

std::optional<Line> LineReader::next() {
  Line line;
  bool started = false;
  while (begin_ < buffer_.size() || fill()) {
    started = true;
    const std::size_t feed = buffer_.find('\n', begin_);
    const std::size_t end = feed == std::string::npos ? buffer_.size() : feed;
    if (!line.too_long) line.text.append(buffer_, begin_, end - begin_);
    if (line.text.size() > limit_) {
      line.too_long = true;
      std::string(line.text, 0, std::min(kStartBytes, limit_)).swap(line.text);
    }
    begin_ = end + 1;
    if (feed != std::string::npos) break;
  }
  if (!started) return std::nullopt;
  line.number = ++lines_;
  return line;
}

}  // namespace hypelint

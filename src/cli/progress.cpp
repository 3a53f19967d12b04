#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>

namespace hypelint {
namespace {

constexpr std::chrono::milliseconds kFirst{1000};
constexpr std::chrono::milliseconds kInterval{100};

}  // namespace

Progress::Progress(std::size_t total)
    : total_(total), enabled_(isatty(STDERR_FILENO) == 1), next_(Clock::now() + kFirst) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::step() {
  if (!enabled_) return;
  const std::scoped_lock lock(mutex_);
  ++done_;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  shown_ = true;
  std::fprintf(stderr, "\r%zu of %zu files", done_, total_);
}

}  // namespace hypelint

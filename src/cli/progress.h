// A progress line on standard error for long runs at a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>

namespace hypelint {

// Silent unless standard error is a terminal and the run lasts longer than a second. step() may be called from several
// threads.
class Progress {
 public:
  explicit Progress(std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step();

 private:
  using Clock = std::chrono::steady_clock;
  std::mutex mutex_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool enabled_;
  bool shown_ = false;
  Clock::time_point next_;
};

}  // namespace hypelint

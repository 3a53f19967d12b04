// Whether work grows as its input does, told from the time of the processor alone.
#pragma once

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>
#include <utility>

namespace hypelint::testing {

template <typename Work>
double milliseconds_of(Work&& work) {
  const std::clock_t start = std::clock();
  std::forward<Work>(work)();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Runs `work` on texts of n and 4n bytes, which `text` makes, until it has once been fast enough. What takes a time of
// the square of its input takes 16 times as long for the longer one; twice what linear work needs is left to caches and
// to neighbours on the same machine. Times below the floor tell nothing.
template <typename Text, typename Work>
bool takes_linear_time(Text&& text, Work&& work, std::size_t bytes = 30'000) {
  constexpr double kMostGrowth = 8;
  constexpr double kFloor = 20;  // milliseconds
  constexpr int kTries = 5;
  const std::string few = text(bytes), many = text(4 * bytes);
  double least_few = std::numeric_limits<double>::max(), least_many = least_few;
  for (int i = 0; i < kTries; ++i) {
    least_many = std::min(least_many, milliseconds_of([&] { work(many); }));
    if (least_many < kFloor) return true;
    least_few = std::min(least_few, milliseconds_of([&] { work(few); }));
    if (least_many < kMostGrowth * least_few) return true;
  }
  return false;
}

inline std::string repeated(const std::string& unit, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + unit.size());
  while (out.size() < bytes) out += unit;
  return out;
}

}  // namespace hypelint::testing

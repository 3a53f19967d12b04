// One benchmark: some work on so many bytes, several times over.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <utility>

namespace hypelint::bench {

constexpr int kRepetitions = 5;
constexpr double kSeconds = 0.1;  // each repetition at least

// `work` returns something that depends on all that it did. The clock is the CPU's of this thread.
template <typename Work>
benchmark::internal::Benchmark* measure(const std::string& name, std::size_t bytes, Work work) {
  auto* registered =
      benchmark::RegisterBenchmark(name.c_str(), [bytes, work = std::move(work)](benchmark::State& state) {
        for (auto step : state) benchmark::DoNotOptimize(work());
        state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
      });
  return registered->Repetitions(kRepetitions)
      ->MinTime(kSeconds)
      ->Unit(benchmark::kMillisecond)
      ->ReportAggregatesOnly();
}

}  // namespace hypelint::bench

// The results of a run and what they say against each other.
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace hypelint::bench {

// Prints as Google Benchmark does, and keeps the median nanoseconds a byte of every benchmark.
class Medians : public benchmark::ConsoleReporter {
 public:
  Medians() : ConsoleReporter(OO_Tabular) {}
  void ReportRuns(const std::vector<Run>& runs) override;
  // 0 for a benchmark that did not run.
  [[nodiscard]] double ns_per_byte(const std::string& name) const;

 private:
  std::map<std::string, double> by_name_;
};

// Ratios of what ran: lines of "label  value".
std::string summary(const Medians& medians);

}  // namespace hypelint::bench

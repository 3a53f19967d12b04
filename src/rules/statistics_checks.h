// The checks behind statistics.h, one file each; all read one block.
#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "rules/decimals.h"
#include "rules/statistics.h"
#include "rules/statistics_tokens.h"

namespace hypelint {

// The counts of a block and of the sentence that introduces it: each may be the total of a percentage.
struct StatedCounts {
  std::set<std::int64_t> values;
  bool many = false;  // more than the checks look at; with so many, some total fits any percentage

  void add(Tokens tokens);
  void add(const StatedCounts& other);
  // With sums and differences of two.
  [[nodiscard]] std::vector<std::int64_t> derived() const;
  // Some sum or difference of up to three of them, or one of them.
  [[nodiscard]] bool explain(std::int64_t count) const;
};

// Some count of `total` is this percentage, rounded (ties either way) or cut off.
bool attainable(const Decimal& percent, std::int64_t total);
// `count` of `total` is this percentage or its complement, rounded either way or cut off.
bool matches(const Decimal& percent, std::int64_t count, std::int64_t total);

StatisticProblems check_grim(const Passage& passage, const StatedCounts& counts);
StatisticProblems check_parts(const Passage& passage, const StatedCounts& counts);
StatisticProblems check_significance(const Passage& passage);

}  // namespace hypelint

// Where the time of a check goes: by stage, and by rule within the evaluation.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

// `stage` as in src/README.md: "parse", "segment" … It lives as long as the program.
struct StageCost {
  std::string_view stage;
  std::chrono::nanoseconds time{};
};

// What one rule cost after its terms were found. The search for terms is one pass for all rules and belongs to none.
struct RuleCost {
  std::string rule;
  std::size_t triggers = 0;  // hits, evidence, links, citation problems or documents that it looked at
  std::chrono::nanoseconds time{};
};

struct Costs {
  std::vector<StageCost> stages;  // in the order of the pipeline
  std::vector<RuleCost> rules;    // every rule that ran, by id

  // The sum of two; stages and rules that only one of them has are kept.
  Costs& operator+=(const Costs& other);
};

}  // namespace hypelint

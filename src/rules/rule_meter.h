// How long each rule takes, for those who ask.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <vector>

#include "hypelint/costs.h"
#include "rules/compile.h"

namespace hypelint {

class RuleMeter {
 public:
  explicit RuleMeter(std::size_t rules) : spent_(rules) {}

  void add(RuleIndex rule, std::size_t triggers, std::chrono::nanoseconds time) {
    spent_[rule].triggers += triggers;
    spent_[rule].time += time;
  }
  // The rules that run, in their order.
  [[nodiscard]] std::vector<RuleCost> costs(const CompiledRules& rules, const Selection& selection) const;

 private:
  struct Spent {
    std::size_t triggers = 0;
    std::chrono::nanoseconds time{};
  };
  std::vector<Spent> spent_;
};

// Books the time of its scope on a rule; does nothing without a meter. Scopes do not nest.
class RuleTimer {
 public:
  using Clock = std::chrono::steady_clock;

  RuleTimer(RuleMeter* meter, RuleIndex rule, std::size_t triggers) : meter_(meter), rule_(rule), triggers_(triggers) {
    if (meter_ != nullptr) begin_ = Clock::now();
  }
  ~RuleTimer() {
    if (meter_ != nullptr) meter_->add(rule_, triggers_, Clock::now() - begin_);
  }
  RuleTimer(const RuleTimer&) = delete;
  RuleTimer& operator=(const RuleTimer&) = delete;

 private:
  RuleMeter* meter_;
  RuleIndex rule_;
  std::size_t triggers_;
  Clock::time_point begin_;
};

// Books the time until stop() on several rules that work together, in equal parts.
class SharedRuleTimer {
 public:
  SharedRuleTimer(RuleMeter* meter, std::span<const RuleIndex> rules) : meter_(meter), rules_(rules) {
    if (meter_ != nullptr) begin_ = RuleTimer::Clock::now();
  }
  void stop() {
    if (meter_ == nullptr || rules_.empty()) return;
    const auto part = (RuleTimer::Clock::now() - begin_) / static_cast<std::chrono::nanoseconds::rep>(rules_.size());
    for (const RuleIndex rule : rules_) meter_->add(rule, 0, part);
  }

 private:
  RuleMeter* meter_;
  std::span<const RuleIndex> rules_;
  RuleTimer::Clock::time_point begin_;
};

}  // namespace hypelint

#include "hypelint/report.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hypelint {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t kNumberWidth = 12;

std::string right(std::string text) {
  return std::string(text.size() < kNumberWidth ? kNumberWidth - text.size() : 1, ' ') + text;
}

std::string right(double value, int decimals) {
  std::array<char, 32> text{};
  const auto [end, fault] = std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed, decimals);
  return right(fault == std::errc() ? std::string(text.begin(), end) : "-");
}

std::string left(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

double percent(Milliseconds part, Milliseconds whole) { return whole.count() > 0 ? 100 * part / whole : 0; }

std::string stage_table(const Costs& costs, std::size_t width) {
  Milliseconds whole{};
  for (const StageCost& stage : costs.stages) whole += stage.time;
  std::string out = left("stage", width) + right("ms") + right("%") + "\n";
  for (const StageCost& stage : costs.stages) {
    const Milliseconds time = stage.time;
    out += left(std::string(stage.stage), width) + right(time.count(), 3) + right(percent(time, whole), 1) + "\n";
  }
  return out;
}

std::string rule_table(const Costs& costs, std::size_t width) {
  Milliseconds whole{};
  for (const RuleCost& rule : costs.rules) whole += rule.time;
  std::string out = left("rule", width) + right("ms") + right("%") + right("triggers") + right("us/trigger") + "\n";
  for (const RuleCost& rule : costs.rules) {
    const Milliseconds time = rule.time;
    out += left(rule.rule, width) + right(time.count(), 3) + right(percent(time, whole), 1) +
           right(std::to_string(rule.triggers)) +
           (rule.triggers > 0 ? right(1000 * time.count() / static_cast<double>(rule.triggers), 2) : right("-")) + "\n";
  }
  return out;
}

}  // namespace

std::string render_costs(const std::vector<CheckedFile>& files) {
  Costs sum;
  for (const CheckedFile& file : files) {
    if (file.report.costs) sum += *file.report.costs;
  }
  std::ranges::stable_sort(sum.rules, std::ranges::greater(), &RuleCost::time);
  std::size_t width = 0;
  for (const RuleCost& rule : sum.rules) width = std::max(width, rule.rule.size());
  return stage_table(sum, width) + "\n" + rule_table(sum, width);
}

}  // namespace hypelint

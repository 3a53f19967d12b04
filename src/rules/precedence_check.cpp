#include "rules/precedence_check.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "hypelint/rule.h"

namespace hypelint {
namespace {

using Node = std::size_t;  // index into the ids

struct Drop {
  Node by, of;
  const Precedence* table;
};

std::vector<Node> matching(const std::vector<std::string>& ids, const std::vector<std::string>& patterns) {
  std::vector<Node> out;
  for (Node node = 0; node < ids.size(); ++node) {
    const auto fits = [&](const std::string& pattern) { return rule_matches(pattern, ids[node]); };
    if (std::ranges::any_of(patterns, fits)) out.push_back(node);
  }
  return out;
}

std::vector<Drop> drops_of(const std::vector<Precedence>& precedence, const std::vector<std::string>& ids) {
  std::vector<Drop> drops;
  for (const Precedence& table : precedence) {
    const std::vector<Node> dropped = matching(ids, table.of);
    for (const Node by : matching(ids, table.by)) {
      for (const Node of : dropped) {
        if (by != of) drops.push_back({by, of, &table});
      }
    }
  }
  return drops;
}

// What is left when nodes that nothing drops are taken away, one after another, with what they drop
// (Kahn, CACM 1962): circles, and what they lead to.
std::vector<bool> behind_circles(std::vector<Drop> drops, std::size_t nodes) {
  std::ranges::sort(drops, {}, &Drop::by);
  std::vector<std::size_t> droppers(nodes);
  for (const Drop& drop : drops) ++droppers[drop.of];
  std::vector<Node> free;
  for (Node node = 0; node < nodes; ++node) {
    if (droppers[node] == 0) free.push_back(node);
  }
  while (!free.empty()) {
    const Node node = free.back();
    free.pop_back();
    for (const Drop& drop : std::ranges::equal_range(drops, node, {}, &Drop::by)) {
      if (--droppers[drop.of] == 0) free.push_back(drop.of);
    }
  }
  std::vector<bool> left(nodes);
  for (Node node = 0; node < nodes; ++node) left[node] = droppers[node] > 0;
  return left;
}

}  // namespace

void check_precedence(const std::vector<Precedence>& precedence, const std::vector<std::string>& ids, Errors& errors) {
  const std::vector<Drop> drops = drops_of(precedence, ids);
  std::vector<Drop> reversed = drops;
  for (Drop& drop : reversed) std::swap(drop.by, drop.of);
  const std::vector<bool> behind = behind_circles(drops, ids.size());
  const std::vector<bool> before = behind_circles(std::move(reversed), ids.size());
  const auto is_in_circle = [&](Node node) { return behind[node] && before[node]; };
  const auto last = std::find_if(drops.rbegin(), drops.rend(),
                                 [&](const Drop& drop) { return is_in_circle(drop.by) && is_in_circle(drop.of); });
  if (last == drops.rend()) return;
  errors.push_back({ErrorCode::RulePack,
                    "\"" + ids[last->by] + "\" and \"" + ids[last->of] +
                        "\" drop each other's findings, straight or by way of other rules, so that none would be left",
                    last->table->path, last->table->where});
}

}  // namespace hypelint

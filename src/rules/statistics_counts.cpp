#include <algorithm>
#include <cstdlib>

#include "rules/statistics_checks.h"

namespace hypelint {
namespace {

constexpr std::size_t kMostCounts = 12;

// |scaled * total - 100 * scale * count| against one unit of the last printed place.
bool is_near(const Decimal& percent, std::int64_t count, std::int64_t total) {
  const std::int64_t off = 100 * percent.scale() * count - percent.scaled * total;
  return 2 * std::abs(off) <= total || (off > 0 && off < total);
}

}  // namespace

void StatedCounts::add(Tokens tokens) {
  for (const Token& token : tokens) {
    if (many) return;
    if (token.count) values.insert(token.value.scaled);
    many = values.size() > kMostCounts;
  }
}

void StatedCounts::add(const StatedCounts& other) {
  values.insert(other.values.begin(), other.values.end());
  many = many || other.many || values.size() > kMostCounts;
}

std::vector<std::int64_t> StatedCounts::derived() const {
  std::set<std::int64_t> all = values;
  for (const std::int64_t a : values) {
    for (const std::int64_t b : values) {
      if (a < b) all.insert({a + b, b - a});
    }
  }
  return {all.begin(), all.end()};
}

bool StatedCounts::explain(std::int64_t count) const {
  const auto pairs = derived();
  return std::ranges::any_of(pairs, [&](std::int64_t pair) {
    return pair == count || values.contains(count - pair) || values.contains(pair - count);
  });
}

bool attainable(const Decimal& percent, std::int64_t total) {
  const std::int64_t count = percent.scaled * total / (100 * percent.scale());
  return is_near(percent, count, total) || (count < total && is_near(percent, count + 1, total));
}

bool matches(const Decimal& percent, std::int64_t count, std::int64_t total) {
  return is_near(percent, count, total) || is_near(percent, total - count, total);
}

}  // namespace hypelint

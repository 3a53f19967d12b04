#include "text/nearest_name.h"

#include <algorithm>
#include <vector>

namespace hypelint {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view wrong, std::span<const std::string_view> names) {
  constexpr std::size_t kMostEdits = 3;
  const std::size_t allowed = std::clamp<std::size_t>((wrong.size() + 2) / 3, 1, kMostEdits);
  std::optional<std::string> best;
  std::size_t fewest = allowed + 1;
  for (const std::string_view name : names) {
    const std::size_t longer = std::max(name.size(), wrong.size());
    if (longer - std::min(name.size(), wrong.size()) >= fewest) continue;
    const std::size_t edits = distance(wrong, name);
    if (edits >= fewest || edits >= longer) continue;
    fewest = edits;
    best = std::string(name);
  }
  return best;
}

}  // namespace hypelint

#include <algorithm>

#include "rules/scene.h"

namespace hypelint {
namespace {

// Counting sort: `key_of(item)` in [0, keys), stable.
template <typename Item, typename KeyOf>
void distribute(std::span<const Item> items, KeyOf key_of, std::size_t keys, std::vector<std::uint32_t>& first,
                std::vector<Occurrence>& places) {
  first.assign(keys + 1, 0);
  for (const Item& item : items) ++first[key_of(item) + 1];
  for (std::size_t key = 0; key < keys; ++key) first[key + 1] += first[key];
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  places.resize(items.size());
  for (const Item& item : items) places[next[key_of(item)]++] = {item.block, item.sentence, item.span};
}

}  // namespace

Occurrences within_sentences(Occurrences all, std::uint32_t begin, std::uint32_t end) {
  const auto before = [](const Occurrence& place, std::uint32_t sentence) { return place.sentence < sentence; };
  const auto first = std::lower_bound(all.begin(), all.end(), begin, before);
  const auto last = std::lower_bound(first, all.end(), std::max(begin, end), before);
  return {first, last};
}

std::size_t first_at(Occurrences all, std::uint32_t block, std::uint32_t byte) {
  const auto before = [=](const Occurrence& place, int) {
    return place.block != block ? place.block < block : place.span.begin < byte;
  };
  return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), 0, before) - all.begin());
}

bool overlaps_any(Occurrences all, std::uint32_t block, TextSpan span) {
  const std::size_t after = first_at(all, block, span.end);
  if (after == 0) return false;
  const Occurrence& last = all[after - 1];
  return last.block == block && last.span.overlaps(span);
}

OccurrenceTable::OccurrenceTable(std::size_t keys, std::span<const Hit> hits) {
  distribute(
      hits, [](const Hit& hit) { return std::size_t{hit.list}; }, keys, first_, places_);
}

OccurrenceTable::OccurrenceTable(std::span<const Evidence> evidence) {
  distribute(
      evidence, [](const Evidence& item) { return static_cast<std::size_t>(item.kind); }, kEvidenceKinds, first_,
      places_);
}

Occurrences OccurrenceTable::of(std::size_t key) const {
  if (key + 1 >= first_.size()) return {};
  return Occurrences(places_).subspan(first_[key], first_[key + 1] - first_[key]);
}

}  // namespace hypelint

#include "rules/clearance.h"

#include <algorithm>
#include <bit>

namespace hypelint {
namespace {

bool is_trigger(const Occurrence& place, const Trigger& at) { return place.block == at.block && place.span == at.span; }

bool starts_before(const Occurrence& place, const Trigger& at) {
  return place.block != at.block ? place.block < at.block : place.span.begin < at.span.begin;
}

bool ends_after(const Occurrence& place, const Trigger& at) {
  return place.block != at.block ? place.block > at.block : place.span.end > at.span.end;
}

// One of the places in the range is on the right side. First and last suffice; behind or before one that is the
// trigger stands the next.
bool any_on_side(Occurrences places, Side side, const Trigger& at) {
  if (places.empty()) return false;
  if (side == Side::Before) return starts_before(places.front(), at);
  if (side == Side::After) return ends_after(places.back(), at);
  return places.size() > 1 || !is_trigger(places.front(), at);
}

// Words between the trigger and a place in its block; 0 when they touch or overlap.
std::uint32_t distance(const Scene& scene, const Occurrence& place, const Trigger& at) {
  const Text& text = scene.text();
  const std::uint32_t begin = text.word_at(place.block, place.span.begin);
  const std::uint32_t end = text.word_at(place.block, place.span.end);
  if (end <= at.first_word) return at.first_word - end;
  return begin >= at.end_word ? begin - at.end_word : 0;
}

// Like any_on_side, but at most `words` away: only the neighbours of the trigger can be.
bool any_close(Occurrences places, Side side, int words, const Scene& scene, const Trigger& at) {
  const std::size_t here = first_at(places, at.block, at.span.begin);
  const std::size_t first = here > 2 ? here - 2 : 0;
  for (std::size_t next = first; next < std::min(places.size(), here + 3); ++next) {
    const Occurrence& place = places[next];
    const bool fits = side == Side::Before  ? starts_before(place, at)
                      : side == Side::After ? ends_after(place, at)
                                            : !is_trigger(place, at);
    if (fits && place.block == at.block && distance(scene, place, at) <= static_cast<std::uint32_t>(words)) return true;
  }
  return false;
}

bool any_near(Occurrences all, const Nearby& nearby, const Scene& scene, const Trigger& at) {
  if (all.empty()) return false;
  const Reach reach = nearby.words ? Reach::Sentence : nearby.within;
  for (const Range range : scene.sentences(at, reach)) {
    const Occurrences places = within_sentences(all, range.begin, range.end);
    const bool found = nearby.words ? any_close(places, nearby.side, std::max(0, *nearby.words), scene, at)
                                    : any_on_side(places, nearby.side, at);
    if (found) return true;
  }
  return false;
}

}  // namespace

bool has_nearby(const Nearby& nearby, const Scene& scene, const Trigger& trigger) {
  const auto term_is_near = [&](TermListId list) { return any_near(scene.terms(list), nearby, scene, trigger); };
  const auto kind_is_near = [&](EvidenceKind kind) { return any_near(scene.wording(kind), nearby, scene, trigger); };
  return std::any_of(nearby.lists.begin(), nearby.lists.end(), term_is_near) ||
         std::any_of(nearby.evidence.begin(), nearby.evidence.end(), kind_is_near);
}

bool is_cleared(const ClearanceSets& clearance, const Scene& scene, const Trigger& trigger) {
  if (clearance.tiers == 0 && clearance.with == 0 && clearance.any_of == 0) return false;
  const Support found = scene.support(trigger, clearance.within);
  if (clearance.tiers != 0 && (clearance.tiers & found.tiers) == 0) return false;
  if ((clearance.with & found.kinds) != clearance.with) return false;
  return clearance.any_of == 0 || std::popcount(clearance.any_of & found.kinds) >= clearance.at_least;
}

}  // namespace hypelint

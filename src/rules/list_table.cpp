#include <algorithm>
#include <utility>

#include "rules/loading.h"

namespace hypelint {

std::string ListTable::add_lexicon(TermList list) {
  if (const auto earlier = find(list.name)) return lists_[*earlier].path;
  const auto id = static_cast<TermListId>(lists_.size());
  list.wanted = list.evidence.has_value();
  const auto place =
      std::lower_bound(lexicons_.begin(), lexicons_.end(), list.name,
                       [&](TermListId other, const std::string& name) { return lists_[other].name < name; });
  lexicons_.insert(place, id);
  lists_.push_back(std::move(list));
  return {};
}

TermListId ListTable::add_inline(TermList list) {
  lists_.push_back(std::move(list));
  return static_cast<TermListId>(lists_.size() - 1);
}

std::optional<TermListId> ListTable::use(std::string_view lexicon) {
  const auto id = find(lexicon);
  if (id) lists_[*id].wanted = true;
  return id;
}

std::optional<TermListId> ListTable::find(std::string_view lexicon) const {
  const auto place =
      std::lower_bound(lexicons_.begin(), lexicons_.end(), lexicon,
                       [&](TermListId other, std::string_view name) { return lists_[other].name < name; });
  return place != lexicons_.end() && lists_[*place].name == lexicon ? std::optional(*place) : std::nullopt;
}

std::vector<std::string_view> ListTable::names() const {
  std::vector<std::string_view> names;
  names.reserve(lexicons_.size());
  for (const TermListId id : lexicons_) names.push_back(lists_[id].name);
  return names;
}

}  // namespace hypelint

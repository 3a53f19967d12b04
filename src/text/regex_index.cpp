#include "text/regex_index.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "support/ascii.h"

namespace hypelint {
namespace {

// Characters that RE2 takes for the letters "s" and "k" where case does not matter.
bool holds_other_letter(std::string_view word) {
  return word.find("\u017F") != std::string_view::npos || word.find("\u212A") != std::string_view::npos;
}

}  // namespace

RegexIndex::RegexIndex(const std::vector<RegexGate>& gates) : words_(kNoSymbol + 1) {
  std::vector<Gate> own;
  std::vector<std::pair<Symbol, NeededGroup>> listed;
  for (const RegexGate& gate : gates) {
    const auto pattern = static_cast<std::uint32_t>(own.size());
    for (std::size_t group = 0; group < gate.groups.size(); ++group) {
      for (const std::string& word : gate.groups[group]) {
        listed.push_back({words_.intern_word(ascii::lower_copy(word)),
                          {pattern, static_cast<std::uint16_t>(group), ascii::is_upper(word.front())}});
      }
    }
    own.push_back({gate.at_start, gate.marks, static_cast<std::uint16_t>(gate.groups.size()), gate.most_words});
  }
  words_.freeze();
  std::sort(listed.begin(), listed.end());
  std::vector<std::uint32_t> ends(words_.symbol_count());
  std::vector<NeededGroup> groups;
  for (const auto& [symbol, group] : listed) {
    ++ends[symbol];
    groups.push_back(group);
  }
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  gates_ = std::move(own);
  ends_ = std::move(ends);
  groups_ = std::move(groups);
}

void RegexIndex::append(std::string_view word, std::vector<NeededGroup>& groups) const {
  const Symbol symbol = words_.find(word).exact;
  if (symbol == kNoSymbol) return;
  const bool capital = ascii::is_upper(word.front());
  for (std::uint32_t i = ends_[symbol - 1]; i < ends_[symbol]; ++i) {
    if (capital || !groups_[i].capital) groups.push_back(groups_[i]);
  }
}

std::vector<NeededGroup> RegexIndex::groups_of(std::string_view document_word) const {
  std::vector<NeededGroup> groups;
  if (holds_other_letter(document_word)) {
    for (std::uint32_t pattern = 0; pattern < size(); ++pattern) {
      for (std::uint16_t group = 0; group < gates_[pattern].groups; ++group) groups.push_back({pattern, group, false});
    }
    return groups;
  }
  for (std::string_view rest = document_word; !rest.empty();) {
    const std::string_view word = ascii::leading_letters(rest);
    if (!word.empty()) append(word, groups);
    rest.remove_prefix(std::max<std::size_t>(word.size(), 1));
  }
  return groups;
}

void RegexWindows::meet(std::span<const NeededGroup> groups, std::uint32_t word) {
  const std::uint32_t here = before_ + word;
  for (const NeededGroup& group : groups) {
    Seen& seen = seen_[group.pattern];
    seen.last[group.group] = here + 1;
    const RegexIndex::Gate& gate = index_.gate(group.pattern);
    const std::uint32_t reach = gate.most_words - 1;
    const std::uint32_t begin = before_ + (word > reach ? word - reach : 0);
    const auto last = std::span(seen.last).first(gate.groups);
    if (std::ranges::any_of(last, [begin](std::uint32_t behind) { return behind <= begin; })) continue;
    const std::uint32_t end = reach < UINT32_MAX - here ? here + reach + 1 : UINT32_MAX;
    if (seen.window < windows_.size() && windows_[seen.window].pattern == group.pattern &&
        begin < windows_[seen.window].end) {
      windows_[seen.window].end = end;
    } else {
      seen.window = static_cast<std::uint32_t>(windows_.size());
      windows_.push_back({group.pattern, begin, end});
    }
  }
}

void RegexWindows::take(std::uint32_t words, std::vector<RegexWindow>& windows) {
  for (const RegexWindow& window : windows_) {
    const std::uint32_t begin = window.begin - before_;
    if (begin > 0 && index_.gate(window.pattern).at_start) continue;
    windows.push_back({window.pattern, begin, std::min(window.end - before_, words)});
  }
  windows_.clear();
  before_ += words;
  std::sort(windows.begin(), windows.end());
}

}  // namespace hypelint

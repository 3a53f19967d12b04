#include "text/regex_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace hypelint {
namespace {

constexpr std::int64_t kMemory = 64 << 20;
// A refused match is tried again from its next byte up to this length, and skipped as a whole beyond it.
constexpr std::size_t kRetryLength = 256;

RE2::Options options() {
  RE2::Options result;
  result.set_case_sensitive(false);
  result.set_longest_match(true);
  result.set_log_errors(false);
  result.set_max_mem(kMemory);
  return result;
}

// True when the byte stands strictly inside a word.
bool inside_word(std::span<const Word> words, std::size_t at) {
  const auto word = std::upper_bound(words.begin(), words.end(), at,
                                     [](std::size_t byte, const Word& each) { return byte < each.span.end; });
  return word != words.end() && word->span.begin < at;
}

std::size_t word_end_after(std::span<const Word> words, std::size_t at) {
  const auto word = std::upper_bound(words.begin(), words.end(), at,
                                     [](std::size_t byte, const Word& each) { return byte < each.span.end; });
  return word != words.end() && word->span.begin <= at ? word->span.end : at + 1;
}

bool lets_pass(Marks needed, Marks present) { return needed == 0 || (needed & present) != 0; }

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// The expression of one pattern, compiled when it is first needed.
class Locator {
 public:
  // Nothing for a pattern that RE2 refuses.
  const RE2* expression(const std::string& pattern) {
    std::call_once(once_, [&] { compiled_ = std::make_unique<RE2>(pattern, options()); });
    return compiled_->ok() ? compiled_.get() : nullptr;
  }

 private:
  std::once_flag once_;
  std::unique_ptr<RE2> compiled_;
};

// Patterns that need no word, and the same else: one look at a text rules out most.
class GatedSet {
 public:
  GatedSet(bool at_start, Marks marks) : at_start_(at_start), marks_(marks) {}

  [[nodiscard]] bool is_for(const RegexIndex::Gate& gate) const {
    return gate.at_start == at_start_ && gate.marks == marks_;
  }
  [[nodiscard]] Marks marks() const { return marks_; }
  void add(std::uint32_t pattern) { numbers_.push_back(pattern); }

  // Appends the patterns that match, or all of them when memory runs out.
  void append_matching(const std::vector<std::string>& patterns, std::string_view text,
                       std::vector<std::uint32_t>& matching) {
    const RE2::Set* set = compiled(patterns);
    std::vector<int> found;
    RE2::Set::ErrorInfo error{};
    if (!set || (!set->Match(piece(text), &found, &error) && error.kind != RE2::Set::kNoError)) {
      matching.insert(matching.end(), numbers_.begin(), numbers_.end());
      return;
    }
    for (const int index : found) matching.push_back(numbers_[static_cast<std::size_t>(index)]);
  }

 private:
  // Nothing where the patterns are too much for one set.
  const RE2::Set* compiled(const std::vector<std::string>& patterns) {
    std::call_once(once_, [&] {
      auto set = std::make_unique<RE2::Set>(options(), at_start_ ? RE2::ANCHOR_START : RE2::UNANCHORED);
      bool whole = true;
      for (const std::uint32_t pattern : numbers_) whole &= set->Add(piece(patterns[pattern]), nullptr) >= 0;
      if (whole && set->Compile()) set_ = std::move(set);
    });
    return set_.get();
  }

  bool at_start_;
  Marks marks_;
  std::vector<std::uint32_t> numbers_;  // by index in the set
  std::once_flag once_;
  std::unique_ptr<RE2::Set> set_;
};

RegexIndex index_of(const std::vector<std::string>& patterns) {
  std::vector<RegexGate> gates;
  gates.reserve(patterns.size());
  for (const std::string& pattern : patterns) gates.push_back(gate_of(pattern));
  return RegexIndex(gates);
}

}  // namespace

std::optional<std::string> regex_fault(std::string_view pattern) {
  const RE2 expression(piece(pattern), options());
  if (!expression.ok()) return expression.error();
  return std::nullopt;
}

struct RegexSet::State {
  std::vector<std::string> patterns;
  RegexIndex index;
  std::vector<Locator> locators;  // by pattern
  std::vector<std::unique_ptr<GatedSet>> sets;

  State(std::vector<std::string> given, RegexIndex made)
      : patterns(std::move(given)), index(std::move(made)), locators(patterns.size()) {
    for (std::uint32_t pattern = 0; pattern < patterns.size(); ++pattern) {
      if (index.gate(pattern).groups == 0) set_for(index.gate(pattern)).add(pattern);
    }
  }

  GatedSet& set_for(const RegexIndex::Gate& gate) {
    const auto known = std::ranges::find_if(sets, [&gate](const auto& set) { return set->is_for(gate); });
    return known != sets.end() ? **known : *sets.emplace_back(std::make_unique<GatedSet>(gate.at_start, gate.marks));
  }

  // Where matches are to be looked for, by pattern and place.
  [[nodiscard]] std::vector<RegexWindow> windows(std::string_view text, std::uint32_t words, RegexWindows& near) {
    std::vector<RegexWindow> found;
    std::vector<std::uint32_t> whole_text;
    const Marks marks = marks_in(text);
    for (const auto& set : sets) {
      if (lets_pass(set->marks(), marks)) set->append_matching(patterns, text, whole_text);
    }
    found.reserve(whole_text.size());
    for (const std::uint32_t pattern : whole_text) found.push_back({pattern, 0, words});
    near.take(words, found);
    std::erase_if(found,
                  [&](const RegexWindow& window) { return !lets_pass(index.gate(window.pattern).marks, marks); });
    return found;
  }

  // Looks from byte `at`; returns the byte to go on from.
  std::size_t locate(const RegexWindow& window, std::size_t at, std::string_view text, std::span<const Word> words,
                     std::vector<RegexHit>& hits) {
    const std::size_t end = window.end < words.size() ? words[window.end].span.begin : text.size();
    if (window.begin > 0) at = std::max<std::size_t>(at, words[window.begin - 1].span.end);
    const Marks needed = index.gate(window.pattern).marks;
    if (at > end || (needed != 0 && !lets_pass(needed, marks_in(text.substr(at, end - at))))) return at;
    const RE2* expression = locators[window.pattern].expression(patterns[window.pattern]);
    re2::StringPiece match;
    while (expression && at <= end && expression->Match(piece(text), at, end, RE2::UNANCHORED, &match, 1)) {
      const auto match_begin = static_cast<std::size_t>(match.data() - text.data());
      const std::size_t match_end = match_begin + match.size();
      if (match.empty()) {
        at = match_begin + 1;
      } else if (inside_word(words, match_begin)) {
        at = word_end_after(words, match_begin);
      } else if (inside_word(words, match_end)) {
        at = match.size() <= kRetryLength ? word_end_after(words, match_begin) : match_end;
      } else {
        hits.push_back(
            {window.pattern, {static_cast<std::uint32_t>(match_begin), static_cast<std::uint32_t>(match_end)}});
        at = match_end;
      }
    }
    return at;
  }
};

RegexSet::RegexSet() : RegexSet({}, {}) {}
RegexSet::RegexSet(std::vector<std::string> patterns) {
  RegexIndex index = index_of(patterns);
  state_ = std::make_unique<State>(std::move(patterns), std::move(index));
}
RegexSet::RegexSet(std::vector<std::string> patterns, RegexIndex index)
    : state_(std::make_unique<State>(std::move(patterns), std::move(index))) {}
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;
RegexSet::~RegexSet() = default;

const std::vector<std::string>& RegexSet::patterns() const { return state_->patterns; }

const RegexIndex& RegexSet::index() const { return state_->index; }

void RegexSet::match(std::string_view text, std::span<const Word> words, RegexWindows& windows,
                     std::vector<RegexHit>& hits) const {
  std::uint32_t pattern = UINT32_MAX;
  std::size_t at = 0;
  for (const RegexWindow& window : state_->windows(text, static_cast<std::uint32_t>(words.size()), windows)) {
    if (window.pattern != pattern) at = 0;
    pattern = window.pattern;
    at = state_->locate(window, at, text, words, hits);
  }
}

}  // namespace hypelint

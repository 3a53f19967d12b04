#include "text/regex_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <future>
#include <mutex>

#include "text/regex_gate.h"

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

// The expression of one pattern, compiled when it is first needed.
class Locator {
 public:
  explicit Locator(std::string pattern) : pattern_(std::move(pattern)) {}

  [[nodiscard]] const std::string& pattern() const { return pattern_; }
  const RE2& expression() {
    std::call_once(once_, [&] { compiled_ = std::make_unique<RE2>(pattern_, options()); });
    return *compiled_;
  }

 private:
  std::string pattern_;
  std::once_flag once_;
  std::unique_ptr<RE2> compiled_;
};

// The patterns that one look at a text may rule out together.
struct GatedSet {
  RE2::Set set;
  std::vector<std::uint32_t> patterns;  // by index in the set
  std::vector<std::string_view> known;  // good patterns that are still to be added

  explicit GatedSet(RE2::Anchor anchor) : set(options(), anchor) {}

  // What is wrong with the pattern, if anything.
  std::optional<std::string> add(std::string_view pattern) {
    std::string error;
    if (set.Add(re2::StringPiece(pattern.data(), pattern.size()), &error) < 0) return error;
    return std::nullopt;
  }
  // Beside the caller: the expressions take as long to compile as all else that a short article costs.
  void start_compiling() {
    if (patterns.empty()) return;
    compiled_ = std::async([this] {
      for (const std::string_view pattern : known) static_cast<void>(add(pattern));
      set.Compile();
    });
  }

  // Appends the patterns that match, or all of them when memory runs out; false then.
  bool append_matching(std::string_view text, std::vector<std::uint32_t>& matching) {
    if (patterns.empty()) return true;
    std::call_once(awaited_, [this] { compiled_.get(); });
    std::vector<int> found;
    RE2::Set::ErrorInfo error{};
    if (!set.Match(re2::StringPiece(text.data(), text.size()), &found, &error) && error.kind != RE2::Set::kNoError) {
      matching.insert(matching.end(), patterns.begin(), patterns.end());
      return false;
    }
    for (const int index : found) matching.push_back(patterns[static_cast<std::size_t>(index)]);
    return true;
  }

 private:
  std::future<void> compiled_;
  std::once_flag awaited_;
};

}  // namespace

struct RegexSet::State {
  std::vector<std::unique_ptr<Locator>> locators;  // outlive the sets, which may still be reading them
  GatedSet at_start{RE2::ANCHOR_START};
  GatedSet with_rare_byte{RE2::UNANCHORED};
  GatedSet anywhere{RE2::UNANCHORED};
  std::atomic<std::uint64_t> fallbacks = 0;

  GatedSet& set_for(std::string_view pattern) {
    switch (gate_of(pattern)) {
      case RegexGate::Start:
        return at_start;
      case RegexGate::RareByte:
        return with_rare_byte;
      case RegexGate::Any:
        break;
    }
    return anywhere;
  }

  // Gives the pattern the next number, and its text, which stays.
  std::string_view number(std::string_view pattern, GatedSet& gated) {
    gated.patterns.push_back(static_cast<std::uint32_t>(locators.size()));
    locators.push_back(std::make_unique<Locator>(std::string(pattern)));
    return locators.back()->pattern();
  }

  // Sorted.
  [[nodiscard]] std::vector<std::uint32_t> matching(std::string_view text) {
    std::vector<std::uint32_t> found;
    bool complete = at_start.append_matching(text, found) && anywhere.append_matching(text, found);
    if (has_rare_byte(text)) complete = with_rare_byte.append_matching(text, found) && complete;
    if (!complete) ++fallbacks;
    std::sort(found.begin(), found.end());
    return found;
  }

  void locate(std::uint32_t pattern, std::string_view text, std::span<const Word> words, std::vector<RegexHit>& hits) {
    const RE2& expression = locators[pattern]->expression();
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece match;
    for (std::size_t at = 0;
         at <= text.size() && expression.Match(whole, at, text.size(), RE2::UNANCHORED, &match, 1);) {
      const auto begin = static_cast<std::size_t>(match.data() - text.data());
      const std::size_t end = begin + match.size();
      if (match.empty()) {
        at = begin + 1;
      } else if (inside_word(words, begin)) {
        at = word_end_after(words, begin);
      } else if (inside_word(words, end)) {
        at = match.size() <= kRetryLength ? word_end_after(words, begin) : end;
      } else {
        hits.push_back({pattern, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
        at = end;
      }
    }
  }
};

RegexSet::RegexSet() : state_(std::make_unique<State>()) {}
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;
RegexSet::~RegexSet() = default;

std::optional<std::string> RegexSet::add(std::string_view pattern) {
  GatedSet& gated = state_->set_for(pattern);
  if (auto fault = gated.add(pattern)) return fault;
  state_->number(pattern, gated);
  return std::nullopt;
}

void RegexSet::add_known(std::string_view pattern) {
  GatedSet& gated = state_->set_for(pattern);
  gated.known.push_back(state_->number(pattern, gated));
}

void RegexSet::compile() {
  for (GatedSet* gated : {&state_->at_start, &state_->with_rare_byte, &state_->anywhere}) gated->start_compiling();
}

bool RegexSet::empty() const { return state_->locators.empty(); }

std::vector<std::string> RegexSet::patterns() const {
  std::vector<std::string> all;
  for (const auto& locator : state_->locators) all.push_back(locator->pattern());
  return all;
}

std::uint64_t RegexSet::fallbacks() const { return state_->fallbacks; }

void RegexSet::match(std::string_view text, std::span<const Word> words, std::vector<RegexHit>& hits) const {
  if (empty()) return;
  for (const std::uint32_t pattern : state_->matching(text)) state_->locate(pattern, text, words, hits);
}

}  // namespace hypelint

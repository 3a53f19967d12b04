// The regular expressions of all lists. Most are searched for only where one of their words stands; of the others,
// RE2::Sets tell which match a block, unless a set needs too much memory. One RE2 each tells where.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/span.h"
#include "hypelint/text.h"
#include "text/regex_index.h"

namespace hypelint {

struct RegexHit {
  std::uint32_t pattern;
  TextSpan span;
};

// What is wrong with a pattern, if anything: its syntax, or a program beyond 64 MB.
[[nodiscard]] std::optional<std::string> regex_fault(std::string_view pattern);

// Patterns are numbered from 0, case-insensitive, leftmost-longest.
class RegexSet {
 public:
  // Of no patterns.
  RegexSet();
  // Of patterns without fault.
  explicit RegexSet(std::vector<std::string> patterns);
  // The same with the index that an earlier set made of them.
  RegexSet(std::vector<std::string> patterns, RegexIndex index);
  RegexSet(RegexSet&&) noexcept;
  RegexSet& operator=(RegexSet&&) noexcept;
  ~RegexSet();

  [[nodiscard]] const std::vector<std::string>& patterns() const;
  [[nodiscard]] const RegexIndex& index() const;
  // Appends the non-empty matches that begin and end on word boundaries, for one pattern after another. `windows` has
  // met all words of the text, and is ready for the next text then. Safe from several threads.
  void match(std::string_view text, std::span<const Word> words, RegexWindows& windows,
             std::vector<RegexHit>& hits) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hypelint

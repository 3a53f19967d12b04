// The regular expressions of all lists: one RE2::Set tells which match a block, one RE2 each tells where.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/span.h"
#include "hypelint/text.h"

namespace hypelint {

struct RegexHit {
  std::uint32_t pattern;  // as add() numbered it
  TextSpan span;
};

class RegexSet {
 public:
  RegexSet();
  RegexSet(RegexSet&&) noexcept;
  RegexSet& operator=(RegexSet&&) noexcept;
  ~RegexSet();

  // Adds a pattern, numbered from 0; what is wrong with it otherwise. Case-insensitive, leftmost-longest.
  [[nodiscard]] std::optional<std::string> add(std::string_view pattern);
  // Adds a pattern that an earlier add() took; not together with add().
  void add_known(std::string_view pattern);
  // After the last add, before the first match.
  void compile();
  [[nodiscard]] bool empty() const;
  // By number.
  [[nodiscard]] std::vector<std::string> patterns() const;
  // Appends the non-empty matches that begin and end on word boundaries, for one pattern after another.
  // Safe from several threads.
  void match(std::string_view text, std::span<const Word> words, std::vector<RegexHit>& hits) const;
  // How often the set ran out of memory and every pattern was tried by itself.
  [[nodiscard]] std::uint64_t fallbacks() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hypelint

// What Matcher::scan promises, done the plain way: every phrase is tried word by word at every word, every regular
// expression is run by itself. Slow; the measure for the matcher that is not.
#pragma once

#include <memory>
#include <vector>

#include "hypelint/matcher.h"
#include "hypelint/text.h"

namespace hypelint {

class PlainMatcher {
 public:
  // Lists that Matcher::build accepts; throws std::runtime_error for terms that it refuses.
  explicit PlainMatcher(const std::vector<TermList>& lists);
  ~PlainMatcher();

  // The hits of the wanted lists, as Hits::all has them.
  [[nodiscard]] std::vector<Hit> scan(const Text& text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hypelint

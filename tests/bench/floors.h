// What the work would cost at least: the libraries alone, and the straight composition of them.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint::bench {

// Each looks at the whole text as Markdown and returns something that depends on all of its work.
std::size_t copy_bytes(std::string_view text);
std::size_t scan_bytes(std::string_view text);      // counts lines
std::size_t parse_markdown(std::string_view text);  // md4c with callbacks that only count

// The text of every leaf block, soft breaks as spaces.
std::vector<std::string> markdown_blocks(std::string_view text);

// Iterators and patterns are built once and used for every text; not for several threads.
class Floors {
 public:
  explicit Floors(const std::vector<std::string>& phrases);
  ~Floors();

  std::size_t words(const std::vector<std::string>& blocks);      // ICU word breaks
  std::size_t sentences(const std::vector<std::string>& blocks);  // ICU sentence breaks, English suppressions
  std::size_t which(const std::vector<std::string>& blocks);      // RE2::Set by block
  std::size_t where(const std::vector<std::string>& blocks);      // the same, then RE2 for each pattern named
  // Pipeline A: md4c, words and sentences everywhere, RE2::Set by sentence, places.
  std::size_t pipeline(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hypelint::bench

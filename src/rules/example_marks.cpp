#include "rules/example_marks.h"

namespace hypelint {
namespace {

// The "]]" that closes a run of closing brackets which begins at `at`.
std::size_t end_of_run(std::string_view text, std::size_t at) {
  while (at + 2 < text.size() && text[at + 2] == ']') ++at;
  return at;
}

}  // namespace

std::optional<MarkedExample> parse_marks(std::string_view example) {
  MarkedExample marked;
  while (true) {
    const std::size_t open = example.find("[[");
    const std::string_view before = example.substr(0, open);
    if (before.find("]]") != std::string_view::npos) return std::nullopt;
    marked.text += before;
    if (open == std::string_view::npos) return marked;
    example.remove_prefix(open + 2);
    const std::size_t run = example.find("]]");
    if (run == std::string_view::npos) return std::nullopt;
    const std::size_t close = end_of_run(example, run);
    const std::string_view inside = example.substr(0, close);
    if (inside.empty() || inside.find("[[") != std::string_view::npos) return std::nullopt;
    marked.spans.push_back({marked.text.size(), marked.text.size() + inside.size()});
    marked.text += inside;
    example.remove_prefix(close + 2);
  }
}

}  // namespace hypelint

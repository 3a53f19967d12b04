#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hypelint/config.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

// One step of a pattern. Skip may pass over the two steps after it: "**/" is Skip, Across, Literal "/".
struct Step {
  enum class Kind { Literal, AnyOne, Set, Within, Across, Skip };
  Kind kind = Kind::Literal;
  char32_t literal = 0;
  std::vector<std::pair<char32_t, char32_t>> ranges;  // kind Set
  bool negated = false;                               // kind Set
};

struct CharacterClass {
  std::u32string_view name;
  std::vector<std::pair<char32_t, char32_t>> ranges;
};
// As in the C locale.
const std::array<CharacterClass, 12> kClasses = {{{U"alnum", {{U'0', U'9'}, {U'A', U'Z'}, {U'a', U'z'}}},
                                                  {U"alpha", {{U'A', U'Z'}, {U'a', U'z'}}},
                                                  {U"blank", {{U' ', U' '}, {U'\t', U'\t'}}},
                                                  {U"cntrl", {{0, 0x1F}, {0x7F, 0x7F}}},
                                                  {U"digit", {{U'0', U'9'}}},
                                                  {U"graph", {{U'!', U'~'}}},
                                                  {U"lower", {{U'a', U'z'}}},
                                                  {U"print", {{U' ', U'~'}}},
                                                  {U"punct", {{U'!', U'/'}, {U':', U'@'}, {U'[', U'`'}, {U'{', U'~'}}},
                                                  {U"space", {{U' ', U' '}, {U'\t', U'\r'}}},
                                                  {U"upper", {{U'A', U'Z'}}},
                                                  {U"xdigit", {{U'0', U'9'}, {U'A', U'F'}, {U'a', U'f'}}}}};

// Code points; an ill-formed byte stands for itself above the Unicode range.
std::u32string decode(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    out.push_back(point.well_formed ? point.value : 0x110000U + static_cast<unsigned char>(text[at]));
    at += point.size;
  }
  return out;
}

class GlobParser {
 public:
  explicit GlobParser(std::u32string pattern) : pattern_(std::move(pattern)) {}

  std::vector<Step> parse() {
    while (at_ < pattern_.size()) step();
    return std::move(steps_);
  }

 private:
  bool at(std::size_t index, char32_t c) const { return index < pattern_.size() && pattern_[index] == c; }
  void push(Step::Kind kind, char32_t literal = 0) { steps_.push_back({kind, literal, {}, false}); }

  void step() {
    const char32_t c = pattern_[at_];
    if (c == U'*') return star();
    if (c == U'[' && set()) return;
    if (c == U'?') {
      push(Step::Kind::AnyOne);
    } else {
      if (c == U'\\' && at_ + 1 < pattern_.size()) ++at_;
      push(Step::Kind::Literal, pattern_[at_]);
    }
    ++at_;
  }

  void star() {
    const std::size_t begin = at_;
    while (at(at_, U'*')) ++at_;
    if (at_ - begin == 1) return push(Step::Kind::Within);
    const bool whole_part = begin == 0 || pattern_[begin - 1] == U'/';
    if (!whole_part || !at(at_, U'/')) return push(Step::Kind::Across);
    push(Step::Kind::Skip);
    push(Step::Kind::Across);
    push(Step::Kind::Literal, U'/');
    ++at_;
  }

  // False, with nothing consumed, when the bracket is never closed.
  bool set() {
    Step step{Step::Kind::Set, 0, {}, false};
    std::size_t next = at_ + 1;
    if (at(next, U'!') || at(next, U'^')) {
      step.negated = true;
      ++next;
    }
    for (const std::size_t first = next; next < pattern_.size(); ++next) {
      if (pattern_[next] == U']' && next != first) {
        steps_.push_back(std::move(step));
        at_ = next + 1;
        return true;
      }
      if (const std::size_t end = character_class(next, step); end != next) {
        next = end;
        continue;
      }
      if (at(next, U'\\') && next + 1 < pattern_.size()) ++next;
      const char32_t low = pattern_[next];
      const bool range = at(next + 1, U'-') && next + 2 < pattern_.size() && pattern_[next + 2] != U']';
      step.ranges.emplace_back(low, range ? pattern_[next + 2] : low);
      if (range) next += 2;
    }
    return false;
  }

  // Adds the members of "[:name:]" to the set; the place of its last bracket, or `begin` where none stands. A name that
  // is none has no members.
  std::size_t character_class(std::size_t begin, Step& step) const {
    if (!at(begin, U'[') || !at(begin + 1, U':')) return begin;
    const std::size_t end = pattern_.find(U":]", begin + 2);
    if (end == std::u32string::npos) return begin;
    const std::u32string_view name = std::u32string_view(pattern_).substr(begin + 2, end - begin - 2);
    for (const CharacterClass& each : kClasses) {
      if (each.name == name) step.ranges.insert(step.ranges.end(), each.ranges.begin(), each.ranges.end());
    }
    return end + 1;
  }

  std::u32string pattern_;
  std::size_t at_ = 0;
  std::vector<Step> steps_;
};

bool accepts(const Step& step, char32_t c) {
  switch (step.kind) {
    case Step::Kind::Literal:
      return c == step.literal;
    case Step::Kind::Across:
      return true;
    case Step::Kind::AnyOne:
    case Step::Kind::Within:
      return c != U'/';
    case Step::Kind::Skip:
      return false;
    case Step::Kind::Set:
      break;
  }
  if (c == U'/') return false;
  for (const auto& [low, high] : step.ranges) {
    if (low <= c && c <= high) return !step.negated;
  }
  return step.negated;
}

bool repeats(const Step& step) { return step.kind == Step::Kind::Within || step.kind == Step::Kind::Across; }

// The set of steps the matcher may stand before; steps.size() means the whole pattern has matched.
class Standing {
 public:
  explicit Standing(const std::vector<Step>& steps) : steps_(steps), now_(steps.size() + 1, 0) {
    now_[0] = 1, close(now_);
  }

  void read(char32_t c) {
    std::vector<std::uint8_t> next(now_.size(), 0);
    for (std::size_t index = 0; index < steps_.size(); ++index) {
      if (now_[index] == 0 || !accepts(steps_[index], c)) continue;
      next[repeats(steps_[index]) ? index : index + 1] = 1;
    }
    close(next);
    now_ = std::move(next);
  }
  [[nodiscard]] bool matched() const { return now_.back() != 0; }

 private:
  // Adds what can be reached without reading: a repetition may end, a Skip be taken or not.
  void close(std::vector<std::uint8_t>& set) const {
    for (std::size_t index = 0; index < steps_.size(); ++index) {
      if (set[index] == 0) continue;
      if (repeats(steps_[index]) || steps_[index].kind == Step::Kind::Skip) set[index + 1] = 1;
      if (steps_[index].kind == Step::Kind::Skip) set[index + 3] = 1;
    }
  }

  const std::vector<Step>& steps_;
  std::vector<std::uint8_t> now_;
};

// Whether the steps match the path or a folder it stands in.
bool matches_prefix(const std::vector<Step>& steps, std::u32string_view path, bool folders_only) {
  Standing standing(steps);
  for (const char32_t c : path) {
    if (c == U'/' && standing.matched()) return true;
    standing.read(c);
  }
  return standing.matched() && !folders_only;
}

bool matches_any_part(const std::vector<Step>& steps, std::u32string_view path, bool folders_only) {
  while (true) {
    const std::size_t slash = path.find(U'/');
    const bool last = slash == std::u32string_view::npos;
    if (!(last && folders_only) && matches_prefix(steps, path.substr(0, slash), false)) return true;
    if (last) return false;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  if (path.starts_with("./")) path.remove_prefix(2);
  if (pattern.starts_with("./")) pattern.remove_prefix(1);
  const bool folders_only = pattern.size() > 1 && pattern.ends_with('/');
  if (folders_only) pattern.remove_suffix(1);
  if (pattern.empty()) return false;
  const bool anchored = pattern.find('/') != std::string_view::npos;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  const std::vector<Step> steps = GlobParser(decode(pattern)).parse();
  const std::u32string points = decode(path);
  return anchored ? matches_prefix(steps, points, folders_only) : matches_any_part(steps, points, folders_only);
}

bool globs_match(const std::vector<std::string>& globs, std::string_view path) {
  for (auto glob = globs.rbegin(); glob != globs.rend(); ++glob) {
    const bool excepts = glob->starts_with('!');
    if (glob_matches(std::string_view(*glob).substr(excepts ? 1 : 0), path)) return !excepts;
  }
  return false;
}

}  // namespace hypelint

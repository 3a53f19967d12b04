#include "text/regex_check.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <vector>

namespace hypelint {
namespace {

constexpr int kMostRepeats = 3;
constexpr int kUnbounded = 1 << 20;

// What an atom of the pattern can consume.
struct Reach {
  bool letters = false;  // any of many letters
  bool spaces = false;
  bool long_letters = false;  // a whole word: letters repeated

  void add(Reach other) {
    letters |= other.letters;
    spaces |= other.spaces;
    long_letters |= other.long_letters;
  }
};

class GapScanner {
 public:
  explicit GapScanner(std::string_view pattern) : pattern_(pattern) {}

  bool finds_gap() {
    groups_.emplace_back();
    while (at_ < pattern_.size()) {
      if (pattern_[at_] == '(') {
        open_group();
        continue;
      }
      const bool group = pattern_[at_] == ')';
      Reach reach = group ? close_group() : atom();
      const int most = quantifier();
      const bool gap =
          group ? reach.spaces && reach.long_letters && most > 1 : reach.spaces && reach.letters && most > kMostRepeats;
      if (gap) return true;
      reach.long_letters |= reach.letters && most > kMostRepeats;
      groups_.back().add(reach);
    }
    return false;
  }

 private:
  void open_group() {
    groups_.emplace_back();
    if (pattern_.substr(++at_, 1) != "?") return;
    while (at_ < pattern_.size() && pattern_[at_] != ':' && pattern_[at_] != '>' && pattern_[at_] != ')') ++at_;
    if (at_ < pattern_.size() && pattern_[at_] != ')') ++at_;
  }

  Reach close_group() {
    ++at_;
    const Reach reach = groups_.back();
    if (groups_.size() > 1) groups_.pop_back();
    return reach;
  }

  Reach atom() {
    const char c = pattern_[at_];
    if (c == '[') return character_class();
    if (c == '\\') return escape();
    ++at_;
    if (c == '.') return {true, true, false};
    return {false, c == ' ', false};
  }

  Reach escape() {
    const char c = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
    at_ = std::min(at_ + 2, pattern_.size());
    switch (c) {
      case 'w':
      case 'S':
        return {true, false, false};
      case 's':
      case 'W':
        return {false, true, false};
      case 'D':
      case 'C':
        return {true, true, false};
      case 'p':
      case 'P':
        return property(c == 'P');
      default:
        return {};
    }
  }

  // `\pL`, `\p{Greek}`: letters; `\PN` and its kind: nearly anything.
  Reach property(bool negated) {
    const bool braced = at_ < pattern_.size() && pattern_[at_] == '{';
    const std::size_t close = braced ? pattern_.find('}', at_) : at_;
    at_ = close == std::string_view::npos ? pattern_.size() : std::min(close + 1, pattern_.size());
    return {true, negated, false};
  }

  Reach character_class() {
    ++at_;
    const bool negated = at_ < pattern_.size() && pattern_[at_] == '^';
    if (negated) ++at_;
    Reach listed;
    for (bool first = true; at_ < pattern_.size() && (first || pattern_[at_] != ']'); first = false) {
      if (pattern_.substr(at_, 2) == "[:") {
        at_ = std::min(pattern_.find(":]", at_), pattern_.size() - 2) + 2;
        listed.letters = true;
      } else if (pattern_[at_] == '\\') {
        listed.add(escape());
      } else {
        listed.spaces |= pattern_[at_] == ' ';
        listed.letters |= pattern_.substr(at_ + 1, 1) == "-" && pattern_.substr(at_ + 2, 1) != "]" &&
                          (pattern_[at_] | 0x20) >= 'a' && (pattern_[at_] | 0x20) <= 'z';
        ++at_;
      }
    }
    at_ = std::min(at_ + 1, pattern_.size());
    return negated ? Reach{!listed.letters, !listed.spaces, false} : listed;
  }

  // The most repetitions that the quantifier at the current place allows; 1 without one.
  int quantifier() {
    const char c = at_ < pattern_.size() ? pattern_[at_] : '\0';
    int most = 1;
    if (c == '*' || c == '+') {
      most = kUnbounded;
      ++at_;
    } else if (c == '?') {
      ++at_;
    } else if (c == '{') {
      most = counted();
    }
    if (at_ < pattern_.size() && pattern_[at_] == '?' && c != '\0' && most != 1) ++at_;
    return most;
  }

  int counted() {
    const std::size_t close = pattern_.find('}', at_);
    if (close == std::string_view::npos) return 1;
    std::string_view inner = pattern_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    const std::size_t comma = inner.find(',');
    if (comma != std::string_view::npos) inner.remove_prefix(comma + 1);
    if (inner.empty()) return kUnbounded;
    int most = 1;
    std::from_chars(inner.data(), inner.data() + inner.size(), most);
    return most;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::vector<Reach> groups_;
};

}  // namespace

bool has_word_gap(std::string_view pattern) { return GapScanner(pattern).finds_gap(); }

}  // namespace hypelint

#include "text/regex_check.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <vector>

#include "document/fold.h"
#include "support/utf8.h"

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

struct Repeats {
  int most;
  bool optional;  // none will do
};

// Of a group: all of it, and what its branches of one character can consume, optional neighbours included.
struct Group {
  Reach all;
  Reach characters;
  Reach branch;
  int needed = 0;  // atoms of the branch that must stand there

  void add(Reach whole, Reach alone, bool optional) {
    all.add(whole);
    branch.add(alone);
    needed += optional ? 0 : 1;
  }
  void end_branch() {
    if (needed <= 1) characters.add(branch);
    branch = {};
    needed = 0;
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
      } else if (pattern_[at_] == '|') {
        groups_.back().end_branch();
        ++at_;
      } else if (repeats_gap()) {
        return true;
      }
    }
    return false;
  }

 private:
  // Reads an atom, or the end of a group, and its quantifier.
  bool repeats_gap() {
    const bool closes = pattern_[at_] == ')';
    const Group group = closes ? close_group() : Group{};
    Reach whole = closes ? group.all : atom();
    Reach alone = closes ? group.characters : whole;
    const Repeats repeats = quantifier();
    if (closes && whole.spaces && whole.long_letters && repeats.most > 1) return true;
    if (alone.spaces && alone.letters && repeats.most > kMostRepeats) return true;
    whole.long_letters |= whole.letters && repeats.most > kMostRepeats;
    groups_.back().add(whole, alone, repeats.optional);
    return false;
  }

  void open_group() {
    groups_.emplace_back();
    if (pattern_.substr(++at_, 1) != "?") return;
    while (at_ < pattern_.size() && pattern_[at_] != ':' && pattern_[at_] != '>' && pattern_[at_] != ')') ++at_;
    if (at_ < pattern_.size() && pattern_[at_] != ')') ++at_;
  }

  Group close_group() {
    ++at_;
    groups_.back().end_branch();
    const Group group = groups_.back();
    if (groups_.size() > 1) groups_.pop_back();
    return group;
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

  // What the quantifier at the current place allows; exactly one without one.
  Repeats quantifier() {
    const char c = at_ < pattern_.size() ? pattern_[at_] : '\0';
    const bool optional = c == '*' || c == '?' || pattern_.substr(at_, 2) == "{0";
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
    return {most, optional};
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
  std::vector<Group> groups_;
};

// What the folded form of a character is written as in a pattern.
std::string literal(std::string_view form) {
  constexpr std::string_view kSpecial = R"(\.?*+()[]{}|^$)";
  std::string out;
  for (const char c : form) {
    if (kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

bool has_word_gap(std::string_view pattern) { return GapScanner(pattern).finds_gap(); }

std::string folded_regex(std::string_view pattern) {
  std::string out;
  bool in_class = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const CodePoint point = decode_utf8(pattern, at);
    const std::string_view written = pattern.substr(at, point.size);
    const Folded folded = fold_code_point(point.value);
    if (written == "\\") {
      const std::size_t escaped = at + 1 < pattern.size() ? decode_utf8(pattern, at + 1).size : 0;
      out += pattern.substr(at, 1 + escaped);
      at += 1 + escaped;
      continue;
    }
    in_class = written == "[" || (in_class && written != "]");
    const bool replaced = point.well_formed && point.size > 1 && !(in_class && folded.text == "-");
    if (replaced && folded.fold == Fold::Replace) {
      out += literal(folded.text);
    } else if (replaced && folded.fold == Fold::Space) {
      out += ' ';
    } else {
      out += written;
    }
    at += point.size;
  }
  return out;
}

}  // namespace hypelint

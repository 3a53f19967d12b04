#include "text/regex_gate.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "support/ascii.h"
#include "support/byte_set.h"
#include "text/word_breaks.h"

namespace hypelint {
namespace {

constexpr ByteSet kRareBytes = [] {
  ByteSet rare("0123456789%$#@+=/");
  for (int byte = 0x80; byte <= 0xFF; ++byte) rare.add(static_cast<char>(byte));
  return rare;
}();

// Reads a pattern; each part says whether all that it matches holds a rare byte.
class GateScanner {
 public:
  explicit GateScanner(std::string_view pattern) : pattern_(pattern) {}

  RegexGate gate() {
    bool rare = sequence();
    const bool anchored = pattern_.starts_with('^') && next() != '|';
    rare = alternatives(rare);
    if (!readable_ || at_ != pattern_.size()) return RegexGate::Any;
    return anchored ? RegexGate::Start : rare ? RegexGate::RareByte : RegexGate::Any;
  }

 private:
  [[nodiscard]] char next() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }
  void pass() { at_ = std::min(at_ + 1, pattern_.size()); }
  [[nodiscard]] bool ends_branch() const { return at_ == pattern_.size() || next() == '|' || next() == ')'; }

  // The branches that follow one that says `rare`.
  bool alternatives(bool rare) {
    while (next() == '|') {
      ++at_;
      rare = sequence() && rare;
    }
    return rare;
  }

  bool sequence() {
    bool rare = false;
    while (!ends_branch()) {
      const bool item = atom();
      rare |= !is_optional() && item;
    }
    return rare;
  }

  // Passes a quantifier.
  bool is_optional() {
    const char c = next();
    const bool counted = c == '{' && ascii::is_digit(ascii::at(pattern_, at_ + 1));
    const bool optional = c == '*' || c == '?' || (counted && pattern_[at_ + 1] == '0');
    if (counted) at_ = std::min(pattern_.find('}', at_), pattern_.size() - 1);
    if (counted || optional || c == '+') ++at_;
    if ((counted || optional || c == '+') && next() == '?') ++at_;
    return optional;
  }

  bool atom() {
    switch (next()) {
      case '(':
        return group();
      case '[':
        return character_class();
      case '$':
        ++at_;
        return false;
      default:
        return character();
    }
  }

  bool group() {
    ++at_;
    if (next() == '?') {
      const std::size_t flags = pattern_.find_first_of(":>)", at_);
      if (flags == std::string_view::npos) return give_up();
      at_ = flags + (pattern_[flags] == ')' ? 0 : 1);
    }
    const bool rare = alternatives(sequence());
    pass();
    return rare;
  }

  bool character_class() {
    ++at_;
    const bool negated = next() == '^';
    if (negated) ++at_;
    bool rare = !negated;
    for (bool first = true; at_ < pattern_.size() && (first || next() != ']'); first = false) {
      if (pattern_.substr(at_, 2) == "[:") return give_up();
      const bool from = character();
      const bool range = next() == '-' && ascii::at(pattern_, at_ + 1) != ']';
      if (range) ++at_;
      const bool to = range ? character() : from;
      rare = rare && from && to;
    }
    pass();
    return rare;
  }

  bool character() {
    if (next() == '\\') return escape();
    const char first = next();
    at_ = next_character(pattern_, at_);
    return kRareBytes.contains(first);
  }

  bool escape() {
    const char c = ascii::at(pattern_, at_ + 1);
    at_ = std::min(at_ + 2, pattern_.size());
    if (c == 'd') return true;
    if (c == 'x' && next() == '{') return code_point();
    return ascii::is_alnum(c) && std::string_view("bBsSwWDnrt").find(c) == std::string_view::npos
               ? give_up()
               : kRareBytes.contains(c);
  }

  // Behind "\x".
  bool code_point() {
    const std::size_t close = pattern_.find('}', at_);
    if (close == std::string_view::npos) return give_up();
    std::uint32_t value = 0;
    std::from_chars(pattern_.data() + at_ + 1, pattern_.data() + close, value, 16);
    at_ = close + 1;
    return value >= 0x80 || kRareBytes.contains(static_cast<char>(value));
  }

  bool give_up() {
    readable_ = false;
    at_ = pattern_.size();
    return false;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool readable_ = true;
};

}  // namespace

RegexGate gate_of(std::string_view pattern) { return GateScanner(pattern).gate(); }

bool has_rare_byte(std::string_view text) { return kRareBytes.first_in(text) != std::string_view::npos; }

}  // namespace hypelint

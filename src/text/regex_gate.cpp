#include "text/regex_gate.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include "support/ascii.h"
#include "text/regex_part.h"

namespace hypelint {
namespace {

// Beyond as many letters, a character class stands for any.
constexpr std::size_t kMostLetters = 4;

// Characters that RE2 takes for the letters "s" and "k" of ASCII.
constexpr char32_t kLongS = 0x17F, kKelvin = 0x212A;

// The characters of a class or an escape.
struct Characters {
  std::string letters;  // as RegexPart::letter() takes them
  std::optional<Marks> digits, separators, others;
  bool word_characters = false;
  bool any = false;

  void add(char32_t character, bool any_case) {
    const auto c = static_cast<char>(character);
    if (character < 0x80 && ascii::is_letter(c)) {
      letters += any_case ? ascii::lower(c) : c;
    } else if (character < 0x80 && ascii::is_digit(c)) {
      digits = kDigitMark;
    } else if (is_sign(character) || (character < 0x80 && c != '_')) {
      add(separators, marks_of(character));
    } else {
      add(others, marks_of(character));
    }
  }

  void add(char32_t from, char32_t to, bool any_case) {
    any |= (from <= kLongS && kLongS <= to) || (from <= kKelvin && kKelvin <= to);
    for (char32_t c = from; c <= to && c < 0x80; ++c) add(c, any_case);
    if (to >= 0x80) add(others, is_ideograph(from) && is_ideograph(to) ? kIdeographMark : kNotAsciiMarks);
  }

  [[nodiscard]] RegexPart part() const {
    const bool many = word_characters || letters.size() > kMostLetters;
    if (any || (many && (separators || others))) return RegexPart::anything();
    if (many) return RegexPart::word_characters();
    std::optional<RegexPart> result;
    const auto or_else = [&result](const RegexPart& part) { result ? result->or_else(part) : void(result = part); };
    for (const char letter : letters) or_else(RegexPart::letter(letter));
    if (digits) or_else(RegexPart::digits(*digits));
    if (separators) or_else(RegexPart::separators(*separators));
    if (others) or_else(RegexPart::other(*others));
    return result.value_or(RegexPart::anything());
  }

 private:
  // A kind that has once been without marks stays so.
  static void add(std::optional<Marks>& kind, Marks marks) {
    kind = kind && (*kind == 0 || marks == 0) ? Marks{0} : static_cast<Marks>(kind.value_or(0) | marks);
  }
};

class GateScanner {
 public:
  explicit GateScanner(std::string_view pattern) : pattern_(pattern) {}

  RegexGate gate() {
    RegexPart whole = sequence(RegexPart::separators(0));
    const bool at_start = pattern_.starts_with('^') && next() != '|';
    alternatives(whole, RegexPart::separators(0));
    if (!readable_ || at_ != pattern_.size()) return {};
    whole.then(RegexPart::separators(0));
    Needs needs = whole.needs();
    return {at_start, needs.marks, std::move(needs.groups), whole.most_words()};
  }

 private:
  [[nodiscard]] char next() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }
  void pass() { at_ = std::min(at_ + 1, pattern_.size()); }
  [[nodiscard]] bool ends_branch() const { return at_ == pattern_.size() || next() == '|' || next() == ')'; }

  // The branches that follow the first, each behind `before`.
  void alternatives(RegexPart& part, const RegexPart& before) {
    while (next() == '|') {
      ++at_;
      part.or_else(sequence(before));
    }
  }

  RegexPart sequence(RegexPart whole) {
    while (!ends_branch()) {
      RegexPart part = atom();
      quantifier(part);
      whole.then(part);
    }
    return whole;
  }

  void quantifier(RegexPart& part) {
    const char c = next();
    if (c == '{' && ascii::is_digit(ascii::at(pattern_, at_ + 1))) {
      count(part);
    } else if (c == '*' || c == '+' || c == '?') {
      ++at_;
      if (c != '?') part.repeat();
      if (c != '+') part.make_optional();
    } else {
      return;
    }
    if (next() == '?') ++at_;
  }

  // "{3}", "{3,}", "{3,5}".
  void count(RegexPart& part) {
    const std::size_t close = std::min(pattern_.find('}', at_), pattern_.size() - 1);
    const std::string_view counts = pattern_.substr(at_ + 1, close - at_ - 1);
    std::size_t least = 0;
    std::size_t most = 0;
    const char* behind = std::from_chars(counts.data(), counts.data() + counts.size(), least).ptr;
    if (behind == counts.data() + counts.size()) {
      most = least;
    } else if (std::from_chars(behind + 1, counts.data() + counts.size(), most).ec != std::errc{}) {
      most = SIZE_MAX;
    }
    part.repeat(least, most);
    at_ = close + 1;
  }

  RegexPart atom() {
    switch (next()) {
      case '(':
        return group();
      case '[':
        return character_class();
      case '^':
      case '$':
        ++at_;
        return RegexPart::separators(0);
      case '.':
        ++at_;
        return RegexPart::anything();
      default:
        return single();
    }
  }

  RegexPart single() {
    Characters all;
    if (const auto one = character(all)) all.add(*one, any_case_);
    return all.part();
  }

  RegexPart group() {
    ++at_;
    const bool any_case = any_case_;
    if (next() == '?') {
      const std::size_t end = pattern_.find_first_of(":>)", at_);
      if (end == std::string_view::npos || pattern_[end] == ')') return give_up();
      if (pattern_[end] == ':') flags(pattern_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    }
    RegexPart part = sequence({});
    alternatives(part, {});
    pass();
    any_case_ = any_case;
    return part;
  }

  // "i", "-i", "is", "s-i" …
  void flags(std::string_view letters) {
    const std::size_t at = letters.find('i');
    if (at != std::string_view::npos) any_case_ = letters.find('-') > at;
  }

  RegexPart character_class() {
    ++at_;
    Characters all;
    if (next() == '^') {
      all.any = true;
      ++at_;
    }
    for (bool first = true; at_ < pattern_.size() && (first || next() != ']'); first = false) {
      if (pattern_.substr(at_, 2) == "[:") return give_up();
      const std::optional<char32_t> from = character(all);
      const bool range = from && next() == '-' && ascii::at(pattern_, at_ + 1) != ']';
      if (range) ++at_;
      const std::optional<char32_t> to = range ? character(all) : from;
      if (from && to && range) {
        all.add(*from, *to, any_case_);
      } else if (from) {
        all.add(*from, any_case_);
      }
    }
    pass();
    return all.part();
  }

  // Passes a character and returns it. An escape that stands for several is added to `all` instead.
  std::optional<char32_t> character(Characters& all) {
    if (next() == '\\') return escape(all);
    std::int32_t at = static_cast<std::int32_t>(at_);
    UChar32 character = 0;
    U8_NEXT(pattern_.data(), at, static_cast<std::int32_t>(pattern_.size()), character);
    at_ = static_cast<std::size_t>(at);
    return known(character);
  }

  std::optional<char32_t> escape(Characters& all) {
    const char c = ascii::at(pattern_, at_ + 1);
    at_ = std::min(at_ + 2, pattern_.size());
    switch (c) {
      case 'd':
        all.add('0', '9', true);
        return std::nullopt;
      case 's':
      case 'b':
        return ' ';
      case 'w':
        all.word_characters = true;
        return std::nullopt;
      case 'W':
        all.others = Marks{0};
        return std::nullopt;
      case 'S':
      case 'D':
      case 'B':
        all.any = true;
        return std::nullopt;
      case 'n':
      case 'r':
      case 't':
        return ' ';
      case 'x':
        return code_point();
      default:
        if (ascii::is_alnum(c)) give_up();
        return c;
    }
  }

  // Behind "\x".
  std::optional<char32_t> code_point() {
    const std::size_t close = pattern_.find('}', at_);
    if (next() != '{' || close == std::string_view::npos) {
      give_up();
      return std::nullopt;
    }
    std::int32_t value = 0;
    std::from_chars(pattern_.data() + at_ + 1, pattern_.data() + close, value, 16);
    at_ = close + 1;
    return known(value);
  }

  std::optional<char32_t> known(std::int32_t value) {
    const auto character = static_cast<char32_t>(value);
    if (value < 0 || character == kLongS || character == kKelvin) give_up();
    return character;
  }

  RegexPart give_up() {
    readable_ = false;
    at_ = pattern_.size();
    return RegexPart::anything();
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool any_case_ = true;
  bool readable_ = true;
};

}  // namespace

RegexGate gate_of(std::string_view pattern) { return GateScanner(pattern).gate(); }

}  // namespace hypelint

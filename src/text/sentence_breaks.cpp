#include "text/sentence_breaks.h"

#include <array>

#include "text/abbreviations.h"
#include "text/icu_pieces.h"

namespace hypelint {
namespace {

// Sentence_Break property values that occur in ASCII.
enum class Class : std::uint8_t { Other, Lower, Upper, Digit, FullStop, Terminator, Close, Continue, Space, Separator };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (int c = 'a'; c <= 'z'; ++c) {
    classes[c] = Class::Lower;
    classes[c - 'a' + 'A'] = Class::Upper;
  }
  for (int c = '0'; c <= '9'; ++c) classes[c] = Class::Digit;
  for (char c : std::string_view("\"'()[]{}")) classes[static_cast<unsigned char>(c)] = Class::Close;
  for (char c : std::string_view(",-:")) classes[static_cast<unsigned char>(c)] = Class::Continue;
  for (char c : std::string_view(" \t\v\f")) classes[static_cast<unsigned char>(c)] = Class::Space;
  for (char c : std::string_view("\n\r")) classes[static_cast<unsigned char>(c)] = Class::Separator;
  classes['.'] = Class::FullStop;
  classes['!'] = classes['?'] = Class::Terminator;
  return classes;
}
constexpr auto kClasses = make_classes();

// Where and whether a run that begins with a terminator ends its sentence.
struct Run {
  std::size_t end;
  bool breaks;
};

class AsciiSentences {
 public:
  explicit AsciiSentences(std::string_view text) : text_(text) {}

  void append_ends(std::vector<std::uint32_t>& ends) const {
    std::size_t at = 0;
    while (at < text_.size()) {
      const Class here = at_(at);
      if (here == Class::Separator) {
        at = past_separator(at);
        push(at, ends);
      } else if (here == Class::FullStop || here == Class::Terminator) {
        const Run run = terminated(at);
        if (run.breaks && run.end < text_.size() && !is_abbreviation_break(text_, run.end)) push(run.end, ends);
        at = run.end;
      } else {
        ++at;
      }
    }
    if (!text_.empty() && (ends.empty() || ends.back() != text_.size())) push(text_.size(), ends);
  }

 private:
  static void push(std::size_t end, std::vector<std::uint32_t>& ends) {
    ends.push_back(static_cast<std::uint32_t>(end));
  }

  [[nodiscard]] Class at_(std::size_t at) const {
    return at < text_.size() ? kClasses[static_cast<unsigned char>(text_[at])] : Class::Other;
  }
  [[nodiscard]] std::size_t skip(std::size_t at, Class kind) const {
    while (at < text_.size() && at_(at) == kind) ++at;
    return at;
  }
  [[nodiscard]] std::size_t past_separator(std::size_t at) const {
    return at + (text_.substr(at, 2) == "\r\n" ? 2 : 1);
  }

  // SB6 to SB11 for the terminator at `at`.
  [[nodiscard]] Run terminated(std::size_t at) const {
    const bool full_stop = at_(at) == Class::FullStop;
    const Class next = at_(at + 1);
    if (full_stop && at + 1 < text_.size()) {
      if (next == Class::Digit) return {at + 1, false};
      const bool letter_before = at > 0 && (at_(at - 1) == Class::Lower || at_(at - 1) == Class::Upper);
      if (letter_before && next == Class::Upper) return {at + 1, false};
    }
    const std::size_t end = skip(skip(at + 1, Class::Close), Class::Space);
    switch (at_(end)) {
      case Class::Separator:
        return {past_separator(end), true};
      case Class::FullStop:
      case Class::Terminator:
      case Class::Continue:
        return {end, false};
      default:
        return {end, !(full_stop && lower_case_follows(end))};
    }
  }

  // SB8: a lower-case letter before any other letter, separator or terminator.
  [[nodiscard]] bool lower_case_follows(std::size_t at) const {
    for (; at < text_.size(); ++at) {
      switch (at_(at)) {
        case Class::Lower:
          return true;
        case Class::Upper:
        case Class::FullStop:
        case Class::Terminator:
        case Class::Separator:
          return false;
        default:
          break;
      }
    }
    return false;
  }

  std::string_view text_;
};

}  // namespace

void append_ascii_sentence_ends(std::string_view text, std::vector<std::uint32_t>& ends) {
  AsciiSentences(text).append_ends(ends);
}

void append_icu_sentence_ends(std::string_view text, const Utf16Text& converted, std::vector<std::uint32_t>& ends) {
  if (text.empty()) return;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (const Piece& piece : divide(converted, Pieces::Sentences)) {
    const std::uint32_t offset = converted.offsets[piece.end];
    if (offset < size && !is_abbreviation_break(text, offset)) ends.push_back(offset);
  }
  ends.push_back(size);
}

}  // namespace hypelint

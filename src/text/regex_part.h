// What is known of the texts that a part of a regular expression matches; regex_gate.h says what for.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "text/regex_gate.h"

namespace hypelint {

// Something that every match holds.
struct Needs {
  std::vector<WordGroup> groups;  // a word of each; the rarest first
  Marks marks = 0;                // one of them; 0 when none is known

  // Keeps what fewer texts have.
  void and_also(Needs other);
  // What is left where the match holds this or the other.
  void or_else(const Needs& other);
};

class RegexPart {
 public:
  // Matches nothing but the empty text.
  RegexPart() = default;
  // A letter of ASCII: in lower case, or a capital that matches no other.
  static RegexPart letter(char letter);
  // A character of ASCII that is a letter, a digit or "_", or several in a row.
  static RegexPart word_characters();
  static RegexPart digits(Marks marks);
  // Characters that stand in no word, or a place between characters.
  static RegexPart separators(Marks marks);
  // One character that is no letter of ASCII.
  static RegexPart other(Marks marks);
  static RegexPart anything();

  void then(const RegexPart& next);
  void or_else(RegexPart other);
  void make_optional();
  // Once or more often.
  void repeat();
  // At least and at most so often.
  void repeat(std::size_t least, std::size_t most);

  // Without words that nearly every text has, if something else is needed that tells as much.
  [[nodiscard]] Needs needs() const;
  // How many words a match may touch at most, or kEndless.
  [[nodiscard]] std::uint32_t most_words() const;

 private:
  RegexPart(char text, Marks marks) : texts_{std::string(1, text)}, needs_{{}, marks} {}

  [[nodiscard]] bool is_all(char text) const;
  // Whatever matches begins or ends with what is no letter.
  [[nodiscard]] bool starts_apart() const;
  [[nodiscard]] bool ends_apart() const;
  [[nodiscard]] Needs needs_within() const;
  [[nodiscard]] std::vector<WordGroup> groups_within() const;
  void close(bool next_starts_apart);
  void forget_texts();

  // Every text that may match; of a closed part the rest of it, from some place on. Sorted. Letters stand for
  // themselves, signs for what the functions above name.
  std::vector<std::string> texts_ = {""};
  bool closed_ = false;
  bool starts_apart_ = false;       // of a closed part
  std::uint32_t closed_words_ = 0;  // before that place, at most
  Needs needs_;
};

}  // namespace hypelint

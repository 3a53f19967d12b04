// The phrase language of matcher.h, parsed: a term becomes a chain of alternatives of word sequences.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hypelint {

struct PhraseToken {
  enum class Kind {
    Word,    // `text`, case-folded
    Prefix,  // any word that begins with `text`, case-folded
    Number,
    Gap,        // up to `gap` words
    Reference,  // a term of the list named `text`
    FullStop,   // optional, after an abbreviation
    Ampersand,
  };
  Kind kind = Kind::Word;
  std::string text;
  int gap = 0;
  std::uint32_t list = 0;  // of a reference, once resolved
};

using PhraseSequence = std::vector<PhraseToken>;
// Alternatives for one place of a phrase; an empty sequence makes the place optional.
using PhraseChunk = std::vector<PhraseSequence>;
struct Phrase {
  std::vector<PhraseChunk> chunks;
  bool at_start = false;  // with the first word of a block
};

// The most word sequences that a term may stand for.
inline constexpr std::size_t kMostExpansions = 20'000;
// The most words (characters, of Han and kana) of a term's longest sequence; a lexicon in it counts as one.
inline constexpr std::size_t kMostWords = 100;

// True for a term between slashes; `regex_of` is what stands between.
[[nodiscard]] bool is_regex_term(std::string_view term);
[[nodiscard]] std::string_view regex_of(std::string_view term);

// Where the name of a lexicon ends that begins at byte `at` of a term, behind its "@".
[[nodiscard]] std::size_t lexicon_name_end(std::string_view term, std::size_t at);

// The phrase, or what is wrong with it (a message for the rule author). References are not resolved.
[[nodiscard]] std::variant<Phrase, std::string> parse_phrase(std::string_view term);

}  // namespace hypelint

// All terms of all rules, found in one pass: phrases in a word trie, regular expressions by an index of the words they
// need and a few RE2::Sets.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/evidence.h"
#include "hypelint/result.h"
#include "hypelint/span.h"
#include "hypelint/text.h"

namespace hypelint {

// A named or anonymous list of terms; the unit that hits are attributed to. Index into the matcher's lists.
using TermListId = std::uint32_t;

// One match. Hits start and end on word boundaries (UAX #29) of the block's text; a possessive 's at the end is
// left out when the phrase does not name it.
struct Hit {
  TermListId list = 0;
  std::uint32_t block = 0;
  TextSpan span;                 // within the block's text
  std::uint32_t sentence = 0;    // index into Text::sentences, of the first byte
  std::uint32_t first_word = 0;  // [first_word, end_word) in Text::words; equal for a hit without words ("#1" has one)
  std::uint32_t end_word = 0;
};

struct Hits {
  std::vector<Hit> all;                       // sorted by block, span.begin, span.end descending, list
  std::vector<std::uint32_t> first_in_block;  // blocks.size() + 1 entries
  // Evidence kind that a list declares, by TermListId; empty where it declares none. Points into the Matcher, which
  // must outlive the hits but may be moved; null for hits of no matcher.
  const std::vector<std::optional<EvidenceKind>>* evidence = nullptr;

  [[nodiscard]] std::span<const Hit> in_block(std::uint32_t block) const;
};

// Phrase language (terms of lexicons and rules):
//   leading clinic        words, matched case-folded; white space or hyphens may stand between them
//   cutting-edge          a hyphen separates words: also matches "cutting edge"; closed form must be listed
//   clinic(s)             optional suffix glued to a word
//   pioneer(ed|ing|)      alternatives glued to a word, empty allowed
//   (big|giant) leap      alternatives as words; may hold phrases of several words
//   [very] good           optional words
//   trailblaz*            any suffix; only at the end of a word, at least three letters before it
//   the only ~3 clinic    up to 3 words may stand between (1..12); no phrase crosses a sentence
//   cure(s|d) ~4 @disease another lexicon's terms in place
//   ^ less pain           only with the first word of a block (^ stands alone, before everything else)
//   {number}              any number word (UAX #29 Numeric), also one..twelve, hundreds, thousands, millions
//   /p\s*<\s*0?\.05/      a whole term between slashes is an RE2 regular expression, case-insensitive
// Han and kana are not spaced, and a term alone may be divided into words otherwise than inside a sentence. So their
// words are matched character by character, white space in a term means nothing and a gap counts characters; but the
// outer ends of a hit are word boundaries as ICU's dictionary draws them in the sentence: 有效率 is no hit in
// 没有|效率, and a term names 最好[的] because 最好的 is one word.
// Words compare case-folded; typographic quotes are already folded to ASCII. A term expands to at most 20,000 word
// sequences, each of at most 100 words; another lexicon in it counts as one word.
struct Term {
  std::string text;
  Position where;  // place of the term in its file, for errors
};

struct TermList {
  std::string name;  // lexicon name, or "rule-id/any" and the like for inline lists
  std::string path;  // file it came from
  std::vector<Term> terms;
  std::optional<EvidenceKind> evidence;
  bool wanted = true;  // false: stands only inside the terms of other lists, and has no hits of its own
};

// Immutable after build; scan() is safe from several threads.
class Matcher {
 public:
  // Errors (all of them at once, ErrorCode::RulePack): bad phrase syntax, unknown or cyclic @lexicon, bad RE2 or one
  // whose program is beyond 64 MB, a regular expression with a word-group repetition that could stand for a gap, too
  // many words or expansions.
  static Result<Matcher> build(const std::vector<TermList>& lists);

  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();

  // How many lists it was built from; a TermListId is less.
  [[nodiscard]] std::size_t list_count() const;
  // Every occurrence of every wanted list in all blocks but code. For one list, a hit inside another hit of the same
  // list is dropped (longest first).
  // `threads`: a large text is scanned in as many parts at once, which changes nothing else.
  [[nodiscard]] Hits scan(const Text& text, std::size_t threads = 1) const;
  // The compiled form, for a cache of this build of the program; restore() gives nothing for bytes it cannot read.
  // The bytes must be what save() wrote (they are checked for completeness, not for malice), and must outlive the
  // matcher, which reads its tables there when they begin at a multiple of 16 bytes.
  [[nodiscard]] std::string save() const;
  static std::optional<Matcher> restore(std::string_view bytes);

 private:
  struct State;
  explicit Matcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hypelint

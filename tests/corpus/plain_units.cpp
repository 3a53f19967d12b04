#include "corpus/plain_units.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/folding.h"
#include "text/word_breaks.h"

namespace hypelint {
namespace {

constexpr auto kNumberWords =
    std::to_array<std::string_view>({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                                     "eleven", "twelve", "hundreds", "thousands", "millions"});

std::uint32_t possessive_bytes(std::string_view word) {
  for (const std::string_view ending : {"'s", "'S", "\u2019s", "\u2019S"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) return static_cast<std::uint32_t>(ending.size());
  }
  return 0;
}

Unit unit_of(std::string_view word, WordKind kind) {
  Unit unit;
  unit.text = fold_case(word);
  unit.possessive = possessive_bytes(word);
  if (unit.possessive > 0) unit.base = fold_case(word.substr(0, word.size() - unit.possessive));
  unit.number = kind == WordKind::Number || std::ranges::count(kNumberWords, unit.text) > 0;
  return unit;
}

std::vector<Unit> characters_of(std::string_view word) {
  std::vector<Unit> units;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = next_character(word, at);
    Unit unit;
    unit.text = word.substr(at, end - at);
    unit.begins_word = at == 0;
    unit.ends_word = end == word.size();
    units.push_back(std::move(unit));
    at = end;
  }
  return units;
}

}  // namespace

std::vector<Unit> units_of(const Text& text, std::uint32_t block) {
  std::vector<Unit> units;
  std::uint32_t end = 0;
  for (const Sentence& sentence : text.sentences_of(block)) {
    const std::size_t first = units.size();
    for (std::uint32_t i = sentence.first_word; i < sentence.end_word; ++i) {
      const Word& word = text.words[i];
      const std::string_view bytes = text.block_text(block).substr(word.span.begin, word.span.size());
      const std::size_t begin = units.size();
      if (word.kind == WordKind::Ideograph) {
        for (Unit& unit : characters_of(bytes)) units.push_back(std::move(unit));
      } else {
        units.push_back(unit_of(bytes, word.kind));
      }
      units[begin].before = text.block_text(block).substr(end, word.span.begin - end);
      for (std::size_t at = begin; at < units.size(); ++at) units[at].word = i;
      end = word.span.end;
    }
    for (std::size_t at = first; at < units.size(); ++at) units[at].sentence_end = units.size();
  }
  return units;
}

}  // namespace hypelint

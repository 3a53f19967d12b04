#include "text/regex_part.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

// The signs in texts.
constexpr char kWordCharacters = '_', kDigits = '0', kSeparators = '.', kOther = '?', kAnything = '*';

// Beyond as many, texts are no longer spelled out.
constexpr std::size_t kMostTexts = 512;

constexpr WordSet kCommonWords({"a",  "all",  "also", "an",   "and",   "are",  "as",   "at",   "be",   "been", "but",
                                "by", "can",  "do",   "for",  "from",  "get",  "had",  "has",  "have", "how",  "if",
                                "in", "is",   "it",   "its",  "may",   "more", "no",   "not",  "of",   "on",   "one",
                                "or", "our",  "so",   "than", "that",  "the",  "they", "this", "to",   "up",   "was",
                                "we", "were", "what", "when", "which", "who",  "will", "with", "you",  "your"});

// How many texts hold the word, as a rough measure.
constexpr int kCommon = 30;
int frequency(std::string_view word) { return kCommonWords.contains(word) || word.size() == 1 ? kCommon : 1; }

int frequency(const WordGroup& words) {
  return std::accumulate(words.begin(), words.end(), 0,
                         [](int sum, const std::string& word) { return sum + frequency(word); });
}

void sort_unique(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

constexpr bool is_no_letter(char symbol) { return symbol == kSeparators || symbol == kDigits || symbol == kOther; }

// Two runs of the same are one; letters and other characters stand for one each.
void append_simplified(std::string& text, std::string_view more) {
  for (const char c : more) {
    if (ascii::is_letter(c) || c == kOther || text.empty() || text.back() != c) text += c;
  }
}

// The words of a text that stand between what is no letter, the rarest first.
std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_no_letter(text[at])) continue;
    const std::string_view word = ascii::leading_letters(text.substr(at + 1));
    if (!word.empty() && is_no_letter(ascii::at(text, at + 1 + word.size()))) words.emplace_back(word);
  }
  std::ranges::stable_sort(words, {}, [](const std::string& word) { return frequency(word); });
  return words;
}

std::uint32_t most_words_in(std::string_view text) {
  std::uint32_t words = 0;
  bool inside = false;
  for (const char c : text) {
    if (c == kAnything) return kEndless;
    const bool joins = ascii::is_letter(c) || c == kDigits || c == kWordCharacters;
    if (c == kOther || (joins && !inside)) ++words;
    inside = joins;
  }
  return words;
}

std::uint32_t sum(std::uint32_t a, std::uint32_t b) { return a == kEndless || b == kEndless ? kEndless : a + b; }

void keep_rarest(std::vector<WordGroup>& groups) {
  std::ranges::stable_sort(groups, {}, [](const WordGroup& group) { return frequency(group); });
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  groups.resize(std::min(groups.size(), kWordGroups));
}

}  // namespace

void Needs::and_also(Needs other) {
  groups.insert(groups.end(), other.groups.begin(), other.groups.end());
  keep_rarest(groups);
  if (other.marks != 0 && (marks == 0 || other.marks < marks)) marks = other.marks;
}

void Needs::or_else(const Needs& other) {
  groups.resize(std::min(groups.size(), other.groups.size()));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i].insert(groups[i].end(), other.groups[i].begin(), other.groups[i].end());
    sort_unique(groups[i]);
  }
  keep_rarest(groups);
  marks = marks == 0 || other.marks == 0 ? Marks{0} : static_cast<Marks>(marks | other.marks);
}

RegexPart RegexPart::letter(char letter) { return {letter, 0}; }
RegexPart RegexPart::word_characters() { return {kWordCharacters, 0}; }
RegexPart RegexPart::digits(Marks marks) { return {kDigits, marks}; }
RegexPart RegexPart::separators(Marks marks) { return {kSeparators, marks}; }
RegexPart RegexPart::other(Marks marks) { return {kOther, marks}; }
RegexPart RegexPart::anything() { return {kAnything, 0}; }

bool RegexPart::is_all(char text) const {
  return !closed_ &&
         std::ranges::all_of(texts_, [text](const std::string& own) { return own == std::string_view(&text, 1); });
}

bool RegexPart::starts_apart() const {
  if (closed_) return starts_apart_;
  return std::ranges::all_of(texts_,
                             [](const std::string& text) { return !text.empty() && is_no_letter(text.front()); });
}

bool RegexPart::ends_apart() const {
  return std::ranges::all_of(texts_,
                             [](const std::string& text) { return !text.empty() && is_no_letter(text.back()); });
}

// Each word that all texts hold is a group. Of the others, the rarest of each text are one, and the second rarest.
std::vector<WordGroup> RegexPart::groups_within() const {
  std::vector<WordGroup> words;  // by text
  for (const std::string& text : texts_) words.push_back(words_in(text));
  std::vector<WordGroup> groups;
  for (const std::string& word : WordGroup(words.front())) {
    const auto holds_word = [&word](const WordGroup& own) { return std::ranges::count(own, word) > 0; };
    if (!std::ranges::all_of(words, holds_word)) continue;
    groups.push_back({word});
    for (WordGroup& own : words) std::erase(own, word);
  }
  for (std::size_t rank = 0; rank < kWordGroups; ++rank) {
    const auto has_rank = [rank](const WordGroup& own) { return rank < own.size(); };
    if (!std::ranges::all_of(words, has_rank)) break;
    WordGroup& group = groups.emplace_back();
    for (const WordGroup& own : words) group.push_back(own[rank]);
    sort_unique(group);
  }
  return groups;
}

Needs RegexPart::needs_within() const {
  Needs needs = needs_;
  needs.and_also({groups_within(), 0});
  return needs;
}

// From here on texts_ are what comes behind; what comes `next` is known by how it starts only.
void RegexPart::close(bool next_starts_apart) {
  const std::string edge(1, ends_apart() || next_starts_apart ? kSeparators : kWordCharacters);
  starts_apart_ = starts_apart();
  closed_words_ = most_words();
  for (std::string& text : texts_) append_simplified(text, edge);
  needs_ = needs_within();
  texts_ = {edge};
  closed_ = true;
}

// Any text that starts and ends like those that may match.
void RegexPart::forget_texts() {
  needs_ = needs_within();
  std::string text(1, kAnything);
  if (starts_apart()) text.insert(text.begin(), kSeparators);
  if (ends_apart()) text += kSeparators;
  texts_ = {std::move(text)};
  closed_ = false;
  closed_words_ = 0;
}

void RegexPart::then(const RegexPart& next) {
  if (next.closed_ || texts_.size() * next.texts_.size() > kMostTexts) close(next.starts_apart());
  if (next.closed_) {
    texts_ = next.texts_;
  } else {
    std::vector<std::string> joined;
    joined.reserve(texts_.size() * next.texts_.size());
    for (const std::string& text : texts_) {
      for (const std::string& more : next.texts_) append_simplified(joined.emplace_back(text), more);
    }
    sort_unique(joined);
    texts_ = std::move(joined);
  }
  closed_words_ = sum(closed_words_, next.closed_words_);
  needs_.and_also(next.needs_);
}

void RegexPart::or_else(RegexPart other) {
  if (closed_) forget_texts();
  if (other.closed_) other.forget_texts();
  needs_ = needs_within();
  needs_.or_else(other.needs_within());
  texts_.insert(texts_.end(), other.texts_.begin(), other.texts_.end());
  sort_unique(texts_);
  if (texts_.size() > kMostTexts) forget_texts();
}

void RegexPart::make_optional() {
  if (closed_) forget_texts();
  needs_ = {};
  texts_.emplace_back();
  sort_unique(texts_);
}

void RegexPart::repeat() {
  if (is_all(kSeparators) || is_all(kDigits) || is_all(kWordCharacters)) return;
  forget_texts();
}

void RegexPart::repeat(std::size_t least, std::size_t most) {
  constexpr std::size_t kMostWritten = 6;
  if (most > kMostWritten) {
    repeat();
    if (least == 0) make_optional();
    return;
  }
  const RegexPart once = std::exchange(*this, {});
  RegexPart optional = once;
  optional.make_optional();
  for (std::size_t i = 0; i < most; ++i) then(i < least ? once : optional);
}

Needs RegexPart::needs() const {
  Needs needs = needs_within();
  const bool near = most_words() != kEndless;
  const std::size_t least = needs.marks == 0 ? 1 : 0;
  const bool tells = !needs.groups.empty() && frequency(needs.groups.front()) < kCommon;
  while (needs.groups.size() > least && !(near && tells) && frequency(needs.groups.back()) >= kCommon) {
    needs.groups.pop_back();
  }
  return needs;
}

std::uint32_t RegexPart::most_words() const {
  std::uint32_t most = 0;
  for (const std::string& text : texts_) most = std::max(most, most_words_in(text));
  return sum(closed_words_, most);
}

}  // namespace hypelint

#include "hypelint/matcher.h"

#include <algorithm>
#include <cstring>
#include <future>
#include <optional>

#include "support/archive.h"
#include "text/phrase_trie.h"
#include "text/phrase_walk.h"
#include "text/regex_set.h"
#include "text/term_compiler.h"
#include "text/word_breaks.h"

namespace hypelint {
namespace {

struct KnownWord {
  std::string_view word;
  bool number = false;
  WordSymbols symbols;
  ReadingSet readings;
  std::vector<NeededGroup> groups;  // of regular expressions
};

Separator separator_between(std::string_view text) {
  Separator result = Separator::Joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || c == '-' || c == '\'' || c == '"' || (c >= '\t' && c <= '\r')) continue;
    if (c == '.' && i == 0) {
      result = Separator::FullStop;
    } else if (c == '&' && result == Separator::Joined) {
      result = Separator::Ampersand;
    } else {
      return Separator::Other;
    }
  }
  return result;
}

}  // namespace

struct Matcher::State {
  std::vector<std::optional<EvidenceKind>> evidence;  // by list
  PhraseTrie trie;
  RegexSet regexes;
  std::vector<std::vector<TermListId>> pattern_lists;
};

namespace {

// The words of a text that were looked up before: an article says most of its words again.
class KnownWords {
 public:
  KnownWords(const PhraseTrie& trie, const RegexIndex& regexes) : trie_(trie), regexes_(regexes), slots_(kSlots) {}

  const KnownWord& find(std::string_view word, bool number) {
    KnownWord& slot = slots_[hash(word) % kSlots];
    if (slot.word != word || slot.number != number) {
      const WordSymbols symbols = trie_.vocabulary().find(word);
      slot = {word, number, symbols, trie_.readings_of(symbols, number), regexes_.groups_of(word)};
    }
    return slot;
  }

 private:
  // Of the ends of the word; a slot is for the last word that came.
  static std::size_t hash(std::string_view word) {
    std::uint32_t head = 0;
    std::uint32_t tail = 0;
    const std::size_t bytes = std::min(word.size(), sizeof head);
    std::memcpy(&head, word.data(), bytes);
    std::memcpy(&tail, word.data() + word.size() - bytes, bytes);
    return (head * 0x9E3779B1U ^ tail * 0x85EBCA6BU ^ static_cast<std::uint32_t>(word.size())) * 0xC2B2AE35U >> 20U;
  }

  static constexpr std::size_t kSlots = 1024;
  const PhraseTrie& trie_;
  const RegexIndex& regexes_;
  std::vector<KnownWord> slots_;
};

struct BlockRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Parts of about as many words each.
std::vector<BlockRange> parts_of(const Text& text, std::size_t parts) {
  const std::vector<std::uint32_t>& first_word = text.block_first_word;
  const auto blocks = static_cast<std::uint32_t>(text.document->blocks.size());
  std::vector<BlockRange> ranges;
  for (std::size_t part = 1; part <= parts; ++part) {
    const auto words = static_cast<std::uint32_t>(text.words.size() * part / parts);
    const auto at = std::lower_bound(first_word.begin(), first_word.begin() + blocks, words);
    const std::uint32_t begin = ranges.empty() ? 0 : ranges.back().end;
    const auto end = part == parts ? blocks : static_cast<std::uint32_t>(at - first_word.begin());
    ranges.push_back({begin, std::max(begin, end)});
  }
  return ranges;
}

void append(Hits& to, const Hits& part) {
  if (!to.first_in_block.empty()) to.first_in_block.pop_back();
  const auto before = static_cast<std::uint32_t>(to.all.size());
  for (const std::uint32_t first : part.first_in_block) to.first_in_block.push_back(before + first);
  to.all.insert(to.all.end(), part.all.begin(), part.all.end());
}

// The order of hits within a block.
bool is_before(const Hit& a, const Hit& b) {
  const auto place = [](const Hit& hit) { return std::uint64_t{hit.span.begin} << 32U | ~hit.span.end; };
  return place(a) != place(b) ? place(a) < place(b) : a.list < b.list;
}

// Scans a part of one text; the buffers live as long as the scan.
class Scan {
 public:
  Scan(const Text& text, const PhraseTrie& trie, const RegexSet& regexes,
       const std::vector<std::vector<TermListId>>& pattern_lists, std::size_t list_count)
      : text_(text),
        trie_(trie),
        regexes_(regexes),
        pattern_lists_(pattern_lists),
        covered_(list_count),
        known_words_(trie, regexes.index()),
        walk_(trie),
        windows_(regexes.index()) {}

  // The hits of some blocks; Hits::first_in_block counts from the first of them.
  Hits run(BlockRange blocks) {
    hits_.first_in_block.reserve(blocks.end - blocks.begin + 1);
    hits_.all.reserve(text_.block_first_word[blocks.end] - text_.block_first_word[blocks.begin]);
    for (block_ = blocks.begin; block_ < blocks.end; ++block_) {
      hits_.first_in_block.push_back(static_cast<std::uint32_t>(hits_.all.size()));
      if (text_.document->blocks[block_].kind != BlockKind::Code) scan_block();
    }
    hits_.first_in_block.push_back(static_cast<std::uint32_t>(hits_.all.size()));
    return std::move(hits_);
  }

 private:
  // Where the last kept hit of a list ends.
  struct Covered {
    std::uint32_t block = UINT32_MAX;
    std::uint32_t end = 0;
  };

  void scan_block() {
    found_.clear();
    match_phrases();
    sort_phrase_hits();
    const auto phrases = static_cast<std::ptrdiff_t>(found_.size());
    match_regexes();
    std::sort(found_.begin() + phrases, found_.end(), is_before);
    std::inplace_merge(found_.begin(), found_.begin() + phrases, found_.end(), is_before);
    keep_longest();
  }

  void look_up_words() {
    words_.words.clear();
    words_.readings.clear();
    const std::string_view text = text_.block_text(block_);
    const std::uint32_t first = text_.block_first_word[block_];
    std::uint32_t end = 0;
    for (const Sentence& sentence : text_.sentences_of(block_)) {
      const std::size_t begin = words_.words.size();
      for (std::uint32_t i = sentence.first_word; i < sentence.end_word; ++i) {
        const Word& word = text_.words[i];
        look_up(text.substr(word.span.begin, word.span.size()), word.kind, i - first,
                separator_between(text.substr(end, word.span.begin - end)));
        end = word.span.end;
      }
      const auto sentence_end = static_cast<std::uint32_t>(words_.words.size());
      for (std::size_t i = begin; i < sentence_end; ++i) words_.words[i].sentence_end = sentence_end;
    }
  }

  void look_up(std::string_view word, WordKind kind, std::uint32_t index, Separator before) {
    if (kind == WordKind::Ideograph) return look_up_characters(word, index, before);
    const KnownWord& known = known_words_.find(word, kind == WordKind::Number);
    words_.words.push_back({known.symbols, 0, index, before, kind == WordKind::Number});
    words_.readings.push_back(known.readings);
    windows_.meet(known.groups, index);
  }

  void look_up_characters(std::string_view word, std::uint32_t index, Separator before) {
    windows_.meet(regexes_.index().groups_of(word), index);
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t end = next_character(word, at);
      const WordSymbols symbols = trie_.vocabulary().find_character(word.substr(at, end - at));
      words_.words.push_back(
          {symbols, 0, index, at == 0 ? before : Separator::Joined, false, at == 0, end == word.size()});
      words_.readings.push_back(trie_.readings_of(symbols, false));
      at = end;
    }
  }

  void match_phrases() {
    look_up_words();
    phrase_hits_.clear();
    walk_.run(words_, phrase_hits_);
    const std::uint32_t first = text_.block_first_word[block_];
    for (const PhraseHit& hit : phrase_hits_) {
      const std::uint32_t first_word = first + words_.words[hit.first_word].word;
      const std::uint32_t last_word = first + words_.words[hit.end_word - 1].word;
      const TextSpan span = {text_.words[first_word].span.begin, text_.words[last_word].span.end - hit.possessive};
      found_.push_back({hit.list, block_, span, 0, first_word, last_word + 1});
    }
  }

  void match_regexes() {
    regex_hits_.clear();
    regexes_.match(text_.block_text(block_), text_.words_of(block_), windows_, regex_hits_);
    for (const RegexHit& hit : regex_hits_) {
      const std::uint32_t first = text_.word_at(block_, hit.span.begin);
      const std::uint32_t end = std::max(first, text_.word_at(block_, hit.span.end - 1));
      const bool holds_last = end < text_.block_first_word[block_ + 1] && text_.words[end].span.begin < hit.span.end;
      for (const TermListId list : pattern_lists_[hit.pattern]) {
        found_.push_back({list, block_, hit.span, 0, first, end + (holds_last ? 1 : 0)});
      }
    }
  }

  // Phrases come by their first word; the order is theirs among those that share it.
  void sort_phrase_hits() {
    for (auto begin = found_.begin(); begin != found_.end();) {
      const auto end =
          std::find_if(begin, found_.end(), [begin](const Hit& hit) { return hit.span.begin != begin->span.begin; });
      std::sort(begin, end, is_before);
      begin = end;
    }
  }

  void keep_longest() {
    const std::span<const Sentence> sentences = text_.sentences_of(block_);
    std::uint32_t sentence = 0;
    for (Hit& hit : found_) {
      Covered& covered = covered_[hit.list];
      if (covered.block == block_ && hit.span.end <= covered.end) continue;
      covered = {block_, hit.span.end};
      while (sentence + 1 < sentences.size() && sentences[sentence + 1].span.begin <= hit.span.begin) ++sentence;
      hit.sentence = text_.block_first_sentence[block_] + sentence;
      hits_.all.push_back(hit);
    }
  }

  const Text& text_;
  const PhraseTrie& trie_;
  const RegexSet& regexes_;
  const std::vector<std::vector<TermListId>>& pattern_lists_;
  std::vector<Covered> covered_;  // by list
  KnownWords known_words_;
  DocumentWords words_;
  PhraseWalk walk_;
  std::vector<PhraseHit> phrase_hits_;
  RegexWindows windows_;
  std::vector<RegexHit> regex_hits_;
  std::vector<Hit> found_;
  std::uint32_t block_ = 0;
  Hits hits_;
};

}  // namespace

std::span<const Hit> Hits::in_block(std::uint32_t block) const {
  return std::span<const Hit>(all).subspan(first_in_block[block], first_in_block[block + 1] - first_in_block[block]);
}

Matcher::Matcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

Result<Matcher> Matcher::build(const std::vector<TermList>& lists) {
  auto terms = compile_terms(lists);
  if (!terms) return terms.errors();
  std::vector<std::optional<EvidenceKind>> evidence;
  evidence.reserve(lists.size());
  std::vector<bool> wanted;
  wanted.reserve(lists.size());
  for (const TermList& list : lists) {
    evidence.push_back(list.evidence);
    wanted.push_back(list.wanted);
  }
  CompiledTerms compiled = std::move(terms).value();
  PhraseTrie trie(compiled.phrases, wanted);
  return Matcher(
      std::unique_ptr<State>(new State{std::move(evidence), std::move(trie), RegexSet(std::move(compiled.patterns)),
                                       std::move(compiled.pattern_lists)}));
}

std::string Matcher::save() const {
  ArchiveWriter archive;
  archive(state_->regexes.patterns(), state_->regexes.index(), state_->pattern_lists, state_->evidence, state_->trie);
  return archive.take();
}

std::optional<Matcher> Matcher::restore(std::string_view bytes) {
  ArchiveReader archive(bytes);
  std::vector<std::string> patterns;
  RegexIndex index;
  State state;
  archive(patterns, index, state.pattern_lists, state.evidence, state.trie);
  if (!archive.complete() || patterns.size() != state.pattern_lists.size() || patterns.size() != index.size()) {
    return std::nullopt;
  }
  state.regexes = RegexSet(std::move(patterns), std::move(index));
  return Matcher(std::make_unique<State>(std::move(state)));
}

std::size_t Matcher::list_count() const { return state_->evidence.size(); }

Hits Matcher::scan(const Text& text, std::size_t threads) const {
  constexpr std::size_t kLeastWords = 50'000;  // for which a thread is worth its start
  const std::size_t parts =
      std::clamp<std::size_t>(text.words.size() / kLeastWords, 1, std::max<std::size_t>(threads, 1));
  const auto scan_part = [this, &text](BlockRange blocks) {
    return Scan(text, state_->trie, state_->regexes, state_->pattern_lists, state_->evidence.size()).run(blocks);
  };
  const std::vector<BlockRange> ranges = parts_of(text, parts);
  constexpr std::launch kIfPossible = std::launch::async | std::launch::deferred;  // here, where no thread can be had
  std::vector<std::future<Hits>> others;
  for (std::size_t part = 1; part < ranges.size(); ++part)
    others.push_back(std::async(kIfPossible, scan_part, ranges[part]));
  Hits hits = scan_part(ranges.front());
  for (std::future<Hits>& other : others) append(hits, other.get());
  hits.evidence = &state_->evidence;
  return hits;
}

}  // namespace hypelint

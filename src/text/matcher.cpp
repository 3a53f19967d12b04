#include "hypelint/matcher.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "text/nearest_name.h"
#include "text/phrase.h"
#include "text/phrase_trie.h"
#include "text/regex_check.h"
#include "text/regex_set.h"

namespace hypelint {
namespace {

// Everything that Matcher::build finds out about the terms before it compiles them.
class TermCompiler {
 public:
  explicit TermCompiler(const std::vector<TermList>& lists)
      : lists_(lists), phrases_(lists.size()), own_(lists.size()) {
    for (TermListId id = 0; id < lists_.size(); ++id) {
      by_name_.emplace(lists_[id].name, id);
      names_.push_back(lists_[id].name);
    }
    for (TermListId id = 0; id < lists_.size(); ++id) parse_list(id);
    if (errors_.empty()) check_cycles();
    if (errors_.empty()) check_references();
    regexes_.compile();
  }

  [[nodiscard]] const Errors& errors() const { return errors_; }
  [[nodiscard]] const std::vector<std::vector<Phrase>>& phrases() const { return phrases_; }
  RegexSet take_regexes() { return std::move(regexes_); }

  // For each pattern of the set, the lists that hold it, be it through a term that is just `@name`.
  [[nodiscard]] std::vector<std::vector<TermListId>> pattern_lists() const {
    std::vector<std::vector<TermListId>> result(patterns_.size());
    for (TermListId id = 0; id < lists_.size(); ++id) {
      for (const std::uint32_t pattern : patterns_of(id)) result[pattern].push_back(id);
    }
    return result;
  }

 private:
  struct Own {
    std::vector<std::uint32_t> patterns;
    std::vector<TermListId> includes;                        // terms that are just `@name`
    std::vector<std::pair<TermListId, std::size_t>> inside;  // lists named inside a phrase, and by which term
    std::vector<std::size_t> terms;                          // the term of each phrase
  };

  void report(TermListId id, std::size_t term, std::string message) {
    errors_.push_back({ErrorCode::RulePack, std::move(message), lists_[id].path, lists_[id].terms[term].where});
  }
  void report_term(TermListId id, std::size_t term, const std::string& message) {
    report(id, term, "term `" + lists_[id].terms[term].text + "` of `" + lists_[id].name + "`: " + message);
  }

  void parse_list(TermListId id) {
    for (std::size_t term = 0; term < lists_[id].terms.size(); ++term) {
      const std::string& text = lists_[id].terms[term].text;
      if (is_regex_term(text)) {
        add_regex(id, term, regex_of(text));
      } else {
        add_phrase(id, term, parse_phrase(text));
      }
    }
  }

  void add_regex(TermListId id, std::size_t term, std::string_view pattern) {
    if (has_word_gap(pattern)) {
      return report_term(id, term,
                         "a regular expression cannot repeat whole words or `.` as a gap; write a phrase with ~N");
    }
    const auto [known, added] = patterns_.emplace(std::string(pattern), static_cast<std::uint32_t>(patterns_.size()));
    if (added) {
      if (const auto fault = regexes_.add(pattern)) {
        patterns_.erase(known);
        return report_term(id, term, "bad regular expression: " + *fault);
      }
    }
    own_[id].patterns.push_back(known->second);
  }

  void add_phrase(TermListId id, std::size_t term, std::variant<Phrase, std::string> parsed) {
    if (const auto* fault = std::get_if<std::string>(&parsed)) return report_term(id, term, *fault);
    Phrase& phrase = std::get<Phrase>(parsed);
    const bool alone = phrase.chunks.size() == 1 && phrase.chunks[0].size() == 1 && phrase.chunks[0][0].size() == 1;
    bool resolved = true;
    for (PhraseChunk& chunk : phrase.chunks) {
      for (PhraseSequence& sequence : chunk) {
        for (PhraseToken& token : sequence) {
          if (token.kind == PhraseToken::Kind::Reference) resolved &= resolve(id, term, token, alone);
        }
      }
    }
    if (!resolved) return;
    phrases_[id].push_back(std::move(phrase));
    own_[id].terms.push_back(term);
  }

  bool resolve(TermListId id, std::size_t term, PhraseToken& token, bool alone) {
    const auto found = by_name_.find(token.text);
    if (found == by_name_.end()) {
      const auto near = nearest_name(token.text, names_);
      report(id, term, "unknown lexicon `@" + token.text + "`" + (near ? "; did you mean `@" + *near + "`?" : ""));
      return false;
    }
    token.list = found->second;
    if (alone) {
      own_[id].includes.push_back(token.list);
    } else {
      own_[id].inside.emplace_back(token.list, term);
    }
    return true;
  }

  enum class Visit : std::uint8_t { Unseen, Open, Done };

  void check_cycles() {
    std::vector<Visit> visits(lists_.size(), Visit::Unseen);
    for (TermListId id = 0; id < lists_.size(); ++id) {
      std::vector<TermListId> path;
      visit(id, visits, path);
    }
  }

  void visit(TermListId id, std::vector<Visit>& visits, std::vector<TermListId>& path) {
    if (visits[id] == Visit::Done) return;
    path.push_back(id);
    if (visits[id] == Visit::Open) {
      report_cycle(path);
    } else {
      visits[id] = Visit::Open;
      for (const TermListId next : own_[id].includes) visit(next, visits, path);
      for (const auto& [next, term] : own_[id].inside) visit(next, visits, path);
      visits[id] = Visit::Done;
    }
    path.pop_back();
  }

  void report_cycle(const std::vector<TermListId>& path) {
    std::string chain;
    for (auto at = std::find(path.begin(), path.end(), path.back()); at != path.end(); ++at) {
      chain += (chain.empty() ? "`@" : " -> `@") + lists_[*at].name + "`";
    }
    report(path.back(), 0, "lexicons refer to each other in a circle: " + chain);
  }

  void check_references() {
    for (TermListId id = 0; id < lists_.size(); ++id) {
      for (const auto& [used, term] : own_[id].inside) {
        if (!patterns_of(used).empty()) {
          report_term(id, term,
                      "`@" + lists_[used].name + "` holds a regular expression and cannot stand inside a phrase");
        }
      }
      check_counts(id);
    }
  }

  void check_counts(TermListId id) {
    for (std::size_t i = 0; i < phrases_[id].size(); ++i) {
      const Phrase& phrase = phrases_[id][i];
      const bool alone = phrase.chunks.size() == 1 && phrase.chunks[0].size() == 1;
      if (!alone && count(phrase) > kMostExpansions) {
        report_term(id, own_[id].terms[i], "stands for more than 20,000 word sequences; split it into several terms");
      }
    }
  }

  // Word sequences that a phrase stands for; anything above the limit counts as one above it.
  std::size_t count(const Phrase& phrase) {
    std::size_t product = 1;
    for (const PhraseChunk& chunk : phrase.chunks) {
      std::size_t sum = 0;
      for (const PhraseSequence& sequence : chunk) sum = capped(sum + count(sequence));
      product = capped(product * sum);
    }
    return product;
  }
  std::size_t count(const PhraseSequence& sequence) {
    std::size_t product = 1;
    for (const PhraseToken& token : sequence) {
      if (token.kind == PhraseToken::Kind::Reference) product = capped(product * count(token.list));
    }
    return product;
  }
  std::size_t count(TermListId list) {
    const auto known = counts_.find(list);
    if (known != counts_.end()) return known->second;
    std::size_t sum = 0;
    for (const Phrase& phrase : phrases_[list]) sum = capped(sum + count(phrase));
    return counts_[list] = sum;
  }
  static std::size_t capped(std::size_t value) { return std::min(value, kMostExpansions + 1); }

  [[nodiscard]] std::set<std::uint32_t> patterns_of(TermListId id) const {
    std::set<std::uint32_t> result;
    std::set<TermListId> seen;
    collect_patterns(id, seen, result);
    return result;
  }
  void collect_patterns(TermListId id, std::set<TermListId>& seen, std::set<std::uint32_t>& into) const {
    if (!seen.insert(id).second) return;
    into.insert(own_[id].patterns.begin(), own_[id].patterns.end());
    for (const TermListId next : own_[id].includes) collect_patterns(next, seen, into);
  }

  const std::vector<TermList>& lists_;
  std::unordered_map<std::string, TermListId> by_name_;
  std::vector<std::string_view> names_;
  std::vector<std::vector<Phrase>> phrases_;
  std::vector<Own> own_;
  std::map<std::string, std::uint32_t> patterns_;
  std::unordered_map<TermListId, std::size_t> counts_;
  RegexSet regexes_;
  Errors errors_;
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
  std::vector<TermList> lists;
  std::vector<std::optional<EvidenceKind>> evidence;  // by list
  PhraseTrie trie;
  RegexSet regexes;
  std::vector<std::vector<TermListId>> pattern_lists;
};

namespace {

// Scans one text; the buffers live as long as the scan.
class Scan {
 public:
  Scan(const Text& text, const PhraseTrie& trie, const RegexSet& regexes,
       const std::vector<std::vector<TermListId>>& pattern_lists, std::size_t list_count)
      : text_(text), trie_(trie), regexes_(regexes), pattern_lists_(pattern_lists), covered_(list_count) {}

  Hits run() {
    const auto blocks = static_cast<std::uint32_t>(text_.document->blocks.size());
    hits_.first_in_block.reserve(blocks + 1);
    for (block_ = 0; block_ < blocks; ++block_) {
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
    match_regexes();
    keep_longest();
  }

  void look_up_words() {
    words_.clear();
    const std::string_view text = text_.block_text(block_);
    const std::uint32_t first = text_.block_first_word[block_];
    std::uint32_t end = 0;
    for (const Sentence& sentence : text_.sentences_of(block_)) {
      for (std::uint32_t i = sentence.first_word; i < sentence.end_word; ++i) {
        const Word& word = text_.words[i];
        words_.push_back({trie_.vocabulary().find(text.substr(word.span.begin, word.span.size())),
                          sentence.end_word - first, separator_between(text.substr(end, word.span.begin - end)),
                          word.kind == WordKind::Number});
        end = word.span.end;
      }
    }
  }

  void match_phrases() {
    look_up_words();
    phrase_hits_.clear();
    trie_.match(words_, phrase_hits_);
    const std::uint32_t first = text_.block_first_word[block_];
    for (const PhraseHit& hit : phrase_hits_) {
      const TextSpan span = {text_.words[first + hit.first_word].span.begin,
                             text_.words[first + hit.end_word - 1].span.end - hit.possessive};
      found_.push_back({hit.list, block_, span, 0, first + hit.first_word, first + hit.end_word});
    }
  }

  void match_regexes() {
    regex_hits_.clear();
    regexes_.match(text_.block_text(block_), text_.words_of(block_), regex_hits_);
    for (const RegexHit& hit : regex_hits_) {
      const std::uint32_t first = text_.word_at(block_, hit.span.begin);
      const std::uint32_t end = std::max(first, text_.word_at(block_, hit.span.end - 1));
      const bool holds_last = end < text_.block_first_word[block_ + 1] && text_.words[end].span.begin < hit.span.end;
      for (const TermListId list : pattern_lists_[hit.pattern]) {
        found_.push_back({list, block_, hit.span, 0, first, end + (holds_last ? 1 : 0)});
      }
    }
  }

  void keep_longest() {
    std::sort(found_.begin(), found_.end(), [](const Hit& a, const Hit& b) {
      if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
      if (a.span.end != b.span.end) return a.span.end > b.span.end;
      return a.list < b.list;
    });
    for (Hit& hit : found_) {
      Covered& covered = covered_[hit.list];
      if (covered.block == block_ && hit.span.end <= covered.end) continue;
      covered = {block_, hit.span.end};
      hit.sentence = text_.sentence_at(block_, hit.span.begin);
      hits_.all.push_back(hit);
    }
  }

  const Text& text_;
  const PhraseTrie& trie_;
  const RegexSet& regexes_;
  const std::vector<std::vector<TermListId>>& pattern_lists_;
  std::vector<Covered> covered_;  // by list
  std::vector<DocumentWord> words_;
  std::vector<PhraseHit> phrase_hits_;
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

Result<Matcher> Matcher::build(std::vector<TermList> lists) {
  TermCompiler compiler(lists);
  if (!compiler.errors().empty()) return compiler.errors();
  std::vector<std::optional<EvidenceKind>> evidence;
  for (const TermList& list : lists) evidence.push_back(list.evidence);
  PhraseTrie trie(compiler.phrases());
  auto pattern_lists = compiler.pattern_lists();
  auto state = std::unique_ptr<State>(new State{std::move(lists), std::move(evidence), std::move(trie),
                                                compiler.take_regexes(), std::move(pattern_lists)});
  return Matcher(std::move(state));
}

Hits Matcher::scan(const Text& text) const {
  Hits hits = Scan(text, state_->trie, state_->regexes, state_->pattern_lists, state_->lists.size()).run();
  hits.evidence = &state_->evidence;
  return hits;
}

const std::vector<TermList>& Matcher::lists() const { return state_->lists; }

}  // namespace hypelint

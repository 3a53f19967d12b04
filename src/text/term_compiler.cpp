#include "text/term_compiler.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include "text/nearest_name.h"
#include "text/regex_check.h"
#include "text/regex_set.h"

namespace hypelint {
namespace {

// The term, or the beginning of a long one.
std::string shown(const std::string& term) {
  constexpr std::size_t kMostShown = 80;
  if (term.size() <= kMostShown) return term;
  std::size_t end = kMostShown;
  while (end > 0 && (static_cast<unsigned char>(term[end]) & 0xC0) == 0x80) --end;
  return term.substr(0, end) + " ...";
}

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
  }

  [[nodiscard]] const Errors& errors() const { return errors_; }
  CompiledTerms take() { return {std::move(phrases_), patterns(), pattern_lists()}; }

 private:
  [[nodiscard]] std::vector<std::vector<TermListId>> pattern_lists() const {
    std::vector<std::vector<TermListId>> result(patterns_.size());
    for (TermListId id = 0; id < lists_.size(); ++id) {
      if (!lists_[id].wanted) continue;
      for (const std::uint32_t pattern : patterns_of(id)) result[pattern].push_back(id);
    }
    return result;
  }

  [[nodiscard]] std::vector<std::string> patterns() const {
    std::vector<std::string> result(patterns_.size());
    for (const auto& [pattern, number] : patterns_) result[number] = pattern;
    return result;
  }

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
    report(id, term, "term `" + shown(lists_[id].terms[term].text) + "` of `" + lists_[id].name + "`: " + message);
  }

  void parse_list(TermListId id) {
    for (std::size_t term = 0; term < lists_[id].terms.size(); ++term) {
      const std::string& text = lists_[id].terms[term].text;
      if (is_regex_term(text)) {
        add_regex(id, term, folded_regex(regex_of(text)));
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
      if (const auto fault = regex_fault(pattern)) {
        patterns_.erase(known);
        return report_term(id, term, "bad regular expression: " + *fault);
      }
    }
    own_[id].patterns.push_back(known->second);
  }

  void add_phrase(TermListId id, std::size_t term, std::variant<Phrase, std::string> parsed) {
    if (const auto* fault = std::get_if<std::string>(&parsed)) return report_term(id, term, *fault);
    Phrase& phrase = std::get<Phrase>(parsed);
    const bool alone = !phrase.at_start && phrase.chunks.size() == 1 && phrase.chunks[0].size() == 1 &&
                       phrase.chunks[0][0].size() == 1;
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
  Errors errors_;
};

}  // namespace

Result<CompiledTerms> compile_terms(const std::vector<TermList>& lists) {
  TermCompiler compiler(lists);
  if (!compiler.errors().empty()) return compiler.errors();
  return compiler.take();
}

}  // namespace hypelint

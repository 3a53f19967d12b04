// Matcher::scan finds what the plain way finds, hit for hit: with the rule packs on the fixtures and on the articles
// of the folder that HYPELINT_CORPUS names, and with random terms on random texts.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "corpus/articles.h"
#include "corpus/plain_matcher.h"
#include "hypelint/document.h"
#include "hypelint/matcher.h"
#include "hypelint/rule_pack.h"
#include "hypelint/source.h"
#include "hypelint/text.h"
#include "support/built_in_packs.h"
#include "text/phrase.h"
#include "text/regex_check.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

auto fields_of(const Hit& hit) {
  return std::tuple(hit.block, hit.span.begin, ~hit.span.end, hit.list, hit.sentence, hit.first_word, hit.end_word);
}

std::string shown(const Hit& hit, const Text& text, const std::vector<TermList>& lists) {
  return "`" + lists[hit.list].name + "` in block " + std::to_string(hit.block) + " at " +
         std::to_string(hit.span.begin) + ".." + std::to_string(hit.span.end) + ", sentence " +
         std::to_string(hit.sentence) + ", words " + std::to_string(hit.first_word) + ".." +
         std::to_string(hit.end_word) + ": \"" +
         std::string(text.block_text(hit.block).substr(hit.span.begin, hit.span.size())) + "\" of \"" +
         std::string(text.text_of(text.sentences[hit.sentence])) + "\"";
}

// The first difference of two sorted lists of hits; empty if they are equal.
std::string difference(const std::vector<Hit>& fast, const std::vector<Hit>& plain, const Text& text,
                       const std::vector<TermList>& lists) {
  const auto same = [](const Hit& a, const Hit& b) { return fields_of(a) == fields_of(b); };
  const auto [ours, theirs] = std::ranges::mismatch(fast, plain, same);
  const bool more = ours != fast.end();
  const bool missing = theirs != plain.end();
  if (!more && !missing) return {};
  const bool both = more && missing;
  std::string message;
  if (more && (!both || fields_of(*ours) < fields_of(*theirs))) {
    message = "only Matcher::scan finds " + shown(*ours, text, lists);
    if (both) message += "; the plain way goes on with " + shown(*theirs, text, lists);
  } else {
    message = "only the plain way finds " + shown(*theirs, text, lists);
    if (both) message += "; Matcher::scan goes on with " + shown(*ours, text, lists);
  }
  return message;
}

// The blocks have the hits that stand in them.
bool divided_by_block(const Hits& hits, std::size_t blocks) {
  if (hits.first_in_block.size() != blocks + 1) return false;
  for (std::uint32_t block = 0; block < blocks; ++block) {
    for (const Hit& hit : hits.in_block(block)) {
      if (hit.block != block) return false;
    }
  }
  return hits.first_in_block.front() == 0 && hits.first_in_block.back() == hits.all.size();
}

struct Lists {
  std::vector<TermList> lists;
  Matcher matcher;

  explicit Lists(std::vector<TermList> from) : lists(std::move(from)), matcher(built(lists)) {}

  [[nodiscard]] std::string difference_from(const std::vector<Hit>& plain, const Text& text) const {
    const Hits hits = matcher.scan(text);
    if (!divided_by_block(hits, text.document->blocks.size())) return "hits are not divided by block";
    return difference(hits.all, plain, text, lists);
  }

  static Matcher built(const std::vector<TermList>& lists) {
    auto matcher = Matcher::build(lists);
    if (!matcher) throw std::runtime_error(to_string(matcher.errors().front()));
    return std::move(matcher).value();
  }
};

std::vector<TermList> all_wanted(std::vector<TermList> lists) {
  for (TermList& list : lists) list.wanted = true;
  return lists;
}

// The hits of the wanted lists: whether others are wanted does not change them.
std::vector<Hit> wanted_of(std::vector<Hit> hits, const std::vector<TermList>& lists) {
  std::erase_if(hits, [&](const Hit& hit) { return !lists[hit.list].wanted; });
  return hits;
}

void check_articles(const std::vector<std::string>& paths) {
  const Lists pack(testing::built_in_pack().lists);
  const Lists everything(all_wanted(pack.lists));
  PlainMatcher plain(everything.lists);
  std::size_t hits = 0;
  for (const std::string& path : paths) {
    const auto source = load_source(path);
    ASSERT_TRUE(source.ok()) << path;
    const Document document = parse(source.value());
    const Text text = segment(document);
    const std::vector<Hit> expected = plain.scan(text);
    EXPECT_EQ(everything.difference_from(expected, text), "") << path << ", every list wanted";
    EXPECT_EQ(pack.difference_from(wanted_of(expected, pack.lists), text), "") << path;
    hits += expected.size();
  }
  EXPECT_GE(hits, paths.size());
}

TEST(PlainMatching, FindsTheSameInFixtures) {
  const auto paths = articles_below(fs::path(HYPELINT_SOURCE_DIR) / "fixtures");
  ASSERT_GE(paths.size(), 20u);
  check_articles(paths);
}

TEST(PlainMatching, FindsTheSameInCorpus) {
  const char* corpus = std::getenv("HYPELINT_CORPUS");
  if (corpus == nullptr) GTEST_SKIP() << "HYPELINT_CORPUS names no folder of articles";
  const auto paths = articles_below(corpus);
  ASSERT_FALSE(paths.empty()) << corpus;
  check_articles(paths);
}

// What random terms and texts are made of.
constexpr const char* kTermWords[] = {
    "a",      "a",         "a",       "b",   "b",        "b",   "c", "a's", "b's", "abc",  "abc*",          "abcd*",
    "abc(s)", "ab(c|cd|)", "(a|b)-c", "a-b", "{number}", "two", "5", "最",  "好",  "最好", "\u00e9t\u00e9", "strasse"};
constexpr const char* kAbbreviations[] = {"a.", "b.", "a.b."};
constexpr const char* kExpressions[] = {"/a\\s*b/", "/abc?/", "/[ab]'s/", "/\\bb( a)?\\b/", "/&/",
                                        "/最好?/",  "/^a b/", "/[^5]b/",  "/c?[ -]?a b/",   "/two|5 ?a/"};
// Of random regular expressions.
constexpr const char* kAtoms[] = {
    "a",    "b",     "sk",     "abc",         "AB",  "(?-i:B)", "(?-i:Ab)", "\\w",      "\\d",       "[A-Z]", "[ab]",
    "[^a]", "[a5-]", "[\\w-]", "(?-i:[A-C])", "\\b", "\\W",     "\\s",      " ",        " ",         " ",     "-",
    "'",    ",",     "5",      "%",           "é",   "最",      "[一-龥]",  "\\x{17f}", "(?-i:a|B)", "$",     "."};
// So many that their sequences are not spelled out.
constexpr const char* kWideAtom =
    "(?:a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z|ab|abc|abcs|sk|a b|ab |, a|5)";
constexpr const char* kQuantifiers[] = {"", "", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,3}", "{2,}", "+?"};
constexpr const char* kTextWords[] = {
    "a",    "a",       "a",      "b",   "b",     "c",  "A",  "B",    "a's",    "b's",           "B\u2019S",
    "abc",  "\u017Fk", "\u212A", "s",   "SK",    "Ab", "AB", "5%",   "5a",     "a_b",           "abcd",
    "abcs", "abcd's",  "5",      "two", "two's", "最", "好", "最好", "最好的", "\u00c9t\u00e9", "stra\u00dfe"};
constexpr const char* kSeparators[] = {" ", " ",   " ", " ",  " ",    " ",  "-",  ", ", ". ",
                                       ".", " & ", "&", "&&", ". & ", "\"", "' ", "",   "。"};

// Random lists of terms and texts of the same few words.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}

  // The lists behind a list may stand inside its terms; only the first list holds regular expressions.
  std::vector<TermList> lists() {
    std::vector<TermList> lists(1 + below(4));
    for (std::size_t i = 0; i < lists.size(); ++i) {
      lists[i].name = name(i);
      lists[i].wanted = i == 0 || below(4) > 0;
      for (std::size_t terms = 1 + below(4); lists[i].terms.size() < terms;) {
        const std::string term = (below(8) == 0 ? "^ " : "") + this->term(i, lists.size());
        const auto parsed = parse_phrase(term);
        const bool regex = is_regex_term(term);
        if (regex ? i == 0 : std::holds_alternative<Phrase>(parsed)) lists[i].terms.push_back({term, {}});
      }
    }
    return lists;
  }

  // A single list of regular expressions.
  std::vector<TermList> expressions() {
    std::vector<TermList> lists(1);
    lists[0].name = name(0);
    for (std::size_t terms = 1 + below(6); lists[0].terms.size() < terms;) {
      const std::string pattern = (below(8) == 0 ? "^" : "") + expression(2 + below(5));
      if (!has_word_gap(pattern) && RE2(pattern, RE2::Quiet).ok()) lists[0].terms.push_back({"/" + pattern + "/", {}});
    }
    return lists;
  }

  Document document() {
    Document document;
    for (std::size_t blocks = 1 + below(3); document.blocks.size() < blocks;) {
      Block block;
      block.kind = below(8) == 0 ? BlockKind::Code : BlockKind::Paragraph;
      block.text = text();
      document.blocks.push_back(std::move(block));
    }
    return document;
  }

 private:
  static std::string name(std::size_t list) { return "list-" + std::to_string(list); }

  std::size_t below(std::size_t end) { return random_() % end; }
  template <std::size_t N>
  std::string one_of(const char* const (&choices)[N]) {
    return choices[below(N)];
  }

  std::string text() {
    std::string text;
    for (std::size_t words = 3 + below(15); words > 0; --words) {
      text += one_of(kTextWords);
      text += one_of(kSeparators);
    }
    return text;
  }

  std::string word() { return below(10) == 0 ? one_of(kAbbreviations) : one_of(kTermWords); }

  std::string choice(std::size_t list, std::size_t lists) {
    ++depth_;
    std::string text;
    for (std::size_t branches = 2 + below(5); branches > 0; --branches) {
      text += sequence(list, lists, 1 + below(2)) + (branches > 1 ? "|" : "");
    }
    --depth_;
    return text;
  }

  std::string item(std::size_t list, std::size_t lists) {
    const std::size_t kind = depth_ < 2 ? below(12) : 2 + below(10);  // groups are the first two
    if (kind == 0) return "(" + choice(list, lists) + ")";
    if (kind == 1) return "[" + choice(list, lists) + "]";
    if (kind == 2) return "[" + word() + "]";
    if (kind == 3) return "~" + std::to_string(1 + below(3));
    if (kind == 4) return "&";
    if (kind < 7 && list + 1 < lists) return "@" + name(list + 1 + below(lists - list - 1));
    return word();
  }

  std::string sequence(std::size_t list, std::size_t lists, std::size_t items) {
    std::string text;
    for (; items > 0; --items) text += item(list, lists) + (items > 1 ? " " : "");
    return text;
  }

  std::string expression(std::size_t items) {
    ++depth_;
    std::string text;
    for (; items > 0; --items) {
      const bool group = depth_ < 3 && below(6) == 0;
      const std::string single = below(8) == 0 ? kWideAtom : one_of(kAtoms);
      const std::string atom = group ? "(?:" + expression(1 + below(3)) + ")" : single;
      const bool letters = atom.size() > 1 && atom[0] >= 'A';
      text += (letters ? "(?:" + atom + ")" : atom) + (atom == "\\b" || atom == "$" ? "" : one_of(kQuantifiers));
      if (depth_ > 1 && items > 1 && below(2) == 0) text += "|";
    }
    --depth_;
    return text;
  }

  std::string term(std::size_t list, std::size_t lists) {
    if (list == 0 && below(12) == 0) return one_of(kExpressions);
    return sequence(list, lists, 1 + below(4));
  }

  std::mt19937 random_;
  int depth_ = 0;  // of groups
};

std::string shown(const std::vector<TermList>& lists) {
  std::string text;
  for (const TermList& list : lists) {
    text += list.name + (list.wanted ? ":" : " (not wanted):");
    for (const Term& term : list.terms) text += " `" + term.text + "`";
    text += "\n";
  }
  return text;
}

// On some random texts; how many hits there were.
std::size_t check_random(const std::vector<TermList>& lists, Dice& dice, int texts) {
  const Lists random(lists);
  PlainMatcher plain(random.lists);
  std::size_t hits = 0;
  for (int i = 0; i < texts; ++i) {
    const Document document = dice.document();
    const Text text = segment(document);
    const std::vector<Hit> expected = plain.scan(text);
    hits += expected.size();
    EXPECT_EQ(random.difference_from(expected, text), "") << shown(random.lists);
  }
  return hits;
}

TEST(PlainMatching, FindsTheSameWithRandomTerms) {
  constexpr int kRounds = 4000;
  Dice dice(20);
  std::size_t hits = 0;
  int refused = 0;  // too many word sequences
  for (int round = 0; round < kRounds && !::testing::Test::HasFailure(); ++round) {
    const std::vector<TermList> lists = dice.lists();
    if (Matcher::build(lists)) {
      hits += check_random(lists, dice, 4);
    } else {
      ++refused;
    }
  }
  EXPECT_GE(hits, static_cast<std::size_t>(kRounds));
  EXPECT_LE(refused, kRounds / 4);
}

TEST(PlainMatching, FindsTheSameWithRandomExpressions) {
  constexpr int kRounds = 3000;
  Dice dice(21);
  std::size_t hits = 0;
  for (int round = 0; round < kRounds && !::testing::Test::HasFailure(); ++round) {
    hits += check_random(dice.expressions(), dice, 6);
  }
  EXPECT_GE(hits, static_cast<std::size_t>(kRounds));
}

}  // namespace
}  // namespace hypelint

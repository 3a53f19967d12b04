#include "hypelint/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "support/marked_text.h"
#include "text/make_document.h"

namespace hypelint {
namespace {

TermList list(std::string name, const std::vector<std::string>& terms) {
  TermList result{std::move(name), "lexicon.toml", {}, {}};
  for (std::size_t i = 0; i < terms.size(); ++i) result.terms.push_back({terms[i], {i + 1, 1}});
  return result;
}

// The text with the hits of list 0 marked.
std::string marked(const Matcher& matcher, const std::string& text) {
  const Document document = make_document({text});
  const Text segmented = segment(document);
  std::string result = text;
  const Hits hits = matcher.scan(segmented);
  std::vector<std::pair<std::uint32_t, const char*>> marks;
  for (const Hit& hit : hits.all) {
    if (hit.list != 0) continue;
    marks.emplace_back(hit.span.begin, "[[");
    marks.emplace_back(hit.span.end, "]]");
  }
  std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [at, mark] : marks) result.insert(at, mark);
  return result;
}

struct Row {
  const char* term;
  const char* marked;
};

constexpr Row kRows[] = {
    {"leading clinic", "A [[Leading clinic]] here."},
    {"leading clinic", "The [[leading-clinic]] model."},
    {"leading clinic", "A [[leading \"clinic]]\" here."},
    {"leading clinic", "leading, clinic"},
    {"leading clinic", "leading / clinic"},
    {"leading clinic", "We are leading. Clinic hours vary."},
    {"leading clinic", "misleading clinic, leading clinics"},
    {"clinic", "The [[clinic]]'s staff of the [[clinic]]"},
    {"clinic staff", "The [[clinic's staff]] here"},
    {"alzheimer's disease", "of [[Alzheimer's disease]] now"},
    {"cutting-edge", "[[cutting edge]] or [[cutting-edge]] or cuttingedge"},
    {"clinic(s)", "[[clinic]] [[clinics]] clinician"},
    {"pioneer(ed|ing|)", "[[pioneer]] [[pioneered]] [[pioneering]] pioneers"},
    {"pioneer(ed|ing)", "pioneer [[pioneered]]"},
    {"(big|giant) leap", "[[big leap]] [[giant leap]] leap"},
    {"(big|really giant) leap", "a [[really giant leap]]"},
    {"leading (clinic|hospital)(s)", "[[leading clinic]] [[leading hospitals]]"},
    {"(treat|cur)ing", "[[treating]] and [[curing]]"},
    {"(un|non-)proven", "[[unproven]] [[non-proven]] [[non proven]] proven"},
    {"[non-]invasive", "[[non-invasive]] and [[invasive]]"},
    {"world(-|)leading", "[[worldleading]] [[world leading]] [[world-leading]]"},
    {"[very] good", "[[very good]] and [[good]]"},
    {"[very|quite] good", "[[quite good]]"},
    {"so [very] good", "[[so good]] [[so very good]]"},
    {"^ less pain", "[[Less pain]]. Less pain."},
    {"^ less pain", "Far less pain."},
    {"^ [a] @disease", "\"[[A cancer]]\", a cancer"},
    {"^ @disease", "[[Heart failure]] and heart failure"},
    {"trailblaz*", "[[trailblazing]] [[Trailblazers]] [[trailblaz]] trail"},
    {"trailblaz*", "a [[trailblazer's]] way"},
    {"stem cel* therap*", "[[stem cell therapies]] and stem the"},
    {"the only ~3 clinic", "[[the only clinic]]"},
    {"the only ~3 clinic", "[[the only fully licensed, private clinic]]"},
    {"the only ~3 clinic", "the only a b c d clinic"},
    {"the only ~3 clinic", "It is the only one. Clinic"},
    {"the ~2 best ~2 clinic", "[[the very best local clinic]]"},
    {"cure ~2 cure", "[[cure cure cure]]"},
    {"cure(s|d) ~4 @disease", "it [[cures most forms of cancer]]"},
    {"cure(s|d) ~4 @disease", "it [[cured heart failure]]"},
    {"@disease", "[[cancer]] and [[heart failure]]"},
    {"@gene", "[[p53]] and [[brca one]]"},
    {"info", "the [[info]] at info@clinic.com"},
    {"(the|a) @device", "use [[the device]] now"},
    {"@device @device", "[[device implant]]"},
    {"{number} patients", "[[40 patients]] [[twelve patients]] [[1,200 patients]] some patients"},
    {"{number} fold", "a [[10-fold]] rise"},
    {"hundreds of thousands", "[[hundreds of thousands]]"},
    {"{number}", "[[3.5]] and [[thousands]], phase2"},
    {"/p\\s*<\\s*0?\\.05/", "with [[p < 0.05]] and [[P<.05]] or p<0.051"},
    {"/#1/", "the [[#1]] clinic, #12"},
    {"/cure|cured/", "it [[cured]] them"},
    {"/\\d+%/", "by [[50%]]."},
    {"/cur/", "curing"},
    {"u.s. approval", "with [[U.S. approval]] now"},
    {"dr. smith", "[[Dr. Smith]] and [[Dr Smith]]"},
    {"ph.d.", "a [[Ph.D]]. in"},
    {"r&d", "our [[R&D]] and [[r & d]] but r d"},
    {"research & development", "[[research & development]], research development"},
    {"phase 3", "a [[Phase 3]] trial"},
    {"phase 3", "a [[phase-3]] trial, phase 3.5"},
    {"caf\u00e9", "the [[CAF\u00c9]] and the [[caf\u00e9]]'s"},
    {"stra\u00dfe", "[[STRASSE]]"},
    {"na\u00efv*", "[[Na\u00efvety]]"},
    {"patients", "[[patients]]' lives"},
    {"patients lives", "[[patients' lives]]"},
    {"  spaced   out  ", "[[spaced out]]"},
    {"((a|b) c|d) e", "[[a c e]] [[b c e]] [[d e]]"},
};

TEST(Matcher, FindsWhatTheTermSays) {
  for (const Row& row : kRows) {
    const auto built = Matcher::build({list("list", {row.term}), list("disease", {"cancer(s)", "heart failure"}),
                                       list("gene", {"/p53/", "brca one"}), list("device", {"device", "implant"})});
    const std::string term = row.term;
    if (!built) {
      ADD_FAILURE() << term << ": " << built.errors()[0].message;
      continue;
    }
    EXPECT_EQ(marked(built.value(), testing::parse_marks(row.marked).text), row.marked) << "term: " << term;
  }
}

struct FaultRow {
  const char* term;
  const char* message;  // part of it
};

constexpr FaultRow kFaults[] = {
    {"", "at least one word"},
    {"[very]", "at least one word"},
    {"50%", "`%`; write a /regular expression/"},
    {"$5", "`$`"},
    {"#1", "`#`"},
    {"c++", "`+`"},
    {"and/or", "`/`"},
    {"first, do no harm", "`,`"},
    {"/unclosed", "ends with `/`"},
    {"(a|b", "missing `)`"},
    {"[a", "missing `]`"},
    {"a)", "stray `)`"},
    {"a|b", "stray `|`"},
    {"(a|b] c", "stray `]`"},
    {"(big) leap", "write `[x]`"},
    {"cu*", "at least three letters"},
    {"treat*ment", "only at the end of a word"},
    {"the * clinic", "only at the end of a word"},
    {"a ~0 b", "~1 to ~12"},
    {"a ~13 b", "~1 to ~12"},
    {"a ~ b", "~1 to ~12"},
    {"~3 clinic", "word on both sides"},
    {"clinic [~3]", "word on both sides"},
    {"& co", "word on both sides"},
    {"^less pain", "`^` stands alone"},
    {"less ^ pain", "`^` stands alone"},
    {"^ ~3 clinic", "word on both sides"},
    {"^ [less]", "at least one word"},
    {"^ @gene", "cannot stand inside a phrase"},
    {"{digits} x", "the only one is `{number}`"},
    {"{number", "missing `}`"},
    {"@disease(s)", "stand alone between spaces"},
    {"@", "name of a lexicon"},
    {"@diseases", "unknown lexicon `@diseases`; did you mean `@disease`?"},
    {"@zzzzzzzz", "unknown lexicon `@zzzzzzzz`"},
    {"@list", "in a circle: `@list` -> `@list`"},
    {"the @gene", "cannot stand inside a phrase"},
    {"/(/", "bad regular expression"},
    {"/\\pL{1000}\\pL{1000}\\pL{1000}\\pL{1000}/", "bad regular expression"},
    {"/a.*b/", "~N"},
    {"/a.{0,40}b/", "~N"},
    {"/a[^.]+b/", "~N"},
    {"/a (\\w+\\s+){0,5}b/", "~N"},
    {"/a (?:\\S+ ){1,3}b/", "~N"},
    {"/a[\\w\\s]*b/", "~N"},
    {"/a(?:.){0,40}b/", "~N"},
    {"/a(?:\\w| ){1,60}b/", "~N"},
    {"/a(?:\\w\\s?){1,60}b/", "~N"},
    {"/a((?:(?:[a-z]|-| )){9})b/", "~N"},
    {"my (first|very ~2) ~1 day", "two gaps in a row"},
    {"my ~2 [own] ~1 day", "two gaps in a row"},
    {"(a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f)", "20,000"},
};

TEST(Matcher, RefusesBadTermsAndNamesTheirPlace) {
  for (const FaultRow& row : kFaults) {
    const auto built =
        Matcher::build({list("list", {"fine", row.term}), list("disease", {"cancer"}), list("gene", {"/p53/"})});
    const std::string term = row.term;
    if (built) {
      ADD_FAILURE() << term << ": accepted";
      continue;
    }
    const Error& error = built.errors()[0];
    EXPECT_THAT(error.message, ::testing::HasSubstr(row.message)) << term;
    EXPECT_EQ(error.path, "lexicon.toml");
    EXPECT_EQ(error.where.line, term == "@list" ? 1U : 2U) << term;
  }
}

TEST(Matcher, AcceptsRegexesThatAreNoGaps) {
  for (const char* term : {"/a(?:\\d| ){1,9}b/", "/(?:[A-Z]\\. ?){1,5}/", "/(?:.){2}a/", "/a.{0,3}b/", "/\\d+\\s*%/",
                           "/(very )?good/", "/(foo|bar){1,2}/", "/[a-z]+-free/", "/\\$\\s*\\d+/"}) {
    EXPECT_TRUE(Matcher::build({list("list", {term})}).ok()) << term;
  }
}

std::string repeated(std::string_view word, std::size_t times) {
  std::string text;
  while (times-- > 0) text += word;
  return text;
}

TEST(Matcher, RefusesTermsOfTooManyWords) {
  for (const std::string& term : {repeated("so ", 5'000), "a (b|" + repeated("so ", 5'000) + ")",
                                  repeated("[so] ", 101), repeated("\u597d", 101)}) {
    const auto built = Matcher::build({list("list", {"fine", term})});
    ASSERT_FALSE(built.ok());
    EXPECT_THAT(built.errors()[0].message, ::testing::HasSubstr("more than 100 words"));
    EXPECT_LT(built.errors()[0].message.size(), 200U);
    EXPECT_EQ(built.errors()[0].where.line, 2U);
  }
  EXPECT_TRUE(Matcher::build({list("list", {repeated("so ", 100)})}).ok());
}

// RE2 takes the first, but RE2::Set has not the memory for both.
TEST(Matcher, SearchesOneByOneForWhatIsTooMuchForASet) {
  const auto built = Matcher::build({list("list", {"/\\pL{1000}\\pL{1000}/", "/\\pL{2}/"})});
  ASSERT_TRUE(built.ok()) << built.errors()[0].message;
  const Document document = make_document({"so it is"});
  const Text text = segment(document);
  EXPECT_EQ(built.value().scan(text).all.size(), 3U);
}

TEST(Matcher, ReportsAllErrorsAtOnce) {
  const auto built = Matcher::build({list("a", {"50%", "fine", "(x"}), list("b", {"@c"})});
  ASSERT_FALSE(built.ok());
  EXPECT_EQ(built.errors().size(), 3U);
}

TEST(Matcher, SortsHitsByBlockAndPlace) {
  const auto built = Matcher::build({list("one", {"b c", "a"}), list("two", {"a b c", "b"})});
  ASSERT_TRUE(built.ok());
  const Document document = make_document({"a b c", "", "b. a"});
  const Text text = segment(document);
  const Hits hits = built.value().scan(text);
  std::vector<std::string> seen;
  for (const Hit& hit : hits.all) {
    seen.push_back(std::to_string(hit.list) + ":" + std::to_string(hit.block) + ":" +
                   std::string(text.block_text(hit.block).substr(hit.span.begin, hit.span.size())));
  }
  EXPECT_THAT(seen, ::testing::ElementsAre("1:0:a b c", "0:0:a", "0:0:b c", "1:2:b", "0:2:a"));
  EXPECT_THAT(hits.first_in_block, ::testing::ElementsAre(0, 3, 3, 5));
}

TEST(Matcher, LeavesOutTheHitsOfListsThatStandOnlyInsideOthers) {
  TermList helper = list("helper", {"very good"});
  helper.wanted = false;
  const auto built = Matcher::build({list("list", {"a @kind clinic"}), list("kind", {"@helper", "kind"}), helper});
  ASSERT_TRUE(built.ok());
  const Document document = make_document({"A very good clinic."});
  const Text text = segment(document);
  std::vector<TermListId> lists;
  for (const Hit& hit : built.value().scan(text).all) lists.push_back(hit.list);
  EXPECT_THAT(lists, ::testing::ElementsAre(0, 1));
}

TEST(Matcher, FindsTheSameWithSeveralThreads) {
  const auto built = Matcher::build({list("one", {"a b", "c"}), list("two", {"b ~2 a", "/c\\d/"})});
  ASSERT_TRUE(built.ok());
  std::mt19937 random(7);
  std::vector<std::string> blocks;
  for (int i = 0; i < 3000; ++i) {
    std::string& block = blocks.emplace_back();
    for (std::size_t word = random() % 120; word > 0; --word)
      block += std::string("abc3")[random() % 4] + std::string(" ");
  }
  const Document document = make_document(blocks);
  const Text text = segment(document);
  ASSERT_GT(text.words.size(), 150'000U);
  const auto listed = [](const Hits& hits) {
    std::vector<std::array<std::uint32_t, 6>> all;
    for (const Hit& hit : hits.all)
      all.push_back({hit.list, hit.block, hit.span.begin, hit.span.end, hit.first_word, hit.sentence});
    return all;
  };
  const Hits one = built.value().scan(text);
  EXPECT_GT(one.all.size(), 10'000U);
  for (const std::size_t threads : {2, 3, 16}) {
    const Hits several = built.value().scan(text, threads);
    EXPECT_EQ(listed(several), listed(one)) << threads;
    EXPECT_EQ(several.first_in_block, one.first_in_block) << threads;
  }
}

// A list of plain phrases finds exactly what comparing words one by one finds.
TEST(Matcher, EqualsNaiveMatchingOfPlainPhrases) {
  std::mt19937 random(5);
  const auto words = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += std::string(i ? " " : "") + "abc"[random() % 3];
    return text;
  };
  for (int round = 0; round < 500; ++round) {
    const std::string phrase = words(1 + random() % 3);
    const std::string text = words(12);
    const auto built = Matcher::build({list("list", {phrase})});
    ASSERT_TRUE(built.ok());
    const Document document = make_document({text});
    const Text segmented = segment(document);
    std::vector<std::size_t> expected, found;
    for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1))
      expected.push_back(at);
    const Hits hits = built.value().scan(segmented);
    for (const Hit& hit : hits.all) {
      found.push_back(hit.span.begin);
      EXPECT_EQ(segmented.words[hit.first_word].span.begin, hit.span.begin);
      EXPECT_EQ(segmented.words[hit.end_word - 1].span.end, hit.span.end);
    }
    EXPECT_EQ(found, expected) << phrase << " in " << text;
  }
}

}  // namespace
}  // namespace hypelint

#include "evidence/citations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/article.h"
#include "evidence/markers.h"

namespace hypelint {
namespace {

using testing::Article;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> markers(std::string_view text) {
  std::vector<std::string> lines;
  for (const Marker& m : find_markers(text)) {
    std::string line(text.substr(m.span.begin, m.span.size()));
    for (int number : m.numbers) line += " " + std::to_string(number);
    for (const AuthorYear& a : m.authors) line += " " + std::string(a.surname) + " " + std::string(a.year);
    if (m.doubtful) line += " ?";
    lines.push_back(std::move(line));
  }
  return lines;
}

struct Row {
  const char* text;
  std::vector<std::string> expected;
};

TEST(Markers, AreToldFromWhatLooksLikeThem) {
  const std::vector<Row> rows = {
      {"less risk [1].", {"[1] 1"}},
      {"shown [1,2-4]", {"[1,2-4] 1 2 3 4"}},
      {"as in [ref 3]", {"[ref 3] 3"}},
      {"[2024] [a] [1.5] [0]", {}},
      {"the [2]rotaxane and benzo[1,2-b]furan", {}},
      {"patients.\u00B9\u00B2", {"\u00B9\u00B2 12"}},
      {"years\u00B3,\u2074 later", {"\u00B3,\u2074 3 4"}},
      {"kg/m\u00B2, 5 cm\u00B3, 10\u2076 cells", {}},
      {"20 square feet\u00B2", {}},
      {"(Ames, 2021)", {"(Ames, 2021) Ames 2021"}},
      {"(Boyd et al., 2017; Cole 2008)", {"(Boyd et al., 2017; Cole 2008) Boyd 2017 Cole 2008"}},
      {"(see Ames & Boyd 2018a)", {"(see Ames & Boyd 2018a) Ames 2018"}},
      {"Ames et al. (2010) and Boyd and Cole [2016]",
       {"Ames et al. (2010) Ames 2010", "Boyd and Cole [2016] Boyd 2016"}},
      {"Cole and colleagues (2008)", {"Cole and colleagues (2008) Cole 2008"}},
      {"(March 2020) (n = 22) (2021) (see 2020 report) (Osaka, 2016)", {}},
      {"opened in Tokyo (2016)", {}},
      {"(Geneva, 2014) (Wuhan, 2019) (April-May, 2016) (Human Tissue Act, 2004)", {}},
      {"Ames (2015) and Boyd (2015a, p. 4)", {"Ames (2015) Ames 2015 ?", "Boyd (2015a, p. 4) Boyd 2015 ?"}},
      {"The median age was 45 [38-52] years.", {}},
      {"It took 12 [8, 20] days, OR 2.1 [1-4].", {}},
      {"They got 5 [2\u201310] mg.", {}},
      {"with diabetes type 2 [1, 3].", {"[1, 3] 1 3 ?"}},
      {"in 2019 [1, 3] and vitamin B12 [11, 13]", {"[1, 3] 1 3", "[11, 13] 11 13"}},
      {"from [1] (none) to [5] (worst)", {"[1] 1 ?", "[5] 5 ?"}},
      {"[1 ] and [1 and 2]", {"[1 ] 1 ?", "[1 and 2] 1 2 ?"}},
      {"Some relapse (1), or (ref. 1) and (reference 2) do (1-2).",
       {"(1) 1 ?", "(ref. 1) 1 ?", "(reference 2) 2 ?", "(1-2) 1 2 ?"}},
      {"They (1) eat and (2) sleep.", {}},
      {"claim[^note-1] and x^2 and [^ ]", {"[^note-1]"}},
      {"[ (", {}},
  };
  for (const Row& row : rows) EXPECT_EQ(markers(row.text), row.expected) << row.text;
}

TEST(Markers, FullReferencesNeedYearVolumeAndPage) {
  for (const char* text : {"BMJ 2014;349:g7015", "Open. 2018 Feb 28;8(2):e019414", "Cells 2008; 3(6): 591-4"}) {
    EXPECT_EQ(find_full_references(text).size(), 1U) << text;
  }
  for (const char* text : {"in 2014: 349 patients", "2018; later", "at 16:30", ";", ""}) {
    EXPECT_THAT(find_full_references(text), IsEmpty()) << text;
  }
}

TEST(Citations, NumericMarkersResolveToTheirEntries) {
  Article article;
  article.add("It works [1], lasts [2] and is safe [7].");
  article.add("References", BlockKind::Heading);
  article.reference("1. Ames A. A trial of nothing. J Test 2019;3:1-4.");
  article.reference("[2] Boyd B. Another trial. J Test 2020;4:5-9.");
  const EvidenceIndex index = article.evidence();
  EXPECT_THAT(article.shown(index), ::testing::IsSupersetOf({"numeric-citation T2 [1]", "numeric-citation T2 [2]",
                                                             "numeric-citation none [7]"}));
  ASSERT_EQ(index.problems().size(), 1U);
  EXPECT_EQ(index.problems()[0].fault, CitationFault::DanglingMarker);
  EXPECT_EQ(index.problems()[0].detail, "`[7]`: the reference list has no entry 7 (it has 2 entries)");
}

TEST(Citations, ListItemsCountByTheirPlace) {
  Article article;
  article.add("It works.\u00B2");
  article.reference("Ames A. A trial of nothing. 2019.", BlockKind::ListItem);
  article.reference("Boyd B. Another trial. 2020.", BlockKind::ListItem);
  const EvidenceIndex index = article.evidence();
  EXPECT_EQ(article.shown(index)[0], "superscript-citation T2 \u00B2");
  EXPECT_THAT(index.problems(), IsEmpty());
}

TEST(Citations, EntriesThatLostTheirLineBreaksAreCounted) {
  Article article;
  article.add("It works [3].");
  article.reference("1. Ames. One. 2019. 2. Boyd. Two. 2020. 3. Cole. Three. 2021.");
  EXPECT_THAT(article.evidence().problems(), IsEmpty());
}

TEST(Citations, AMarkerWithoutAnyListDangles) {
  Article article;
  article.add("It works [4].");
  const EvidenceIndex index = article.evidence();
  ASSERT_EQ(index.problems().size(), 1U);
  EXPECT_EQ(index.problems()[0].detail, "`[4]` points to no reference list");
  EXPECT_EQ(article.shown(index)[0], "numeric-citation none [4]");
}

TEST(Citations, ALinkedMarkerNeedsNoList) {
  Article article;
  article.add("It works [4].");
  article.link("https://doi.org/10.1234/x", "4");
  const EvidenceIndex index = article.evidence();
  EXPECT_THAT(index.problems(), IsEmpty());
  EXPECT_THAT(article.shown(index), ::testing::Contains("numeric-citation T2 [4]"));
}

TEST(Citations, FootnotesResolveThroughTheirDefinitions) {
  Article article;
  article.add("It works[^a] and lasts[^b].");
  article.document.footnotes.push_back({"A", {}});
  article.document.properties.push_back({"footnote:b", "", {}});  // a key that an author may have written
  const EvidenceIndex index = article.evidence();
  EXPECT_THAT(article.shown(index), ElementsAre("footnote-citation T2 [^a]", "footnote-citation none [^b]"));
  ASSERT_EQ(index.problems().size(), 1U);
  EXPECT_THAT(index.problems()[0].detail, HasSubstr("[^b]"));
}

TEST(Citations, AuthorsResolveByNameAndYear) {
  Article article;
  article.add("It works (Ames, 2019) but not for all (Boyd, 2020).");
  const EvidenceIndex alone = article.evidence();
  EXPECT_THAT(article.shown(alone), ElementsAre("author-year T3 (Ames, 2019)", "author-year T3 (Boyd, 2020)"));
  EXPECT_THAT(alone.problems(), IsEmpty());
  article.reference("Ames, A. (2019). A trial of nothing. Journal of Tests.");
  const EvidenceIndex listed = article.evidence();
  EXPECT_EQ(article.shown(listed)[0], "author-year T2 (Ames, 2019)");
  ASSERT_EQ(listed.problems().size(), 1U);
  EXPECT_EQ(listed.problems()[0].detail, "the reference list has no entry for Boyd 2020");
}

TEST(Citations, EachAuthorOfAMarkerResolves) {
  Article article;
  article.add("It works (Ito and Abe, 2014; Kuhn, 2019).");
  article.reference("Kuhn, A. (2019). A trial of nothing. Journal of Tests.");
  const EvidenceIndex index = article.evidence();
  EXPECT_EQ(article.shown(index)[0], "author-year T2 (Ito and Abe, 2014; Kuhn, 2019)");
  ASSERT_EQ(index.problems().size(), 1U);
  EXPECT_EQ(index.problems()[0].detail, "the reference list has no entry for Ito 2014");
}

TEST(Citations, AcronymsStandForTheNamesThatBeginEntries) {
  Article article;
  article.add("It works (Ames, 2019) and is advised (NICE, 2020), (WHO, 2021).");
  article.reference("Ames, A. (2019). A trial of nothing. Journal of Tests.");
  article.reference("National Institute for Health and Care Excellence. (2020). A guideline on nothing.");
  article.reference("World Health Organization. A report on nothing. 2021.");
  EXPECT_THAT(article.evidence().problems(), IsEmpty());
}

TEST(Citations, DoubtfulMarkersCountWhereTheListHasThem) {
  Article article;
  article.add("About 30% of patients relapse (1). Sato (2015) found more (2, 7).");
  EXPECT_THAT(article.shown(article.evidence()), ElementsAre("percent none 30%"));
  EXPECT_THAT(article.evidence().problems(), IsEmpty());
  article.reference("1. Sato A. A trial of nothing. 2015.");
  article.reference("2. Boyd B. Another trial. 2020.");
  const EvidenceIndex index = article.evidence();
  EXPECT_THAT(article.shown(index), ::testing::IsSupersetOf({"numeric-citation T2 (1)", "author-year T2 Sato (2015)"}));
  EXPECT_THAT(article.shown(index), ::testing::Not(::testing::Contains("numeric-citation T2 (2, 7)")));
  EXPECT_THAT(index.problems(), IsEmpty());
}

TEST(Citations, RoundBracketsCountPeopleWhereSquareOnesCite) {
  Article article;
  article.add("It works [1]. We saw men (2), women (1).");
  article.reference("1. Ames A. A trial of nothing. 2019.");
  article.reference("2. Boyd B. Another trial. 2020.");
  EXPECT_THAT(article.shown(article.evidence()), ::testing::Not(::testing::Contains("numeric-citation T2 (2)")));
}

TEST(Citations, AListNothingPointsToIsReportedOnceAtItsHeading) {
  Article article;
  article.add("It works.");
  article.add("Sources", BlockKind::Heading);
  article.reference("1. Ames A. A trial of nothing. 2019.");
  article.reference("2. Boyd B. Another trial. 2020.");
  const EvidenceIndex index = article.evidence();
  ASSERT_EQ(index.problems().size(), 1U);
  EXPECT_EQ(index.problems()[0].fault, CitationFault::UncitedEntry);
  EXPECT_EQ(index.problems()[0].block, 1U);
}

TEST(Citations, FurtherReadingNeedsNoMarkers) {
  Article article;
  article.add("It works.");
  article.add("Further reading", BlockKind::Heading);
  article.reference("Ames A. A trial of nothing. 2019.");
  article.reference("Boyd B. Another trial. 2020.");
  EXPECT_THAT(article.evidence().problems(), IsEmpty());
}

TEST(Citations, NavigationAndCodeHoldNone) {
  Article article;
  article.add("Menu [3]").zone = Zone::Navigation;
  article.add("array[3]", BlockKind::Code);
  EXPECT_THAT(article.evidence().problems(), IsEmpty());
}

}  // namespace
}  // namespace hypelint

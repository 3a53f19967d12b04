#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/article.h"
#include "support/linear_time.h"

namespace hypelint {
namespace {

using testing::Article;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Collect, ALinkIsEvidenceAndSoIsTheIdentifierInItsAddress) {
  Article article;
  article.add("See the trial for details.");
  article.link("https://doi.org/10.1234/abc", "the trial");
  EXPECT_THAT(article.shown(article.evidence()), ElementsAre("doi T1 the trial", "scholarly-link T1 the trial"));
}

TEST(Collect, LinksThatLeadNowhereInParticularAreT4) {
  Article article;
  article.add("home search video own");
  article.link("https://www.nejm.org/", "home");
  article.link("https://pubmed.ncbi.nlm.nih.gov/?term=stem+cell", "search");
  article.link("https://www.youtube.com/watch?v=1", "video");
  article.link("/prices", "own");
  EXPECT_THAT(article.shown(article.evidence()), ElementsAre("scholarly-link T4 home", "scholarly-link T4 search",
                                                             "other-link T4 video", "other-link T4 own"));
}

TEST(Collect, ContactLinksAndAnchorsAreNoEvidence) {
  Article article;
  article.add("call write jump");
  article.link("tel:+8135550100", "call");
  article.link("mailto:a@example.org", "write");
  article.link("#prices", "jump");
  const EvidenceIndex index = article.evidence();
  EXPECT_THAT(index.all(), IsEmpty());
  EXPECT_THAT(index.hosts(), ElementsAre(HostClass::Phone, HostClass::Mail, HostClass::Anchor));
}

TEST(Collect, TheSiteThatTheDocumentNamesIsItsOwn) {
  Article article;
  article.add("prices");
  article.link("https://shop.clinic.example/prices", "prices");
  article.document.properties.push_back({"canonical", "https://www.clinic.example/blog/post", {}});
  EXPECT_THAT(article.evidence().hosts(), ElementsAre(HostClass::OwnSite));
}

TEST(Collect, LinksOfMenusCountAsHostsButNotAsEvidence) {
  Article article;
  article.add("Research").zone = Zone::Footer;
  article.link("https://doi.org/10.1234/abc", "Research");
  const EvidenceIndex index = article.evidence();
  EXPECT_THAT(index.all(), IsEmpty());
  EXPECT_THAT(index.hosts(), ElementsAre(HostClass::Scholarly));
}

TEST(Collect, AMalformedIdentifierInAnAddressIsReportedAtTheLink) {
  Article article;
  article.add("Our trial is registered.");
  article.link("https://clinicaltrials.gov/study/NCT1234567", "trial");
  const EvidenceIndex index = article.evidence();
  ASSERT_EQ(index.problems().size(), 1U);
  EXPECT_EQ(article.cut(0, index.problems()[0].span), "trial");
}

TEST(Collect, HitsOfLexiconsBecomeEvidenceOfTheirKind) {
  Article article;
  article.add("A randomised trial. It hurt.");
  const std::vector<std::optional<EvidenceKind>> kinds = {EvidenceKind::Randomised, std::nullopt};
  Hits hits;
  hits.all = {{0, 0, {2, 12}, 0, 1, 2}, {1, 0, {23, 27}, 1, 4, 5}};
  hits.evidence = &kinds;
  EXPECT_THAT(article.shown(article.evidence(hits)), ElementsAre("randomised none randomised"));
}

TEST(Collect, ASentenceThatDeniesRelianceIsADisclaimerAndNoOther) {
  Article article;
  article.add("Our tea cures colds. This text is for educational purposes only. It tastes good.");
  EXPECT_THAT(article.shown(article.evidence()),
              ElementsAre("disclaimer none This text is for educational purposes only."));
}

TEST(Collect, DigitsOfIdentifiersAreNoNumbers) {
  Article article;
  article.add("See 10.1234/2019.55 and NCT01400022.");
  EXPECT_THAT(article.evidence().all(), ::testing::SizeIs(2));
}

TEST(Collect, AnyBytesAreHandled) {
  for (std::string bytes : {"\xC2", "\xE2\x81", "[\xFF(", "10.\x80/9 \xC3", "\xE5\x9B\xBD\xE8 1"}) {
    Article article;
    article.add(bytes + bytes);
    article.link("https://\xFF", "");
    const EvidenceIndex index = article.evidence();
    EXPECT_THAT(index.hosts(), ElementsAre(HostClass::Other));
    for (const Evidence& found : index.all()) EXPECT_LE(found.span.end, 2 * bytes.size()) << to_string(found.kind);
    for (const CitationProblem& problem : index.problems()) EXPECT_LE(problem.span.end, 2 * bytes.size());
  }
  Article empty;
  empty.document.links.push_back({"https://doi.org/10.1234/x", {}, 0, {}, LinkRole::Inline});
  EXPECT_THAT(empty.evidence().all(), IsEmpty());
}

TEST(Collect, RepetitionIsHandledInLinearTime) {
  for (const char* unit : {"[1](", "(Ames, 2019 ", "10.1234/", "\u00B2", "NCT1 ", "12 of 12 ", "1. ", "2014;",
                           "NICE NG1 ", "%", "))", "1,111"}) {
    const auto text = [&](std::size_t bytes) { return testing::repeated(unit, bytes); };
    const auto collected = [](const std::string& prose) {
      Article article;
      article.add(prose);
      article.reference(prose);
      article.evidence();
    };
    EXPECT_TRUE(testing::takes_linear_time(text, collected)) << unit;
  }
}

}  // namespace
}  // namespace hypelint

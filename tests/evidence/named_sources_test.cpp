#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/article.h"

namespace hypelint {
namespace {

struct Row {
  const char* text;
  const char* expected;  // tier and text; empty for none
};

TEST(NamedSources, JournalsAgenciesAndGuidelines) {
  const std::vector<Row> rows = {
      {"A trial in The Lancet found it.", "T3 Lancet"},
      {"A trial in the New England Journal of Medicine found it.", "T3 New England Journal of Medicine"},
      {"Reported in the Journal of Tissue Repair.", "T3 Journal of Tissue"},
      {"It was published in Tissue Letters.", "T3 published in Tissue"},
      {"It was published in Japan last year.", ""},
      {"It appeared in JAMA Neurology.", "T3 JAMA"},
      {"The WHO warned in 2019.", "T3 WHO"},
      {"The WHO warned of it.", "none WHO"},
      {"Approved by the FDA.", "none FDA"},
      {"It is rare, according to a 2022 report by the National Cancer Institute.", "T3 National Cancer Institute"},
      {"Waits are long, according to NHS Digital (2022).", "T3 NHS Digital"},
      {"The Office for National Statistics counts deaths.", "none Office for National Statistics"},
      {"See NICE NG123 for advice.", "T2 NICE NG123"},
      {"A paper in Nature showed it in 2018.", "T3 Nature"},
      {"Nature heals since 1998.", ""},
      {"Stem Cell Therapy in 2020.", ""},
      {"Stroke is common in 2020.", ""},
      {"Who knows, nice people in 2019.", ""},
      {"The Wall Street Journal said so.", ""},
  };
  for (const Row& row : rows) {
    testing::Article article;
    article.add(row.text);
    const EvidenceIndex index = article.evidence();
    std::string shown;
    for (const Evidence& e : index.all()) {
      if (e.kind == EvidenceKind::NamedSource) shown += std::string(to_string(e.tier)) + " " + article.cut(0, e.span);
    }
    EXPECT_EQ(shown, row.expected) << row.text;
  }
}

TEST(NamedSources, TheYearMustStandInTheSameSentence) {
  testing::Article article;
  article.add("The WHO warned of it. That was in 2019.");
  EXPECT_THAT(article.shown(article.evidence()), ::testing::ElementsAre("named-source none WHO"));
}

}  // namespace
}  // namespace hypelint

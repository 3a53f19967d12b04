#include "evidence/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/article.h"

namespace hypelint {
namespace {

// "kind: text" of everything but plain numbers.
std::vector<std::string> found(std::string text, bool numbers = false) {
  testing::Article article;
  article.add(std::move(text));
  article.text = segment(article.document);
  std::vector<std::string> lines;
  for (const NumberMatch& match : find_numbers(article.document.blocks[0].text, article.text.words_of(0), {})) {
    if (match.kind == EvidenceKind::Number && !numbers) continue;
    lines.push_back(std::string(to_string(match.kind)) + ": " + article.cut(0, match.span));
  }
  return lines;
}

struct Row {
  const char* text;
  std::vector<std::string> expected;
};

const std::vector<Row> kRows = {
    {"It helped 81.25% of them", {"percent: 81.25%"}},
    {"30 percent or 5 per cent", {"percent: 30 percent", "percent: 5 per cent"}},
    {"We aim for 100%.", {"percent: 100%"}},
    {"in 0.9% saline", {}},
    {"a 95% CI was computed", {}},
    {"13 of 16 improved", {"count-of-total: 13 of 16"}},
    {"20 out of the 22", {"count-of-total: 20 out of the 22"}},
    {"nine in ten patients", {"percent: nine in ten"}},
    {"8 out of 10 women", {"percent: 8 out of 10"}},
    {"one in every five people", {"percent: one in every five"}},
    {"3 of 4 patients", {"count-of-total: 3 of 4", "sample-size: 4 patients"}},
    {"12 in 2019", {"year: 2019"}},
    {"13/16 patients", {"count-of-total: 13/16", "sample-size: 16 patients"}},
    {"open 24/7 for care", {}},
    {"one of many", {}},
    {"(n = 22)", {"sample-size: n = 22"}},
    {"1,700 SCI patients", {"sample-size: 1,700 SCI patients"}},
    {"40 healthy adult volunteers", {"sample-size: 40 healthy adult volunteers"}},
    {"twelve patients", {"sample-size: twelve patients"}},
    {"40-year-old women", {}},
    {"3 million people", {}},
    {"In 2019 patients came", {"year: 2019"}},
    {"In the summer of 2019 patients came", {"year: 2019"}},
    {"a study of 2000 patients", {"sample-size: 2000 patients"}},
    {"a trial in 2000 adult patients", {"sample-size: 2000 adult patients"}},
    {"12 of 2000 patients", {"count-of-total: 12 of 2000", "sample-size: 2000 patients"}},
    {"12 of 2019", {"year: 2019"}},
    {"forty patients and twenty-four women", {"sample-size: forty patients", "sample-size: twenty-four women"}},
    {"deaths, 12/512 (2.3%)", {"count-of-total: 12/512", "percent: 2.3%"}},
    {"2.3% (12/512) died", {"count-of-total: 12/512", "percent: 2.3%"}},
    {"open 24/7 (100%)", {"percent: 100%"}},
    {"HR 0.72 and OR = 2", {"effect-size: HR 0.72", "effect-size: OR = 2"}},
    {"a hazard ratio of 0.72", {"effect-size: hazard ratio of 0.72"}},
    {"one OR 2 sessions", {}},
    {"improved by 4.2 points", {"effect-size: 4.2 points"}},
    {"on a 10-point scale", {}},
    {"improved survival by 10 percentage points", {"effect-size: 10 percentage points"}},
    {"It fell by 5 mmHg", {"effect-size: 5 mmHg"}},
    {"Weight dropped by a mean of 3.1 kg", {"effect-size: 3.1 kg"}},
    {"a weight loss of 3.1 kg", {"effect-size: 3.1 kg"}},
    {"reduced by 12 mm on a 100 mm scale", {"effect-size: 12 mm"}},
    {"LDL fell by 30 mg/dL", {"effect-size: 30 mg/dL"}},
    {"survival improved by 3.2 months", {"effect-size: 3.2 months"}},
    {"It shortened the illness by a day or by 2 days", {"effect-size: 2 days"}},
    {"a graft of 3 by 5 cm", {}},
    {"raised the dose by 30 mg", {}},
    {"Pain improved by 3 months", {}},
    {"2% v 4%", {"effect-size: 2% v 4%", "percent: 2%", "percent: 4%"}},
    {"8% in one arm vs. 3% in the other", {"effect-size: 8% in one arm vs. 3%", "percent: 8%", "percent: 3%"}},
    {"8% relapsed. Compared with 3% before", {"percent: 8%", "percent: 3%"}},
    {"8% and 3%", {"percent: 8%", "percent: 3%"}},
    {"33\u00B73% of them", {"percent: 33\u00B73%"}},
    {"fell from 34% to 12%", {"percent: 34%", "effect-size: from 34% to 12%", "percent: 12%"}},
    {"from 2015 to 2020", {"year: 2015", "year: 2020"}},
    {"p < 0.05", {"p-value: p < 0.05"}},
    {"(P=.003)", {"p-value: P=.003"}},
    {"p-value = 0.000", {"p-value: p-value = 0.000"}},
    {"P2 = 5 mm", {}},
    {"95% CI 1.2 to 3.4", {"confidence-interval: 95% CI 1.2 to 3.4"}},
    {"95% confidence interval: 0.8-1.1", {"confidence-interval: 95% confidence interval: 0.8-1.1"}},
    {"99% CI [2.0, 4.1]", {"confidence-interval: 99% CI [2.0, 4.1"}},
    {"at 12 months", {"follow-up: at 12 months"}},
    {"after a median follow-up of 24 months", {"follow-up: after a median follow-up of 24 months"}},
    {"better after six months", {"follow-up: after six months"}},
    {"5-year survival", {"follow-up: 5-year survival"}},
    {"with 20 years of experience", {}},
    {"for 20 years of experience", {}},
    {"long-term follow-up", {}},
    {"only $4,500 today", {"money: $4,500"}},
    {"US$2 million", {"money: US$2 million"}},
    {"about 300 euros", {"money: 300 euros"}},
    {"\u00A3"
     "99.50 each",
     {"money: \u00A3"
      "99.50"}},
    {"USD 1,200", {"money: USD 1,200"}},
    {"since 1998 we", {"year: 1998"}},
    {"a phase 2 trial", {"phase: phase 2"}},
    {"Phase I/II and phase IIb", {"phase: Phase I/II", "phase: phase IIb"}},
    {"phase III, phase three", {"phase: phase III", "phase: phase three"}},
    {"early phase, phase out", {}},
    {"COVID-19, omega-3, 3D", {}},
    {"omega-20.5%, omega-21.5%", {}},
    {"", {}},
};

TEST(Numbers, AreRecognisedByWhatStandsAroundThem) {
  for (const Row& row : kRows)
    EXPECT_THAT(found(row.text), ::testing::UnorderedElementsAreArray(row.expected)) << row.text;
}

TEST(Numbers, EveryFigureButYearsAndEnumeratorsIsANumber) {
  EXPECT_THAT(found("2. We used 5 tubes of .5 ml in 2020", true),
              ::testing::ElementsAre("number: 5", "number: .5", "year: 2020"));
}

TEST(Numbers, MaskedDigitsAreNoQuantities) {
  const std::vector<TextSpan> masked = {{0, 11}};
  EXPECT_TRUE(find_numbers("ISSN 09-200 patients", {}, masked).empty());
}

}  // namespace
}  // namespace hypelint

// Number checks on prose: each line of a table is a paragraph with the expected findings marked, or none.
#include "rules/statistics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "evidence/article.h"
#include "support/marked_text.h"

namespace hypelint {
namespace {

StatisticProblems problems(StatisticCheck check, std::string text) {
  testing::Article article;
  article.add(std::move(text));
  const EvidenceIndex evidence = article.evidence();
  return check_statistics(check, article.text, evidence);
}

void expect_marks(StatisticCheck check, std::string_view line) {
  const testing::MarkedText marked = testing::parse_marks(line);
  std::string found = marked.text;
  const StatisticProblems all = problems(check, marked.text);
  for (auto problem = all.rbegin(); problem != all.rend(); ++problem) {
    EXPECT_FALSE(problem->detail.empty());
    found.insert(problem->span.end, "]]");
    found.insert(problem->span.begin, "[[");
  }
  EXPECT_EQ(found, line) << to_string(check);
}

constexpr std::string_view kGrim[] = {
    // a share of the stated people
    "[[33.3%]] of 7 patients improved.",
    "Of 31 women, [[68.2%]] recovered.",
    "[[73.4%]] of the 40 walked.",
    "[[31.3 percent]] of 40 patients improved.",
    "[[31.3 per cent]] of all 40 participants improved.",
    "[[61%]] of our 20 clients slept better.",
    "[[97%]] of the 25 children responded.",
    "[[90%]] of the 12 volunteers reported less pain.",
    "[[12.55%]] of 90 men relapsed.",
    "Of the 24 adults, [[30%]] improved and 25% did not change.",
    "Of 31 women, 67.7% recovered and [[30%]] relapsed.",
    "Among 19 volunteers, [[50%]] reported less pain.",
    "Of these 17 infants, only [[30%]] needed oxygen.",
    "We treated 31 women. [[68.2%]] of them recovered.",
    "We treated 31 women. After a year [[68.2%]] of the women walked.",
    "The clinic followed 14 patients, and [[80%]] of patients improved.",
    "The clinic followed fourteen patients, and [[80%]] of them improved.",
    "Twenty-four patients came. [[30%]] of these patients improved.",
    "[[55%]] of the 21 students felt calmer.",
    "It worked: [[66%]] of our 23 patients improved.",
    "[[99.9%]] of 200 users agreed.",
    "[[42.9%]] of the 20 smokers quit.",
    "Of 45 children, [[12.5%]] developed a rash.",
    "Of all 28 participants, [[45%]] completed the course.",
    "[[83%]] of 11 patients stayed well.",
    "[[71%]] of 16 babies gained weight.",
    // a percentage beside its count and total
    "18 of 20 patients ([[85%]]) were satisfied.",
    "18 of the 20 knees ([[85%]]) were stable.",
    "18/20 patients ([[85%]]) were satisfied.",
    "Satisfaction was high: [[85%]] (18/20).",
    "[[85%]] (18 of 20 patients) were satisfied.",
    "13 out of 16 women, or [[85.5 percent]], walked.",
    "26 of 40 ([[60%]]) met the endpoint.",
    "120 of 150 people ([[82%]]) finished.",
    "7 of 9 children ([[87.8%]]) slept through.",
    "In 73 of those 285 patients, or [[35.6 percent]], a second tumour was found.",
    "84 of 5,275 patients ([[2.6%]]) died.",
    "Sensitivity was [[77%]] (205/307) and specificity 95% (99/104).",
    "One group did well, 12 of 30 patients ([[45%]]); the other did not.",
    "22 of 60 = [[38.7%]].",
    "25 of 60 patients in the treated group ([[45%]]) improved.",
    "Of 22 volunteers, 15 ([[70%]]) slept better.",
    "Of the 789 patients, 116 had an adverse event ([[24.7 percent]]).",
    "Of 300 children, 226 ([[85 percent]]) completed the study.",
    "Of the 2,021 patients, 285, or [[24 percent]], had more.",
    "Among 40 people, 10 ([[30%]]) improved.",
    "Of the 15 patients with metastases, 14 ([[84%]]) did well and four (27%) reached the end point.",
    "Of the 789 patients, 116 experienced at least one adverse event ([[24.7 percent]]).",
    "Deaths fell from [[2.6 percent]] (84 of 5,275 patients) to 0.7 percent (26 of 3,878 patients).",
    "Deaths fell from 1.6 percent (84 of 5,275 patients) to [[0.9 percent]] (26 of 3,878 patients).",
    "12 ([[45%]]) of 30 patients improved.",
    "12 ([[45%]]) of the 30 walked.",
    "Improvement was seen in [[45%]] of patients (12 of 30).",
    "It helped [[45%]] of the older patients (12/30).",
    "[[88.3%]] of patients (n = 40) improved.",
    "[[33\u00B73%]] of 7 patients improved.",
    // attainable
    "12 (40%) of 30 patients improved.",
    "About 12 (45%) of 30 patients improved.",
    "12 (45%) of 30 mL was lost.",
    "Improvement was seen in 40% of patients (12 of 30).",
    "It helped 45% of patients (12 of 30 women and 6 of 10 men).",
    "87.5% of patients (n = 40) improved.",
    "45% of patients (n = 9) improved.",
    "33.3% of patients (n = 13) improved.",
    "33\u00B73% of 9 patients improved.",
    "We treated 31 women. 33.3% of women still in the study improved.",
    "Deaths fell from 1.6 percent (84 of 5,275 patients) to 0.7 percent (26 of 3,878 patients).",
    "Of the 15 patients with metastases, 14 (93%) did well and four (27%) reached the end point.",
    "Of 30 patients, 12 improved within 3 courses (40%).",
    "81.25% of 16 patients responded.",
    "There were 22 patients, 6 of them complete. The cells helped 81.25% of the incomplete cases.",
    "Of 22 patients, 6 were complete, and 81.25% of the others improved.",
    "Of 22 patients, 6 were complete; 81.25% of the patients improved.",
    "32.5% of 40 patients improved.",
    "97% of 30 patients improved.",
    "14 of 16 (87.5%).",
    "14 of 16 patients (88%) walked.",
    "1 of 8 patients (12%) relapsed.",
    "1 of 8 patients (13%) relapsed.",
    "1 of 8 patients (12.5%) relapsed.",
    "2 of 3 patients (67%) relapsed.",
    "20 of 30 patients (66.6%) relapsed.",
    "66.6% of 30 patients relapsed.",
    "149 of the 359 women, or 41.5 percent, became pregnant.",
    "35 of the 68 members (51 percent) improved.",
    "Of 220 women, 23 (10.45%) felt relief.",
    "Survival was 90% (2 of 20 died).",
    "100% of 9 patients survived.",
    "0% of 9 patients died.",
    "50% of 40 patients improved.",
    "Of 78 patients, five (6.4 percent) had complete responses, 14 (18 percent) partial ones.",
    "Of the 15 patients with bone metastases, 14 (93%) did well.",
    "The trial had arms of 12 and 19. Of 31 women, 42.1% on the drug recovered.",
    "We treated 31 women, 17 with pills. 64.3% of the women recovered.",
    "Of 31 women, 17 took pills and 64.3% of the others recovered.",
    // too many to tell
    "31.3% of 4,000 patients improved.",
    "31% of 400 patients improved.",
    "68.21% of 31,000 women recovered.",
    // other percentages
    "Pain fell by 33.3% in 7 patients.",
    "A 33.3% reduction was seen in 7 patients.",
    "7 patients had 33.3% less pain.",
    "Of 31 women, 68.2% reduced pain scores were seen.",
    "Of the 170 women, a small group had an 85 percent reduction in hot flashes.",
    "The 7 patients had a mean score of 33.3%.",
    "In 7 patients the mean change was 33.3%.",
    "The interval was wide in 7 patients (95% CI 20% to 80%).",
    "With 95% confidence, 7 patients are too few.",
    "The 7 patients got 33.3% dextrose.",
    "A 0.9% saline drip was given to 7 patients.",
    "33.3% of the 7 mL dose reached 12 patients.",
    "33.3% of the dose reached the liver in 7 patients.",
    "33.3% of 40-year-old women are affected.",
    "33.3% of 7 million people are affected.",
    "About 33% of the 7 patients improved.",
    "Nearly 70% of 31 women recovered.",
    "More than 70% of the 31 women recovered.",
    "Up to 95% of our 12 patients improved.",
    "At least 70% of the 31 women recovered.",
    "Between 60% and 70% of the 31 women recovered.",
    "60% to 70% of the 31 women recovered.",
    "60-70% of the 31 women recovered.",
    "70% or more of the 31 women recovered.",
    "~70% of the 31 women recovered.",
    "An estimated 70% of the 31 women recovered.",
    "An average of 70% of the 31 women recovered.",
    "Almost nine out of 10 people (86%) were in remission.",
    "Two out of three patients (68%) improved.",
    "Nine of ten customers (86%) would come again.",
    "4 out of 5 users (78%) agreed.",
    "About 18 of 20 patients (85%) were satisfied.",
    // other people
    "We treated 31 women. 68.2% of women with this disease die.",
    "We treated 31 women. Worldwide, 68.2% of women recovered.",
    "We treated 31 women. In an earlier study 68.2% of the women recovered.",
    "We treated 31 women. 68.2% of those who took pills recovered.",
    "Of 31 women, of whom 68.2% smoked, most recovered.",
    "We randomised 31 women. 68.2% of the women in the placebo group recovered.",
    "We treated 31 women and 20 men. 68.2% of the women under forty recovered.",
    "Forty people joined. 33.3% of the placebo group improved.",
    "The 7 nurses say that 33.3% of patients improved in other countries.",
    "Some 33.3% of patients relapse.",
    "The prevalence is 4.7% in 31 countries.",
    "Of 31 clinics, 68.2% closed.",
    "In 2019 we saw 12 patients; 4.7% of the population is affected.",
    "Of the 40 responders, 18 (12% of all participants) relapsed.",
    "18 of 20 patients (95% CI 70 to 99) improved.",
    "18 of 20 patients (85% of those asked) agreed.",
    "Page 3 of 20 (85% read).",
    "Week 3 of 12 (85%) passed.",
    "After 3 of 12 weeks (85%) it ended.",
    "The rate was 3.1 percent per 100 patients.",
    "",
};

constexpr std::string_view kParts[] = {
    // counts
    "Of 22 patients, [[15 improved and 9]] did not.",
    "Of the 22 patients, [[15 improved and 9]] did not improve.",
    "Of 22 patients, [[13 improved and 6]] did not.",
    "Of 22 patients, [[15 improved, and the other 9]] stayed ill.",
    "Of 22 patients, [[15 walked and the remaining 5]] used a frame.",
    "Of 30 people, [[12 improved, 11 were unchanged and 10]] got worse.",
    "Of 30 people, [[12 improved, 11 were unchanged and 5]] got worse.",
    "Of 30 people, [[18 improved and 14]] deteriorated.",
    "Of 20 patients, [[12 survived and 9]] died.",
    "Of our 20 clients, [[12 were men and 9]] were women.",
    "We treated 20 patients ([[12 men and 9]] women).",
    "We treated 20 patients ([[12 men and 7]] women).",
    "The study had 20 participants: [[12 women and 9]] men.",
    "Of 40 volunteers, [[35 completed the course and 8]] withdrew.",
    "Of twenty-two patients, [[fifteen improved and nine]] did not.",
    "Of 22 patients, [[15 (68%) improved and 9]] (41%) did not.",
    "Of 22 patients, [[15 improved at 6 months and 9]] did not.",
    "Of 22 patients, [[25]] improved.",
    "Of the 12 women, [[14]] reported less pain.",
    "[[25 of 22]] patients improved.",
    "In all, [[31 of the 30]] participants finished.",
    // percentages
    "[[30% better, 50% same, 40%]] worse.",
    "[[30% got better, 50% stayed the same, and 40%]] got worse.",
    "[[30% improved, 40% were unchanged, and 20%]] worsened.",
    "In the end [[60% improved and 50%]] got worse.",
    "After a year, [[62% improved and the other 48%]] did not.",
    "[[70% improved and 40%]] did not.",
    "[[70% improved and 20%]] did not.",
    "Overall, [[55% were men and 48%]] were women.",
    "[[60.5% survived and 45.5%]] died.",
    "[[35% of patients improved, 50% of patients were unchanged, and 30%]] of patients worsened.",
    "It helped [[120%]] of our patients.",
    "It helped [[110 percent]] of people.",
    // cohorts
    "Forty patients were enrolled. After a year all [[46]] had recovered.",
    "Forty were enrolled. All [[46]] recovered.",
    "We enrolled 40 patients. All [[46]] patients improved.",
    "The study included 12 women. Pain fell in all [[14]] women.",
    // sums that hold
    "Of 22 patients, 13 improved and 9 did not.",
    "Of 22 patients, 13 improved, 6 did not, and 3 were lost to follow-up.",
    "Of 22 patients, 13 improved and 6 did not. Three were lost to follow-up.",
    "Of 22 patients, 13 improved, 6 did not, 3 lost.",
    "Of 22 patients, 15 improved and the other 7 did not.",
    "Of 30 people, 12 improved, 11 were unchanged and 7 got worse.",
    "Of 30 people, 12 improved and 5 got worse.",
    "We treated 20 patients (12 men and 8 women).",
    "Of 20 patients, 12 were men and 7 women.",
    "30% better, 50% same, 20% worse.",
    "33% improved, 33% were unchanged, and 33% worsened.",
    "33.4% improved, 33.4% were unchanged, and 33.4% worsened.",
    "60% improved and 20% got worse.",
    "62% were women and 35% were men.",
    "Forty patients enrolled; 36 were analysed.",
    "Forty patients were enrolled. All 40 recovered.",
    "Forty patients were enrolled. All 36 who stayed recovered.",
    "We enrolled 40 patients and 6 carers. All 46 people answered.",
    // groups that overlap, or other wholes
    "Of 22 patients, 15 improved and 9 slept better.",
    "Of 22 patients, 15 had pain and 12 had fatigue.",
    "Of 22 patients, 15 improved in sleep and 12 improved in pain.",
    "Of 22 patients, 15 were men and 12 improved.",
    "Of 22 patients, 15 walked and 12 did not sleep well.",
    "Of 22 patients, 15 improved on the drug and 9 did not on placebo.",
    "Of 22 patients, 12 improved, of whom 11 were women.",
    "Of 22 patients, 20 improved at first and later 9 got worse.",
    "Of 12 mothers, 150 babies were born.",
    "Of 22 patients, 25 knees were treated.",
    "Of about 22 patients, 15 improved and 9 did not.",
    "70% of the drug group improved and 60% of the placebo group got worse.",
    "70% improved on the drug versus 60% who got worse without it.",
    "70% improved at 3 months and 50% got worse at 12 months.",
    "Of 31 patients, 28 survived at one year and 4 had died by five years.",
    "38.3% of women and 34.3% of men are obese.",
    "Women improved by 60% and men by 50%.",
    "Smoking affects 60% of men and 50% of women.",
    "Pain 60%, fatigue 55%, nausea 30%.",
    "Scores were 30% better and pain was 90% worse.",
    "It improved by 30% and worsened by 80%.",
    "About 60% improved and 50% got worse.",
    "Sales rose 120% in a year.",
    "Patients improved by 120% of their baseline.",
    "Output was 120% of normal in our patients.",
    "In 2021 of 30 patients half improved.",
    "On day 30 of 28 patients two had left.",
    "Forty patients were enrolled in the first trial and more in the second. All 46 recovered.",
    "Forty patients were enrolled. All 46 hospitals took part.",
    "About forty patients were enrolled. All 46 recovered.",
    "We enrolled 40 patients, 3 nurses and 3 doctors. All 46 answered.",
    "Two hundred patients were treated. All 46 of the women recovered.",
    "",
};

constexpr std::string_view kSanity[] = {
    // p values
    "We saw [[p = 0.000]] and p = 0.03.",
    "The effect was clear ([[p=0.00]]).",
    "It fell ([[P = 0]]).",
    "It fell ([[p < 0]]).",
    "It fell ([[p < 0.000]]).",
    "It fell ([[p = .000]]).",
    "It fell ([[P-value = 0.0000]]).",
    "We saw [[p = 1.2]] in one test.",
    "We saw [[p > 1.5]] in one test.",
    // significant or not
    "The gel had a [[significant effect (p = 0.21]]).",
    "Pain was [[significantly reduced (p=0.06]]).",
    "The result was statistically [[significant (p > 0.05]]).",
    "The result reached statistical [[significance (p = 0.3]]).",
    "Sleep improved [[significantly, with a p value = 0.4]].",
    "The drop was [[significant (P = .08]]).",
    // intervals
    "HR 0.80 ([[95% CI 0.85-1.10]]).",
    "The risk was lower (HR 0.80, [[95% CI 0.85 to 1.10]]).",
    "HR 0.80 ([[95% CI 1.10 to 0.70]]).",
    "The mean was 12 ([[95% CI 15 to 20]]).",
    "The mean difference was -1.2 points ([[95% CI 2.0 to 3.4]]).",
    "The rate was 12% ([[95% CI 14% to 20%]]).",
    "The odds ratio was 2.5 ([[95% confidence interval: 1.1, 2.0]]).",
    "RR = 1.8 [[[95% CI 0.5-1.2]]].",
    "The median was 9.1 months ([[95% CI, 10.2-12.4]]).",
    "The hazard ratio was 0.80 ([[95% CI 0.54 to 1.11]]; p = 0.01).",
    "HR 0.80 ([[95% CI 0.54-1.11]], p < 0.05).",
    "There was a significantly lower risk (HR 0.80; [[95% CI 0.54-1.11]]).",
    "The gain was significant, with an odds ratio of 1.4 ([[95% CI 0.8 to 2.5]]).",
    "A significant mean difference of 1.2 ([[95% CI -0.4 to 2.8]]) was seen.",
    // near misses
    "There was a [[trend towards significance]].",
    "There was a [[trend toward statistical significance]] in the women.",
    "The difference [[approached significance]].",
    "The result was [[borderline significant]].",
    "The gain was [[marginally significant]] (p = 0.07).",
    "It [[almost reached statistical significance]].",
    "Pain scores were [[trending towards significance]].",
    "The findings [[bordered on statistical significance]].",
    // sane
    "Pain fell (p < 0.001).",
    "Pain fell (p = 0.0001).",
    "Groups did not differ (p = 1.0).",
    "Groups did not differ (p > 0.99).",
    "The association was strong (p = 1.2 x 10-8).",
    "The association was strong (p = 3 x 10-8).",
    "The association was strong (p = 1.2e-8).",
    "Pain fell (p = 0,03).",
    "Add vitamin p = 5 drops.",
    "The effect was significant (p = 0.02).",
    "The effect was significant (p = 0.05).",
    "The difference was not significant (p = 0.21).",
    "There was no significant difference (p = 0.4).",
    "The difference was non-significant (p = 0.4).",
    "The difference did not reach statistical significance (p = 0.16).",
    "The change wasn't significant (p = 0.4).",
    "Weight fell significantly (p = 0.01) and sleep did not change (p = 0.4).",
    "Weight fell significantly, but sleep did not change (p = 0.4).",
    "Pain was significantly lower (p = 0.02); sleep was similar (p = 0.7).",
    "Results were considered significant at p = 0.1.",
    "The significance level was set at p > 0.05.",
    "A significant interaction was sought (p = 0.08).",
    "The gain was clinically significant (p = 0.21).",
    "The effect was significant at week 65 (p = 0.007) and week 78 (p = 0.043).",
    "Neither result was significant (p = 0.3).",
    "It may be significant (p = 0.09).",
    "HR 0.80 (95% CI 0.70-0.92).",
    "HR 0.80 (95% CI 0.70-0.92; p = 0.002).",
    "HR 0.8 (95% CI 0.84-1.10).",
    "HR 0.57 (95% CI, 0.23-1.42; P = .22).",
    "The improvement was not significant (HR 0.57; 95% CI, 0.23-1.42; P = .22).",
    "Survival was slightly better (HR, 0.80; 95% CI, 0.56-1.13).",
    "Survival was 27 (95% CI, 20-45) vs 21 (95% CI, 17-35) months.",
    "The hazard ratio was 0.41 (95 percent confidence interval [CI] = 0.19-0.88).",
    "The mean difference was -1.2 points (95% CI -2.0 to -0.4).",
    "Pain fell by 1.2 points (95% CI -2.0 to -0.4).",
    "Pain fell by 1.2 points (95% CI -0.4 to -2.0).",
    "The rate was 8% versus 12% (95% CI 1% to 7%).",
    "It fell from 34% to 12% (95% CI 15% to 29%).",
    "The risk was lower by 31% (95% CI 0.55-0.87).",
    "The drug was tested in 45 patients (95% CI 1.2 to 3.4).",
    "At 12 months (95% CI 1.2 to 3.4) it held.",
    "The gaps were 0.8 and 0.7 (95% CIs 0.7-0.9 and 0.6-0.8).",
    "A 95% CI was computed for 3 outcomes.",
    "HR 0.99 (90% CI 0.80-1.20; p = 0.01).",
    "HR 0.81 (95% CI 0.65-1.01; p = 0.049).",
    "The mean was 0.9 (95% CI 0.4 to 1.6; p = 0.01).",
    "Survival did not suffer (HR 0.88, 95% CI 0.74 to 1.03; P<0.001 for noninferiority).",
    "The gel was non-inferior (HR 0.88, 95% CI 0.74 to 1.03; p < 0.001).",
    "The gain was the same in both (RR 1.1, 95% CI 0.9-1.4; p = 0.02 for interaction).",
    "The effect grew with the dose (OR 1.1, 95% CI 0.9-1.4; p = 0.01 for trend).",
    "The significant effect disappeared after adjustment (p = 0.12).",
    "The significant effect seen at week 4 disappeared at week 12 (p = 0.12).",
    "The significant gain vanished later (p = 0.3).",
    "The result was far from significant (p = 0.6).",
    "There was significant uncertainty about the effect (p = 0.3).",
    "A \"trend towards significance\" is a miss.",
    "The phrase trend towards significance should be avoided.",
    "It is wrong to speak of a trend towards significance.",
    "There was no trend towards significance.",
    "The trend was significant (p = 0.01).",
    "He met his significant other there.",
    "It is a significant step towards a significant cost cut.",
    "",
};

TEST(Grim, FindsSharesThatNoCountMakes) {
  for (const std::string_view line : kGrim) expect_marks(StatisticCheck::Grim, line);
}

TEST(PartsWhole, FindsSumsThatDoNotHold) {
  for (const std::string_view line : kParts) expect_marks(StatisticCheck::PartsWhole, line);
}

TEST(Sanity, FindsProbabilitiesAndIntervalsThatCannotBe) {
  for (const std::string_view line : kSanity) expect_marks(StatisticCheck::PCiSanity, line);
}

TEST(Statistics, ShowTheirArithmetic) {
  const auto detail = [](StatisticCheck check, std::string text) {
    return problems(check, std::move(text)).at(0).detail;
  };
  EXPECT_EQ(detail(StatisticCheck::Grim, "73.4% of 40 people walked."),
            "73.4% of 40 would be 29.36; 29 gives 72.5%, 30 gives 75.0%");
  EXPECT_EQ(detail(StatisticCheck::Grim, "18 of 20 patients (85%)."), "18 of 20 is 90%, not 85%");
  EXPECT_EQ(detail(StatisticCheck::PartsWhole, "Of 22 patients, 15 improved and 9 did not."), "15 + 9 = 24, not 22");
  EXPECT_EQ(detail(StatisticCheck::PartsWhole, "30% better, 50% same, 40% worse."), "30% + 50% + 40% = 120%, not 100%");
  EXPECT_EQ(detail(StatisticCheck::PCiSanity, "HR 0.80 (95% CI 0.85-1.10)."), "0.80 lies outside 0.85 to 1.10");
}

// The items of a list share the totals of the sentence that introduces it.
TEST(Grim, ReadsTheLeadIn) {
  testing::Article article;
  article.add("The trial had arms of 12 and 19 people:");
  article.add("Of 31 women, 42.1% recovered.");
  article.document.blocks[1].kind = BlockKind::ListItem;
  const auto count = [&] { return check_statistics(StatisticCheck::Grim, article.text, article.evidence()).size(); };
  static_cast<void>(article.evidence());
  EXPECT_EQ(count(), 1U);
  article.document.blocks[1].lead_in = 0;
  EXPECT_EQ(count(), 0U);
}

}  // namespace
}  // namespace hypelint

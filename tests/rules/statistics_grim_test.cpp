// Percentages of people against the counts stated.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

#include "rules/statistics_marks.h"

namespace hypelint {
namespace {

using testing::expect_marks;

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

TEST(Grim, FindsSharesThatNoCountMakes) {
  for (const std::string_view line : kGrim) expect_marks(StatisticCheck::Grim, line);
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

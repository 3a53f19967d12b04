// p values, intervals and the word "significant".
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

#include "rules/statistics_marks.h"

namespace hypelint {
namespace {

using testing::expect_marks;

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
    "The mean was 1 000 (95% CI 950 to 1 050).",
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

TEST(Sanity, FindsProbabilitiesAndIntervalsThatCannotBe) {
  for (const std::string_view line : kSanity) expect_marks(StatisticCheck::PCiSanity, line);
}

}  // namespace
}  // namespace hypelint

// Parts against their whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

#include "rules/statistics_marks.h"

namespace hypelint {
namespace {

using testing::expect_marks;

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
    "Out of 20 patients, [[25]] improved.",
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
    "In total [[55% of participants were women and 48%]] were men.",
    "The clients were [[55% women and 48%]] men.",
    "[[60% improved in a year and 55%]] got worse.",
    "[[60% improved with the drug and the other 55%]] did not.",
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
    "60 of the 30 men and 40 women improved.",
    "Of a hundred and twenty patients, 57 improved.",
    "Of 12 patients, 24 injected knees improved within six weeks.",
    "Of the 20 patients, 35 operated eyes were followed for a year.",
    "Of about 22 patients, 15 improved and 9 did not.",
    "70% of the drug group improved and 60% of the placebo group got worse.",
    "70% improved on the drug versus 60% who got worse without it.",
    "70% improved at 3 months and 50% got worse at 12 months.",
    "Of 31 patients, 28 survived at one year and 4 had died by five years.",
    "Of the doctors, 60% were men; of the nurses, 85% were women.",
    "Among those who answered, 60% were women; among those who did not, 55% were men.",
    "With the drug, 60% improved; without it, 55% did not.",
    "Of the treated, 90% survived; of the untreated, 40% died.",
    "After surgery, 60% improved, and after physiotherapy, 55% did not.",
    "In 2015, 60% were women; in 2020, 55% were men.",
    "The drug: 60% improved; the dummy: 55% did not.",
    "60% on the drug improved, 55% on the dummy pill did not.",
    "60% improved with the drug, 55% got worse without it.",
    "60% of smokers improved and 55% of residents got worse.",
    "38% of smokers were men and 65% of drinkers were women.",
    "55% were women in 2010 and 48% were men in 2020.",
    "Of 34 patients, 30 completed the course and 8 dropped a dose.",
    "Of 34 patients, 30 improved and 8 declined a second course.",
    "38.3% of women and 34.3% of men are obese.",
    "Women improved by 60% and men by 50%.",
    "Smoking affects 60% of men and 50% of women.",
    "Pain 60%, fatigue 55%, nausea 30%.",
    "Scores were 30% better and pain was 90% worse.",
    "It improved by 30% and worsened by 80%.",
    "About 60% improved and 50% got worse.",
    "Sales rose 120% in a year.",
    "Patients improved by 120% of their baseline.",
    "In ward 5 100% of patients improved.",
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

TEST(PartsWhole, FindsSumsThatDoNotHold) {
  for (const std::string_view line : kParts) expect_marks(StatisticCheck::PartsWhole, line);
}

}  // namespace
}  // namespace hypelint

// Every honest percentage is attainable, and impossible ones are found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

#include "evidence/article.h"
#include "rules/decimals.h"
#include "rules/statistics.h"

namespace hypelint {
namespace {

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

struct Printed {
  std::string up, even;
};

// 100 * count / total with ties up and with ties to even.
Printed printed(std::int64_t count, std::int64_t total, int decimals) {
  const std::int64_t scaled = 100 * power_of_ten(decimals) * count;
  const std::int64_t low = scaled / total;
  const std::int64_t rest = 2 * (scaled % total);
  const auto text = [decimals](std::int64_t value) { return to_string(Decimal{value, decimals}) + "%"; };
  const std::int64_t even = rest > total || (rest == total && low % 2 == 1) ? low + 1 : low;
  return {text(rest >= total ? low + 1 : low), text(even)};
}

std::size_t found(std::string text) {
  testing::Article article;
  article.add(std::move(text));
  const EvidenceIndex evidence = article.evidence();
  return check_statistics(StatisticCheck::Grim, article.text, evidence).size();
}

TEST(GrimProperty, EveryRoundedShareIsAccepted) {
  for (std::int64_t total = 2; total <= 60; ++total) {
    for (std::int64_t count = 0; count <= total; ++count) {
      for (int decimals = 0; decimals <= 2; ++decimals) {
        const Printed share = printed(count, total, decimals);
        const std::string of = " of " + std::to_string(total) + " patients";
        for (const std::string& percent : {share.up, share.even}) {
          ASSERT_EQ(found(percent + of + " improved."), 0U) << percent << of;
          ASSERT_EQ(found(std::to_string(count) + of + " (" + percent + ") improved."), 0U) << percent << of;
          ASSERT_EQ(found(std::to_string(count) + " (" + percent + ")" + of + " improved."), 0U) << percent << of;
          for (const std::int64_t n : {count, total}) {
            const std::string declared = percent + " of patients (n = " + std::to_string(n) + ") improved.";
            ASSERT_EQ(found(declared), 0U) << declared << of;
          }
        }
      }
    }
  }
}

// Neither a rounded nor a cut off share of any count.
bool is_impossible(std::int64_t scaled, int decimals, std::int64_t total) {
  const double unit = 1.0 / static_cast<double>(power_of_ten(decimals));
  const double percent = static_cast<double>(scaled) * unit;
  for (std::int64_t count = 0; count <= total; ++count) {
    const double off = 100.0 * static_cast<double>(count) / static_cast<double>(total) - percent;
    if (off > -0.5 * unit - 1e-9 && off < unit + 1e-9) return false;
  }
  return true;
}

TEST(GrimProperty, ImpossibleSharesAreFound) {
  std::mt19937 random(20171);
  int impossible = 0;
  for (int round = 0; round < 4000; ++round) {
    const int decimals = round % 3;
    const std::int64_t most = power_of_ten(decimals + 2) / 2;
    const std::int64_t total = std::uniform_int_distribution<std::int64_t>(2, most - 1)(random);
    const std::int64_t scaled = std::uniform_int_distribution<std::int64_t>(0, 100 * power_of_ten(decimals))(random);
    if (!is_impossible(scaled, decimals, total)) continue;
    ++impossible;
    const std::string percent = to_string(Decimal{scaled, decimals}) + "%";
    const std::string of = std::to_string(total);
    ASSERT_EQ(found(percent + " of " + of + " patients improved."), 1U) << percent << " of " << of;
    ASSERT_EQ(found("Of " + of + " women, " + percent + " recovered."), 1U) << percent << " of " << of;
  }
  EXPECT_GT(impossible, 1500);
}

TEST(GrimProperty, LargeTotalsAreNeverDoubted) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::int64_t scaled = std::uniform_int_distribution<std::int64_t>(0, 1000)(random);
    const std::int64_t total = std::uniform_int_distribution<std::int64_t>(1000, 1'000'000)(random);
    ASSERT_EQ(found(to_string(Decimal{scaled, 1}) + "% of " + std::to_string(total) + " patients improved."), 0U);
  }
}

TEST(GrimProperty, AnyBytesAreRead) {
  std::mt19937 random(3);
  const std::string pieces[] = {"Of ",
                                "22",
                                " patients",
                                ", ",
                                "%",
                                "(",
                                ")",
                                " of ",
                                "/",
                                "p = ",
                                "95% CI ",
                                "-",
                                "\xC3",
                                "\xE2\x89\xA5",
                                "all ",
                                "0.000",
                                "significant ",
                                ".",
                                "99999999999999999999"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += pieces[random() % std::size(pieces)];
    testing::Article article;
    article.add(text);
    const EvidenceIndex evidence = article.evidence();
    for (const auto check : {StatisticCheck::Grim, StatisticCheck::PartsWhole, StatisticCheck::PCiSanity}) {
      for (const StatisticProblem& problem : check_statistics(check, article.text, evidence)) {
        ASSERT_LT(problem.span.begin, problem.span.end) << text;
        ASSERT_LE(problem.span.end, text.size()) << text;
      }
    }
  }
}

}  // namespace
}  // namespace hypelint

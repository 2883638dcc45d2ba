// Golden values, computed apart from this code.

#include "stats/estimates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace pegel::stats {
namespace {

void expect_interval(const std::optional<Interval>& interval, double low, double high, double tolerance) {
  ASSERT_TRUE(interval);
  EXPECT_NEAR(interval->low, low, tolerance);
  EXPECT_NEAR(interval->high, high, tolerance);
}

TEST(Wilson, MatchesTheGoldenValues) {
  struct Case {
    int64_t x, n;
    double low, high;
  };
  for (const Case& c : {Case{12, 30, 24.59, 57.68}, Case{30, 200, 10.71, 20.61}, Case{0, 5, 0, 43.45},
                        Case{1, 1, 20.65, 100}, Case{12, 50, 14.3, 37.4}, Case{9, 40, 12.32, 37.50}}) {
    const auto interval = wilson(c.x, c.n);
    ASSERT_TRUE(interval);
    EXPECT_NEAR(100 * interval->low, c.low, 0.05) << c.x << "/" << c.n;
    EXPECT_NEAR(100 * interval->high, c.high, 0.05) << c.x << "/" << c.n;
  }
}

TEST(Wilson, HasNothingToSayWithoutTrials) { EXPECT_FALSE(wilson(0, 0)); }

TEST(Wilson, ReachesTheEdgesExactly) {
  for (int64_t n = 1; n < 2000; ++n) {
    EXPECT_EQ(wilson(0, n)->low, 0);
    EXPECT_EQ(wilson(n, n)->high, 1);
  }
}

TEST(AdjustedWald, MatchesTheGoldenValues) {
  expect_interval(adjusted_wald_nps(22, 8, 40), 8.90, 56.22, 0.005);
  expect_interval(adjusted_wald_nps(5, 0, 5), 17.49, 100, 0.005);
  expect_interval(adjusted_wald_nps(10, 5, 20), -11.7, 55.2, 0.05);
  EXPECT_FALSE(adjusted_wald_nps(0, 0, 0));
}

TEST(AdjustedWald, IsThePlainIntervalOfThreeMoreAnswers) {
  for (const NpsAnswers& given : {NpsAnswers{0, 0, 1}, NpsAnswers{7, 2, 11}, NpsAnswers{1, 50, 400}}) {
    // 1 and -1 with a weight of 0.75 more each, 0 with 1.5.
    const double n = static_cast<double>(given.n) + 3;
    const double up = (static_cast<double>(given.promoters) + 0.75) / n;
    const double down = (static_cast<double>(given.detractors) + 0.75) / n;
    const double mean = up - down;
    const double squares =
        up * (1 - mean) * (1 - mean) + down * (1 + mean) * (1 + mean) + (1 - up - down) * mean * mean;
    const double half = kZ95 * std::sqrt(squares / n);
    expect_interval(adjusted_wald_nps(given.promoters, given.detractors, given.n),
                    std::max(-100.0, 100 * (mean - half)), std::min(100.0, 100 * (mean + half)), 1e-9);
  }
}

TEST(AdjustedWald, OfTwoScoresAddsTheirVariances) {
  const NpsAnswers before{10, 5, 20};
  const NpsAnswers after{22, 8, 40};
  const auto one = *adjusted_wald_nps(10, 5, 20);
  const auto other = *adjusted_wald_nps(22, 8, 40);
  const double half = std::hypot(one.high - one.low, other.high - other.low) / 2;
  const double centre = (other.low + other.high) / 2 - (one.low + one.high) / 2;
  expect_interval(adjusted_wald_nps_difference(before, after), centre - half, centre + half, 1e-9);
  EXPECT_LE(adjusted_wald_nps_difference({0, 9, 9}, {9, 0, 9})->high, 200);
  EXPECT_FALSE(adjusted_wald_nps_difference(before, {0, 0, 0}));
}

TEST(StudentT, HasTheTabulatedPercentagePoints) {
  struct Case {
    int64_t df;
    double t;
  };
  for (const Case& c : {Case{1, 12.706204736174693}, Case{2, 4.302652729749462}, Case{3, 3.182446305283708},
                        Case{4, 2.7764451051977934}, Case{5, 2.570581835636314}, Case{10, 2.228138851964939},
                        Case{29, 2.045229642132703}, Case{30, 2.042272456301238}, Case{100, 1.983971518523549},
                        Case{1000, 1.962339080792}}) {
    EXPECT_NEAR(student_t975(c.df) / c.t, 1, 1e-9) << c.df;
  }
}

TEST(StudentT, ExpansionContinuesTheExactSums) {
  const double step = student_t975(199) - student_t975(200);
  EXPECT_NEAR(student_t975(200) - student_t975(201), step, 1e-6);
  EXPECT_NEAR(student_t975(1'000'000'000), kZ95, 1e-8);
}

TEST(StudentT, MatchesTheGoldenMean) {
  expect_interval(student_t(300, std::sqrt(6250.0), 5), 201.84, 398.16, 0.005);
  EXPECT_FALSE(student_t(300, 0, 1));
}

TEST(Garwood, MatchesTheGoldenCounts) {
  struct Case {
    int64_t events;
    double low, high;
  };
  for (const Case& c : {Case{0, 0, 3.688879454113936}, Case{1, 0.02531780798428765, 5.571643390938898},
                        Case{2, 0.24220927854396496, 7.224687667630155},
                        Case{21, 12.999330984076197, 32.10073073494339}, Case{46, 33.6777814089719, 61.357553710586}}) {
    const Interval interval = garwood(c.events);
    EXPECT_NEAR(interval.low, c.low, 1e-9 * (1 + c.low)) << c.events;
    EXPECT_NEAR(interval.high, c.high, 1e-9 * (1 + c.high)) << c.events;
  }
  EXPECT_NEAR(garwood(0).high, 3.688879454113936, 1e-11);
  EXPECT_NEAR(garwood(1).high, 5.571643390938898, 1e-10);
}

TEST(Welch, NeedsTwoValuesInBothAndIsAPointWithoutSpread) {
  EXPECT_FALSE(welch({5, 0, 1}, {7, 1, 9}));
  EXPECT_FALSE(welch({5, 1, 9}, {7, 0, 1}));
  expect_interval(welch({5, 0, 3}, {7, 0, 4}), 2, 2, 0);
}

TEST(Garwood, GivesTheGoldenRate) {
  expect_interval(garwood_rate(21, 1.4), 9.29, 22.93, 0.005);
  EXPECT_FALSE(garwood_rate(21, 0));
  EXPECT_FALSE(garwood_rate(0, -1));
}

TEST(Shrunk, MatchesTheGoldenValue) {
  EXPECT_NEAR(shrunk(1, 1, 0.24), 0.309, 0.0005);
  EXPECT_DOUBLE_EQ(shrunk(0, 0, 0.24), 0.24);
}

TEST(Garwood, WidensWithTheSquareRootOfLargeCounts) {
  for (const int64_t events : {1000, 100'000, 10'000'000}) {
    const double root = std::sqrt(static_cast<double>(events));
    EXPECT_NEAR((static_cast<double>(events) - garwood(events).low) / root, kZ95, 0.05) << events;
    EXPECT_NEAR((garwood(events).high - static_cast<double>(events)) / root, kZ95, 0.1) << events;
  }
}

TEST(OrderStatistics, CoverTheMedianOfTen) {
  const auto ranks = order_statistics(10, 0.5);
  ASSERT_TRUE(ranks);
  EXPECT_EQ(ranks->low, 2);
  EXPECT_EQ(ranks->high, 9);
  EXPECT_NEAR(ranks->cover, 0.978515625, 1e-12);
}

TEST(OrderStatistics, NeedSixValuesForAMedian) {
  EXPECT_FALSE(order_statistics(5, 0.5));
  ASSERT_TRUE(order_statistics(6, 0.5));
  EXPECT_NEAR(order_statistics(6, 0.5)->cover, 0.96875, 1e-12);
  EXPECT_FALSE(order_statistics(0, 0.5));
  EXPECT_FALSE(order_statistics(100, 0));
}

TEST(OrderStatistics, AgreeWithTheSumOfBinomialMasses) {
  for (const double q : {0.1, 0.25, 0.5, 0.75, 0.9}) {
    for (int64_t n = 1; n <= 200; ++n) {
      double mass = std::pow(1 - q, static_cast<double>(n));
      double below = 0;
      int64_t low = 0;
      for (int64_t k = 0; below + mass <= 0.025; ++k) {
        below += mass;
        ++low;
        mass *= static_cast<double>(n - k) / static_cast<double>(k + 1) * q / (1 - q);
      }
      const auto ranks = order_statistics(n, q);
      if (ranks) {
        EXPECT_EQ(ranks->low, low) << n << " " << q;
        EXPECT_GE(ranks->cover, 0.95);
      }
    }
  }
}

TEST(OrderStatistics, NarrowInLargeSamples) {
  const auto ranks = order_statistics(1'000'000, 0.5);
  ASSERT_TRUE(ranks);
  EXPECT_NEAR(static_cast<double>(ranks->low), 500'000 - 980, 2);
  EXPECT_NEAR(static_cast<double>(ranks->high), 500'001 + 980, 2);
}

}  // namespace
}  // namespace pegel::stats

#include "stats/linearised.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/bootstrap.h"
#include "stats/elementary.h"
#include "stats/median.h"

namespace pegel::stats {
namespace {

// Log-normal amounts, mean about 1.65 times the median, in no order.
std::vector<double> skewed(std::size_t n, uint64_t seed) {
  std::vector<double> values;
  Random random(seed);
  for (std::size_t i = 0; i < n; ++i) {
    const double p = (static_cast<double>(random.below(1'000'000)) + 0.5) / 1'000'000;
    values.push_back(1000 * stats::exp(normal_quantile(p)));
  }
  return values;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

TEST(Linearised, GivesTheNormalIntervalOfManyValues) {
  std::vector<double> values;
  for (int i = 0; i < 40'000; ++i) values.push_back(i % 400);
  const Interval interval = linearised(199.5, values).within(kZ95);
  const double half = kZ95 * 115.47 / 200;
  EXPECT_NEAR(interval.low, 199.5 - half, 0.001);
  EXPECT_NEAR(interval.high, 199.5 + half, 0.001);
}

TEST(Linearised, DoesNotDependOnTheOrderOfUnits) {
  std::vector<double> values = skewed(5000, 1);
  const Spread a = linearised(1, values);
  std::sort(values.begin(), values.end());
  const Spread b = linearised(1, values);
  EXPECT_EQ(a.error, b.error);
  EXPECT_EQ(a.skew, b.skew);
}

TEST(Linearised, OfNothingOrUnitsAllAlikeHasNoError) {
  EXPECT_EQ(linearised(3, {}).error, 0);
  EXPECT_EQ(linearised(3, std::vector<double>(10, 5.0)).error, 0);
  EXPECT_EQ(linearised(3, std::vector<double>(10, 0.0)).error, 0);
}

// A twentieth of the width, at the border, of amounts as skewed as deals are.
TEST(Linearised, AgreesWithTheBootstrapOfASkewedMean) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    const std::vector<double> values = skewed(kMostResampled, seed);
    const Interval line = linearised(mean_of(values), values).within(kZ95);
    const auto drawn = bootstrap(static_cast<uint32_t>(values.size()), seed, [&](Picks picks) {
      double sum = 0;
      for (const uint32_t pick : picks) sum += values[pick];
      return sum / static_cast<double>(picks.size());
    });
    const double width = drawn->high - drawn->low;
    EXPECT_NEAR(line.low, drawn->low, width / 20) << seed;
    EXPECT_NEAR(line.high, drawn->high, width / 20) << seed;
  }
}

TEST(NormalQuantile, IsThatOfTheTables) {
  EXPECT_NEAR(normal_quantile(0.975), kZ95, 1e-8);
  EXPECT_NEAR(normal_quantile(0.95), 1.644853626951, 1e-8);
  EXPECT_NEAR(normal_quantile(0.001), -3.090232306168, 1e-8);
  EXPECT_EQ(normal_quantile(0.5), 0);
}

TEST(MedianCounter, CountsOddAndEvenResamples) {
  MedianCounter counter({7, 3, 3, 9, 5});
  EXPECT_FALSE(counter.median());
  const auto median = [&](const std::vector<int32_t>& values) {
    counter.clear();
    for (const int32_t value : values) counter.add(counter.rank_of(value));
    return *counter.median();
  };
  EXPECT_EQ(median({9}), 9);
  EXPECT_EQ(median({9, 3}), 6);
  EXPECT_EQ(median({9, 3, 3}), 3);
  EXPECT_EQ(median({5, 7, 9, 3}), 6);
  EXPECT_EQ(median({5, 5, 9, 3}), 5);
}

std::vector<Repeated> repeated(std::vector<int32_t> values) {
  std::sort(values.begin(), values.end());
  std::vector<Repeated> list;
  for (const int32_t value : values) list.push_back({value, 1});
  return list;
}

TEST(LinearMedian, AgreesWithTheBootstrap) {
  Random random(4);
  std::vector<int32_t> values;
  for (int i = 0; i < 2001; ++i) values.push_back(static_cast<int32_t>(random.below(1000) * random.below(1000) / 100));
  const LinearMedian median(repeated(values), 1);
  std::vector<double> influences;
  double sum = 0;
  for (const int32_t value : values) sum += influences.emplace_back(median.influence(value));
  EXPECT_NEAR(sum / median.influence(INT32_MAX), 0, 1e-6);
  const Interval log_line = linearised(stats::log(median.value()), influences).within(kZ95);
  const Interval line{stats::exp(log_line.low), stats::exp(log_line.high)};
  MedianCounter counter(values);
  const auto drawn = bootstrap(2001, 1, [&](Picks picks) {
    counter.clear();
    for (const uint32_t pick : picks) counter.add(counter.rank_of(values[pick]));
    return *counter.median();
  });
  const double width = drawn->high - drawn->low;
  EXPECT_NEAR(line.low, drawn->low, width / 5);
  EXPECT_NEAR(line.high, drawn->high, width / 5);
}

TEST(LinearMedian, StaysAtItsFloor) {
  const LinearMedian median(std::vector<Repeated>{{0, 5}, {1, 2}}, 1);
  EXPECT_EQ(median.value(), 1);
  EXPECT_EQ(median.influence(0), 0);
  EXPECT_EQ(LinearMedian({}, 1).value(), 0);
}

}  // namespace
}  // namespace pegel::stats

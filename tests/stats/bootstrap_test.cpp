#include "stats/bootstrap.h"

#include <gtest/gtest.h>

namespace pegel::stats {
namespace {

double mean_of(const std::vector<double>& values, Picks picks) {
  double sum = 0;
  for (const uint32_t pick : picks) sum += values[pick];
  return sum / static_cast<double>(picks.size());
}

TEST(Random, IsTheSameEverywhere) {
  Random random(1);
  EXPECT_EQ(random.next(), 12966619160104079557u);
  EXPECT_EQ(random.next(), 9600361134598540522u);
}

TEST(Random, IsUniformBelowABound) {
  Random random(3);
  std::vector<int> counts(7);
  for (int i = 0; i < 70'000; ++i) ++counts[random.below(7)];
  for (const int count : counts) EXPECT_NEAR(count, 10'000, 400);
}

TEST(Bootstrap, IsDecidedByTheSeed) {
  std::vector<double> values;
  for (int i = 0; i < 50; ++i) values.push_back(i * i);
  const auto statistic = [&](Picks picks) { return mean_of(values, picks); };
  const auto a = bootstrap(50, 42, statistic);
  const auto b = bootstrap(50, 42, statistic);
  const auto c = bootstrap(50, 43, statistic);
  EXPECT_EQ(a->low, b->low);
  EXPECT_EQ(a->high, b->high);
  EXPECT_TRUE(a->low != c->low || a->high != c->high);
}

TEST(Bootstrap, ComesCloseToTheNormalInterval) {
  std::vector<double> values;
  for (int i = 0; i < 400; ++i) values.push_back(i);
  const auto interval = bootstrap(400, 1, [&](Picks picks) { return mean_of(values, picks); });
  const double half = kZ95 * 115.47 / 20;
  EXPECT_NEAR(interval->low, 199.5 - half, 1);
  EXPECT_NEAR(interval->high, 199.5 + half, 1);
}

TEST(Bootstrap, NeedsTwoUnits) {
  EXPECT_FALSE(bootstrap(1, 1, [](Picks) { return 0.0; }));
  EXPECT_FALSE(bootstrap(0, 1, [](Picks) { return 0.0; }));
}

TEST(SeedOf, DependsOnSeedAndKey) {
  EXPECT_EQ(seed_of(1, "A"), seed_of(1, "A"));
  EXPECT_NE(seed_of(1, "A"), seed_of(1, "B"));
  EXPECT_NE(seed_of(1, "A"), seed_of(2, "A"));
}

TEST(Quantile, OfValuesInAnyOrderIsThatOfThoseInOrder) {
  Random random(3);
  for (uint32_t n = 1; n < 60; ++n) {
    std::vector<double> values;
    for (uint32_t i = 0; i < n; ++i) values.push_back(random.below(20) / 7.0);
    std::vector<double> ascending = values;
    std::sort(ascending.begin(), ascending.end());
    for (const double q : {0.0, 0.025, 0.3, 0.5, 0.975, 1.0}) {
      EXPECT_EQ(quantile_among(values, q), quantile_of(ascending, q)) << n << ' ' << q;
    }
  }
}

}  // namespace
}  // namespace pegel::stats

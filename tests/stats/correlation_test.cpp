#include "stats/correlation.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "stats/bootstrap.h"

namespace pegel::stats {
namespace {

using Numbers = std::vector<double>;

TEST(Ranks, OfEqualValuesAreTheMeanOfTheirPlaces) {
  EXPECT_EQ(ranks(Numbers{30, 10, 20, 20}), (Numbers{4, 1, 2.5, 2.5}));
  EXPECT_EQ(ranks(Numbers{}), Numbers{});
}

TEST(Correlation, IsFullAlongALineAndAlongAnyRise) {
  const Numbers x = {1, 2, 3, 4, 5};
  const Numbers cubes = {1, 8, 27, 64, 125};
  EXPECT_EQ(pearson(x, x)->value, 1);
  EXPECT_LT(pearson(x, cubes)->value, 0.96);
  EXPECT_EQ(spearman(x, cubes)->value, 1);
  EXPECT_EQ(spearman(x, cubes)->interval->low, 1);
}

TEST(Correlation, IsNothingOfConstantsOrOneUnit) {
  const Numbers x = {1, 2, 3};
  EXPECT_FALSE(pearson(x, Numbers{4, 4, 4}));
  EXPECT_FALSE(spearman(Numbers{4, 4, 4}, x));
  EXPECT_FALSE(pearson(Numbers{1}, Numbers{2}));
  EXPECT_FALSE(spearman(Numbers{}, Numbers{}));
  EXPECT_FALSE(pearson(x, x)->interval) << "three units are too few";
}

TEST(Spearman, OfResamplesIsThatOfTheUnitsDrawn) {
  Random random(5);
  Numbers x, y;
  for (int i = 0; i < 60; ++i) {
    x.push_back(random.below(5));
    y.push_back(x.back() + random.below(4));
  }
  const auto plain = bootstrap(60, 9, [&](Picks picks) {
    Numbers a, b;
    for (const uint32_t pick : picks) {
      a.push_back(x[pick]);
      b.push_back(y[pick]);
    }
    return spearman(a, b)->value;
  });
  const auto counted = resampled_spearman(x, y, 9);
  ASSERT_TRUE(counted);
  EXPECT_EQ(counted->low, plain->low);
  EXPECT_EQ(counted->high, plain->high);
  EXPECT_LT(counted->low, spearman(x, y)->value);
  EXPECT_GT(counted->high, spearman(x, y)->value);
  EXPECT_FALSE(resampled_spearman(Numbers{1}, Numbers{2}, 9));
}

TEST(Spearman, DoesNotDependOnTheOrderOfUnits) {
  Random random(3);
  std::vector<std::pair<double, double>> units;
  for (int i = 0; i < 500; ++i) {
    const double x = random.below(60);
    units.emplace_back(x, x + random.below(100));
  }
  const auto rho = [&] {
    Numbers x, y;
    for (const auto& [a, b] : units) {
      x.push_back(a);
      y.push_back(b);
    }
    return *spearman(x, y);
  };
  const Correlation before = rho();
  std::sort(units.begin(), units.end());
  EXPECT_EQ(rho().value, before.value);
  EXPECT_EQ(rho().interval->low, before.interval->low);
}

}  // namespace
}  // namespace pegel::stats

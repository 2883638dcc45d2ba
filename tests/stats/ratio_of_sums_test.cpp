#include "stats/ratio_of_sums.h"

#include <gtest/gtest.h>

#include "stats/bootstrap.h"
#include "stats/two_means.h"

namespace pegel::stats {
namespace {

constexpr base::Micros kUnit = base::kOne;

// Units of one to nine orders of 20 to 500 each.
partial::Pairs customers(uint32_t n, uint64_t seed) {
  Random random(seed);
  partial::Pairs pairs;
  for (uint32_t unit = 0; unit < n; ++unit) {
    for (uint32_t order = 0; order <= random.below(9); ++order) {
      pairs.add(unit * 7919u, (20 + random.below(480)) * kUnit, kUnit);
    }
  }
  return pairs;
}

TEST(RatioOfSums, DividesTheSumsOfWhatUnitsAddUpTo) {
  partial::Pairs pairs;
  pairs.add(1, 100 * kUnit, kUnit);
  pairs.add(2, 20 * kUnit, kUnit);
  pairs.add(1, 60 * kUnit, 2 * kUnit);
  EXPECT_EQ(pairs.units().size(), 2u);
  EXPECT_DOUBLE_EQ(ratio_of_sums(pairs, 1)->value, 45);
}

TEST(RatioOfSums, OfOneUnitHasNoInterval) {
  partial::Pairs pairs;
  pairs.add(1, 100 * kUnit, 4 * kUnit);
  EXPECT_DOUBLE_EQ(ratio_of_sums(pairs, 1)->value, 25);
  EXPECT_FALSE(ratio_of_sums(pairs, 1)->interval);
}

TEST(RatioOfSums, IsNothingWhereNothingIsDividedBy) {
  partial::Pairs pairs;
  EXPECT_FALSE(ratio_of_sums(pairs, 1));
  pairs.add(1, 100 * kUnit, 0);
  pairs.add(2, 50 * kUnit, 0);
  EXPECT_FALSE(ratio_of_sums(pairs, 1));
}

TEST(RatioOfSums, HasNoEndWhereTheDivisorMayAsWellBeZero) {
  partial::Pairs pairs;
  for (uint64_t unit = 0; unit < 6; ++unit) pairs.add(unit, 100 * kUnit, unit == 0 ? kUnit : 0);
  EXPECT_FALSE(ratio_of_sums(pairs, 1)->interval);
}

// Drawn for few units and computed for many: at the border they must meet.
TEST(RatioOfSums, LinearisedAgreesWithDrawn) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    const partial::Pairs pairs = customers(400, seed);
    const auto line = ratio_of_sums(pairs, seed);
    EXPECT_FALSE(line->resampled);
    const auto& units = pairs.units();
    const auto drawn = bootstrap(static_cast<uint32_t>(units.size()), seed, [&](Picks picks) {
      partial::Pairs::Amounts sums;
      for (const uint32_t pick : picks) sums.join(units[pick].value);
      return base::to_double(sums.x) / base::to_double(sums.y);
    });
    const double width = drawn->high - drawn->low;
    EXPECT_NEAR(line->interval->low, drawn->low, width / 15) << seed;
    EXPECT_NEAR(line->interval->high, drawn->high, width / 15) << seed;
    EXPECT_TRUE(ratio_of_sums(customers(200, seed), seed)->resampled);
  }
}

partial::Quantiles amounts(uint32_t n, uint32_t most, uint64_t seed) {
  Random random(seed);
  partial::Quantiles values;
  for (uint32_t i = 0; i < n; ++i) values.add(int64_t{random.below(most)} * random.below(most));
  return values;
}

TEST(DifferenceOfMeans, LinearisedAgreesWithDrawn) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    const auto few = difference_of_means(amounts(100, 100, seed), amounts(100, 130, seed + 9), 100, seed);
    const auto many = difference_of_means(amounts(101, 100, seed), amounts(100, 130, seed + 9), 100, seed);
    EXPECT_TRUE(few->resampled);
    EXPECT_FALSE(many->resampled);
    const double width = few->interval.high - few->interval.low;
    EXPECT_NEAR(few->interval.high - few->value, many->interval.high - many->value, width / 15) << seed;
    EXPECT_NEAR(few->interval.low - few->value, many->interval.low - many->value, width / 15) << seed;
  }
}

TEST(DifferenceOfMeans, NeedsTwoValuesInBoth) {
  EXPECT_FALSE(difference_of_means(amounts(1, 9, 1), amounts(5, 9, 1), 1, 1));
  EXPECT_FALSE(difference_of_means(amounts(5, 9, 1), amounts(0, 9, 1), 1, 1));
  const auto same = difference_of_means(amounts(5, 1, 1), amounts(6, 1, 1), 1, 1);
  EXPECT_EQ(same->interval.low, 0);
  EXPECT_EQ(same->interval.high, 0);
}

}  // namespace
}  // namespace pegel::stats

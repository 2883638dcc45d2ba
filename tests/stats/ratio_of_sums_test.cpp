#include "stats/ratio_of_sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "partial/groups.h"
#include "stats/bootstrap.h"
#include "stats/elementary.h"
#include "stats/normal.h"
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

// A plain bootstrap of many resamples: what the closed forms below stand for.
constexpr Bootstrap kMany{8000, 0.95};

struct Deal {
  double won;
  double amount;
};
// Skewed amounts, two in five of them won.
std::vector<Deal> deals(uint32_t n, uint64_t seed) {
  Random random(seed);
  std::vector<Deal> list;
  for (uint32_t i = 0; i < n; ++i) {
    const double amount = 50.0 + static_cast<double>(random.below(30) * random.below(30) * random.below(30));
    list.push_back({random.below(5) < 2 ? amount : 0, amount});
  }
  return list;
}

SumsOfTwo sums_of(const std::vector<Deal>& list) {
  SumsOfTwo sums;
  for (const Deal& deal : list) {
    ++sums.n;
    sums.x += deal.won;
    sums.y += deal.amount;
    sums.xx += deal.won * deal.won;
    sums.xy += deal.won * deal.amount;
    sums.yy += deal.amount * deal.amount;
  }
  return sums;
}

// Each end within a twentieth of the width; the width itself within a few per cent.
void expect_alike(const Interval& line, const Interval& drawn, const std::string& what) {
  const double width = drawn.high - drawn.low;
  EXPECT_NEAR(line.high - line.low, width, width / 20) << what;
  EXPECT_NEAR(line.low, drawn.low, width / 15) << what;
  EXPECT_NEAR(line.high, drawn.high, width / 15) << what;
}

TEST(DeltaRatio, AgreesWithABootstrapOverUnits) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    const std::vector<Deal> list = deals(500, seed);
    const auto drawn = bootstrap(
        500, seed,
        [&](Picks picks) {
          double won = 0;
          double all = 0;
          for (const uint32_t pick : picks) {
            won += list[pick].won;
            all += list[pick].amount;
          }
          return won / all;
        },
        kMany);
    expect_alike(*delta_ratio(sums_of(list)), *drawn, "seed " + std::to_string(seed));
  }
}

TEST(DeltaRatio, SaysNothingWhereNothingVaries) {
  EXPECT_FALSE(delta_ratio({}));
  EXPECT_FALSE(delta_ratio({1, 3, 5, 9, 15, 25}));
  EXPECT_FALSE(delta_ratio({2, 0, 0, 0, 0, 0}));
  EXPECT_FALSE(delta_ratio({6, 600, 600, 60'000, 60'000, 60'000})) << "all won";
  EXPECT_TRUE(delta_ratio({6, 500, 600, 50'000, 50'000, 60'000}));
}

SumOfEvents events(uint32_t n, uint64_t seed) {
  SumOfEvents sum;
  for (const Deal& deal : deals(n, seed)) {
    ++sum.n;
    sum.sum += deal.amount;
    sum.squares += deal.amount * deal.amount;
  }
  return sum;
}

// A bootstrap that draws deals of both times: how many of them fall into each is left to chance, too.
TEST(DeltaGrowth, AgreesWithABootstrapOverTheDealsOfBothTimes) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    constexpr uint32_t kNow = 450;
    constexpr uint32_t kBefore = 350;
    std::vector<Deal> both = deals(kNow, seed);
    const std::vector<Deal> before = deals(kBefore, seed + 100);
    both.insert(both.end(), before.begin(), before.end());
    const auto drawn = bootstrap(
        kNow + kBefore, seed,
        [&](Picks picks) {
          double now = 0;
          double earlier = 0;
          for (const uint32_t pick : picks) (pick < kNow ? now : earlier) += both[pick].amount;
          return now / earlier;
        },
        kMany);
    expect_alike(*delta_growth(events(kNow, seed), events(kBefore, seed + 100)), *drawn, std::to_string(seed));
  }
}

TEST(DeltaGrowth, IsThatOfTwoCountsWhereAllAmountsAreAlike) {
  const auto interval = delta_growth({100, 500, 2500}, {80, 400, 2000});
  const double half = kZ95 * std::sqrt(1.0 / 100 + 1.0 / 80);
  EXPECT_NEAR(interval->low, 1.25 * stats::exp(-half), 1e-12);
  EXPECT_NEAR(interval->high, 1.25 * stats::exp(half), 1e-12);
  EXPECT_FALSE(delta_growth({100, 500, 2500}, {3, -5, 9}));
  EXPECT_FALSE(delta_growth({100, -1, 2500}, {80, 400, 2000}));
}

// What random groups of units spread says how units do, to a few per cent of the width; lines of one order count as one.
TEST(RandomGroups, GiveTheIntervalOfTheirUnits) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    Random random(seed);
    partial::Groups groups;
    partial::Pairs pairs;
    for (uint32_t order = 0; order < 20'000; ++order) {
      const uint64_t id = base::entity_of(std::to_string(seed) + ' ' + std::to_string(order));
      const base::Micros margin = random.below(50) * kUnit / 100;
      for (uint32_t line = 0; line <= random.below(6); ++line) {
        const base::Micros revenue = 20 + random.below(480);
        groups.add(id, revenue * margin, revenue * kUnit);
        pairs.add(id, revenue * margin, revenue * kUnit);
      }
    }
    const auto units = ratio_of_sums(pairs, seed);
    const auto grouped = ratio_of_sums(groups.units(), seed);
    EXPECT_DOUBLE_EQ(grouped->value, units->value);
    const double width = units->interval->high - units->interval->low;
    EXPECT_NEAR(grouped->interval->high - grouped->interval->low, width, 0.08 * width) << seed;
  }
}

// Of two independent normal estimates: where the middle 95 of a hundred products lie.
TEST(Product, AgreesWithDrawnProducts) {
  const double cases[][4] = {{100, 5, 2, 0.1}, {100, 30, 2, 0.3}, {-40, 10, 3, 0.2}, {5, 10, 1, 0.05}};
  for (const auto& [a, error_a, b, error_b] : cases) {
    Random random(7);
    const auto normal = [&] { return normal_quantile((random.below(1'000'000) + 0.5) / 1'000'000); };
    std::vector<double> drawn;
    for (int i = 0; i < 40'000; ++i) drawn.push_back((a + error_a * normal()) * (b + error_b * normal()));
    std::sort(drawn.begin(), drawn.end());
    const Interval found =
        product(a, {a - kZ95 * error_a, a + kZ95 * error_a}, b, {b - kZ95 * error_b, b + kZ95 * error_b});
    const double width = quantile_of(drawn, 0.975) - quantile_of(drawn, 0.025);
    EXPECT_NEAR(found.low, quantile_of(drawn, 0.025), width / 12) << a;
    EXPECT_NEAR(found.high, quantile_of(drawn, 0.975), width / 12) << a;
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

#include "stats/chances.h"

#include <gtest/gtest.h>

#include <map>

#include "stats/bootstrap.h"
#include "stats/linearised.h"

namespace pegel::stats {
namespace {

constexpr base::Micros kUnit = base::kOne;

partial::Chances chances(uint32_t n, uint64_t seed) {
  Random random(seed);
  partial::Chances list;
  for (uint32_t i = 0; i < n; ++i) {
    const base::Micros amount = (1 + random.below(30) * random.below(30)) * kUnit;
    list.add({amount, random.below(101) * kUnit / 100});
  }
  return list;
}

// Every outcome with its probability, one deal after the other.
std::map<int64_t, double> all_sums(const partial::Chances& list) {
  std::map<int64_t, double> sums{{0, 1.0}};
  for (const partial::Chance& chance : list.sorted()) {
    std::map<int64_t, double> next;
    const double p = base::to_double(chance.probability);
    for (const auto& [sum, probability] : sums) {
      next[sum] += probability * (1 - p);
      next[sum + chance.amount / kUnit] += probability * p;
    }
    sums = std::move(next);
  }
  return sums;
}

double quantile(const std::map<int64_t, double>& sums, double q) {
  double below = 0;
  for (const auto& [sum, probability] : sums) {
    below += probability;
    if (below >= q) return static_cast<double>(sum);
  }
  return static_cast<double>(sums.rbegin()->first);
}

TEST(SumOfChances, OfFewLiesWhereAllOutcomesSay) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    const partial::Chances list = chances(12 + static_cast<uint32_t>(seed), seed);
    const SumOfChances sum = sum_of_chances(list, seed);
    const auto all = all_sums(list);
    double mean = 0;
    for (const auto& [outcome, probability] : all) mean += static_cast<double>(outcome) * probability;
    EXPECT_NEAR(sum.value, mean, 1e-6);
    ASSERT_TRUE(sum.interval && sum.simulated);
    const double width = quantile(all, 0.975) - quantile(all, 0.025);
    EXPECT_NEAR(sum.interval->low, quantile(all, 0.025), width / 15) << seed;
    EXPECT_NEAR(sum.interval->high, quantile(all, 0.975), width / 15) << seed;
  }
}

TEST(SumOfChances, OfManyMeetsThatOfFew) {
  for (uint64_t seed = 1; seed <= 5; ++seed) {
    const auto few = sum_of_chances(chances(static_cast<uint32_t>(kMostResampled), seed), seed);
    const auto many = sum_of_chances(chances(static_cast<uint32_t>(kMostResampled) + 1, seed), seed);
    EXPECT_TRUE(few.simulated);
    EXPECT_FALSE(many.simulated);
    const double width = few.interval->high - few.interval->low;
    EXPECT_NEAR(many.interval->high - many.value, few.interval->high - few.value, width / 15) << seed;
    EXPECT_NEAR(many.interval->low - many.value, few.interval->low - few.value, width / 15) << seed;
  }
}

TEST(SumOfChances, IsCertainWithoutChance) {
  partial::Chances list;
  for (int i = 0; i < 9; ++i) list.add({100 * kUnit, i < 4 ? kUnit : 0});
  EXPECT_EQ(sum_of_chances(list, 1).value, 400);
  EXPECT_FALSE(sum_of_chances(list, 1).interval);
  EXPECT_FALSE(sum_of_chances({}, 1).interval);
}

}  // namespace
}  // namespace pegel::stats

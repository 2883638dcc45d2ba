#include "stats/two_shares.h"

#include <gtest/gtest.h>

namespace pegel::stats {
namespace {

TEST(TwoShares, MatchTheGoldenValues) {
  struct Case {
    Share a, b;
    double points, low, high, p;
  };
  for (const Case& c :
       {Case{{30, 200}, {48, 200}, 9.0, 1.22, 16.68, 0.0231}, Case{{6, 30}, {18, 30}, 40.0, 15.3, 58.6, 0.0016},
        Case{{60, 100}, {70, 100}, 10.0, -3.15, 22.7, 0.138}}) {
    const auto found = two_shares(c.a, c.b);
    ASSERT_TRUE(found);
    EXPECT_NEAR(100 * found->value, c.points, 1e-9);
    EXPECT_NEAR(100 * found->interval.low, c.low, 0.05);
    EXPECT_NEAR(100 * found->interval.high, c.high, 0.05);
    EXPECT_NEAR(found->p, c.p, 0.0005);
  }
  EXPECT_NEAR(two_shares({30, 200}, {48, 200})->z, 2.272, 0.0005);
}

TEST(TwoShares, TurnAroundWithTheGroups) {
  const auto there = two_shares({3, 40}, {21, 90});
  const auto back = two_shares({21, 90}, {3, 40});
  EXPECT_EQ(there->z, -back->z);
  EXPECT_EQ(there->p, back->p);
  EXPECT_DOUBLE_EQ(there->interval.low, -back->interval.high);
}

TEST(TwoShares, NeedTrialsInBoth) {
  EXPECT_FALSE(two_shares({0, 0}, {3, 9}));
  EXPECT_FALSE(two_shares({3, 9}, {0, 0}));
}

TEST(TwoShares, AreNotToldApartWhereAllOrNoneHaveIt) {
  for (const int64_t x : {0, 1}) {
    const auto found = two_shares({x * 7, 7}, {x * 12, 12});
    EXPECT_EQ(found->z, 0);
    EXPECT_EQ(found->p, 1);
    EXPECT_LT(found->interval.low, 0);
    EXPECT_GT(found->interval.high, 0);
  }
}

TEST(Holm, CorrectsTheSmallestMost) {
  EXPECT_EQ(holm({}), std::vector<double>());
  EXPECT_EQ(holm(std::vector<double>{0.5}), std::vector<double>{0.5});
  const auto corrected = holm(std::vector<double>{0.03, 0.01, 0.04});
  EXPECT_DOUBLE_EQ(corrected[0], 0.06);
  EXPECT_DOUBLE_EQ(corrected[1], 0.03);
  EXPECT_DOUBLE_EQ(corrected[2], 0.06);
}

TEST(TrialsPerGroup, MatchTheGoldenValue) { EXPECT_EQ(trials_per_group(0.15, 0.165), 9254); }

TEST(TrialsPerGroup, AreNoneForEqualSharesOrImpossibleOnes) {
  struct Case {
    double a, b, alpha, power;
  };
  for (const Case& c :
       {Case{0.2, 0.2, 0.05, 0.8}, Case{-0.1, 0.2, 0.05, 0.8}, Case{0.1, 1.2, 0.05, 0.8}, Case{0.1, 0.2, 0, 0.8},
        Case{0.1, 0.2, 0.05, 1}, Case{0.1, 0.2, 0.05, 0.02}, Case{0.1, 0.1 + 1e-12, 0.05, 0.8}}) {
    EXPECT_FALSE(trials_per_group(c.a, c.b, c.alpha, c.power)) << c.a << " " << c.b << " " << c.alpha << " " << c.power;
  }
  EXPECT_EQ(trials_per_group(0, 1), 1);
}

}  // namespace
}  // namespace pegel::stats

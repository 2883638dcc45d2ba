#include "stats/kaplan_meier.h"

#include <gtest/gtest.h>

namespace pegel::stats {
namespace {

partial::Survival of(std::initializer_list<int64_t> finished, std::initializer_list<int64_t> open) {
  partial::Survival durations;
  for (const int64_t time : finished) durations.add(time, true);
  for (const int64_t time : open) durations.add(time, false);
  return durations;
}

TEST(KaplanMeier, MatchesTheGoldenMedian) {
  const KaplanMeier curve(of({1, 2, 2, 3, 5, 8, 13}, {6, 20}));
  EXPECT_EQ(curve.quantile(0.5), 5);
  EXPECT_NEAR(curve.open_after(5), 4.0 / 9, 1e-15);
  EXPECT_EQ(curve.steps()[3].waiting, 5);
}

TEST(KaplanMeier, GivesThePlainMedianWhenNothingIsOpen) {
  EXPECT_EQ(KaplanMeier(of({12, 18, 21, 25, 28, 30, 34, 41, 55, 136}, {})).quantile(0.5), 29);
  EXPECT_EQ(KaplanMeier(of({7, 7, 7}, {})).quantile(0.5), 7);
  EXPECT_EQ(KaplanMeier(of({4}, {})).quantile(0.9), 4);
}

TEST(KaplanMeier, HasNoMedianBeforeHalfHaveFinished) {
  EXPECT_FALSE(KaplanMeier(of({1}, {9, 9})).quantile(0.5));
  EXPECT_EQ(KaplanMeier(of({1, 2}, {9, 9})).quantile(0.5), 5.5);
}

TEST(KaplanMeier, OfNothingOrNothingFinishedIsAllOpen) {
  for (const auto& durations : {of({}, {}), of({}, {3, 8})}) {
    const KaplanMeier curve(durations);
    EXPECT_EQ(curve.open_after(100), 1);
    EXPECT_FALSE(curve.open_interval(100));
    EXPECT_FALSE(curve.quantile(0.5));
    EXPECT_FALSE(curve.quantile_interval(0.5).low);
    EXPECT_FALSE(curve.quantile_interval(0.5).high);
  }
}

TEST(KaplanMeier, CountsThoseLostFromSightAtATimeAsWaitingThen) {
  const KaplanMeier curve(of({5, 9}, {5}));
  EXPECT_EQ(curve.steps()[0].waiting, 3);
  EXPECT_EQ(curve.steps()[1].waiting, 1);
}

TEST(LogRank, TellsWhoFinishesSooner) {
  const auto slow = of({20, 25, 31, 40, 44, 52}, {60});
  const auto fast = of({1, 2, 2, 3, 5, 8, 13}, {6});
  EXPECT_GT(log_rank(slow, fast)->z, 2);
  EXPECT_EQ(log_rank(slow, fast)->z, -log_rank(fast, slow)->z);
  EXPECT_EQ(log_rank(slow, slow)->z, 0);
  EXPECT_EQ(log_rank(slow, slow)->p, 1);
}

TEST(LogRank, HasNothingToTellWithoutCommonTimes) {
  EXPECT_FALSE(log_rank(of({}, {}), of({1, 2}, {})));
  EXPECT_FALSE(log_rank(of({}, {5}), of({}, {7})));
  EXPECT_FALSE(log_rank(of({9}, {}), of({}, {3})));
}

}  // namespace
}  // namespace pegel::stats

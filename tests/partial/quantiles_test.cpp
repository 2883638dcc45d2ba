#include "partial/quantiles.h"

#include <gtest/gtest.h>

namespace pegel::partial {
namespace {

Quantiles of(std::initializer_list<int64_t> values) {
  Quantiles q;
  for (const int64_t value : values) q.add(value);
  return q;
}

TEST(Quantiles, InterpolatesBetweenNeighbours) {
  const Quantiles q = of({136, 12, 41, 21, 28, 25, 30, 34, 18, 55});
  EXPECT_DOUBLE_EQ(q.quantile(0.5), 29);
  EXPECT_DOUBLE_EQ(q.quantile(0.25), 22);
  EXPECT_DOUBLE_EQ(q.quantile(0), 12);
  EXPECT_DOUBLE_EQ(q.quantile(1), 136);
}

TEST(Quantiles, OfOneValueAreThatValue) { EXPECT_DOUBLE_EQ(of({7}).quantile(0.9), 7); }

TEST(Quantiles, StaySortedWhenAddedToAfterLooking) {
  Quantiles q = of({5, 3});
  EXPECT_EQ(q.at(1), 3);
  q.add(1);
  EXPECT_EQ(q.at(1), 1);
  EXPECT_EQ(q.at(3), 5);
}

}  // namespace
}  // namespace pegel::partial

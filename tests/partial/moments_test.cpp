#include "partial/moments.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace pegel::partial {
namespace {

constexpr base::Micros kUnit = base::kOne;

TEST(Moments, GivesMeanAndSampleStandardDeviation) {
  Moments m;
  for (const int value : {200, 400, 300, 250, 350}) m.add(value * kUnit);
  EXPECT_EQ(m.n(), 5);
  EXPECT_DOUBLE_EQ(m.mean(), 300);
  EXPECT_DOUBLE_EQ(m.standard_deviation(), 79.0569415042094833);
  EXPECT_EQ(m.min(), 200 * kUnit);
  EXPECT_EQ(m.max(), 400 * kUnit);
}

TEST(Moments, KeepsTheSpreadOfLargeValuesThatLieClose) {
  Moments m;
  for (const int64_t value : {9'000'000'000'000'000'001, 9'000'000'000'000'000'002, 9'000'000'000'000'000'003})
    m.add(value);
  EXPECT_DOUBLE_EQ(m.standard_deviation(), 1e-6);
}

TEST(Moments, TakesTheExtremesOfInt64) {
  Moments m;
  for (int i = 0; i < 1000; ++i) m.add(std::numeric_limits<int64_t>::min());
  EXPECT_DOUBLE_EQ(m.standard_deviation(), 0);
}

TEST(Moments, HasNoSpreadAmongEqualNegativeValues) {
  Moments m;
  m.add(-5 * kUnit);
  m.add(-5 * kUnit);
  EXPECT_DOUBLE_EQ(m.mean(), -5);
  EXPECT_DOUBLE_EQ(m.standard_deviation(), 0);
}

TEST(Moments, OfManyValuesAtOnceAreThoseOfEach) {
  std::mt19937_64 random(3);
  for (const int64_t factor : {int64_t{1}, kUnit}) {
    for (const int64_t range : {int64_t{90}, int64_t{1} << 22, (int64_t{1} << 62) / factor}) {
      std::vector<int64_t> values(5000);
      for (int64_t& value : values) value = static_cast<int64_t>(random()) % range;
      Moments each;
      Moments at_once;
      for (Moments* moments : {&each, &at_once}) moments->add(-7 * kUnit);
      for (const int64_t value : values) each.add(value * factor);
      at_once.add(values, factor);
      EXPECT_TRUE(each == at_once) << factor << ' ' << range;
    }
  }
}

TEST(Wide, MultipliesOver128Bits) {
  const auto all = ~base::Uint128{0};
  const Wide square = Wide::product(all, all);
  EXPECT_EQ(square, (Wide{{1, 0, ~uint64_t{1}, ~uint64_t{0}}}));
  EXPECT_EQ(square - Wide::of(1), (Wide{{0, 0, ~uint64_t{1}, ~uint64_t{0}}}));
  EXPECT_EQ(Wide{} - Wide::of(1), (Wide{{~uint64_t{0}, ~uint64_t{0}, ~uint64_t{0}, ~uint64_t{0}}}));
}

}  // namespace
}  // namespace pegel::partial

#include "base/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace pegel::base {
namespace {

Int128 power_of_ten(int n) {
  Int128 value = 1;
  for (; n > 0; --n) value *= 10;
  return value;
}

TEST(Decimal, TextIsTheShortestDecimalOfTheMillionths) {
  struct Case {
    Int128 sum;
    const char* text;
  };
  const Case cases[] = {
      {0, "0"},
      {1, "0.000001"},
      {-1, "-0.000001"},
      {kOne, "1"},
      {-12'500'000, "-12.5"},
      {1'234'560'000, "1234.56"},
      {power_of_ten(30), "1000000000000000000000000"},
      {power_of_ten(30) + 100'000, "1000000000000000000000000.1"},
      {std::numeric_limits<int64_t>::min(), "-9223372036854.775808"},
  };
  for (const auto& c : cases) EXPECT_EQ(to_text(c.sum), c.text);
}

TEST(Decimal, TheLargestMagnitudeHasAText) {
  const Int128 least = static_cast<Int128>(Uint128{1} << 127);
  EXPECT_EQ(to_text(least), "-170141183460469231731687303715884.105728");
  EXPECT_EQ(to_double(least), -170141183460469231731687303715884.105728);
}

TEST(Decimal, SmallSumsAreTheDoubleOneWouldWrite) {
  EXPECT_EQ(to_double(Micros{100'000}), 0.1);
  EXPECT_EQ(to_double(Micros{-1'234'560'000}), -1234.56);
  EXPECT_EQ(to_double(Micros{0}), 0.0);
}

TEST(Decimal, ShortSumsGiveTheSameDoubleAsLongOnes) {
  std::mt19937_64 random(8);
  for (int i = 0; i < 20'000; ++i) {
    const auto sum = static_cast<Micros>(random()) >> (random() % 64);
    EXPECT_EQ(to_double(sum), to_double(Int128{sum})) << sum;
  }
}

TEST(Decimal, EverySumGivesTheDoubleNearestToItsText) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20'000; ++i) {
    const int shift = static_cast<int>(random() % 120);
    const auto bits = (static_cast<Uint128>(random()) << 64) | random();
    const auto sum = static_cast<Int128>(bits >> (shift + 1));
    ASSERT_EQ(to_double(sum), std::stod(to_text(sum))) << to_text(sum);
    ASSERT_EQ(to_double(-sum), -to_double(sum));
  }
}

}  // namespace
}  // namespace pegel::base

#include "stats/elementary.h"

#include <gtest/gtest.h>

#include <cmath>

namespace pegel::stats {
namespace {

TEST(Elementary, ExpAgreesWithTheLibrary) {
  for (double x = -700; x < 700; x += 0.37) EXPECT_NEAR(exp(x) / std::exp(x), 1, 4e-15) << x;
  EXPECT_EQ(exp(0), 1);
  EXPECT_EQ(exp(-800), 0);
  EXPECT_TRUE(std::isinf(exp(800)));
}

TEST(Elementary, LogAgreesWithTheLibrary) {
  for (double x = 1e-300; x < 1e300; x *= 1.7)
    EXPECT_NEAR(log(x), std::log(x), 2e-15 * std::fabs(std::log(x)) + 1e-16) << x;
  for (double x = 0.5; x < 2; x += 0.001) EXPECT_NEAR(log(x), std::log(x), 2e-15 * std::fabs(std::log(x)) + 1e-16) << x;
  EXPECT_EQ(log(1), 0);
}

TEST(Elementary, AtanAgreesWithTheLibrary) {
  for (double x = -50; x < 50; x += 0.013) EXPECT_NEAR(atan(x), std::atan(x), 1e-15) << x;
}

TEST(Elementary, LgammaAgreesWithTheLibrary) {
  for (double x = 0.1; x < 1e9; x *= 1.01) {
    EXPECT_NEAR(lgamma(x), std::lgamma(x), 1e-14 * std::max(1.0, std::fabs(std::lgamma(x)))) << x;
  }
}

}  // namespace
}  // namespace pegel::stats

#include "stats/elementary.h"

#include <cmath>
#include <limits>

namespace pegel::stats {
namespace {

// ln 2 in two parts: the first has its last 21 bits clear, so that k times it is exact for |k| < 2^20 (fdlibm).
constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kHalfLogTwoPi = 0.91893853320467274178;

// Stirling's series: B(2k) / (2k (2k - 1) x^(2k-1)) (Abramowitz and Stegun 6.1.41).
double stirling_correction(double x) {
  const double r = 1 / (x * x);
  return (1.0 / 12 -
          r * (1.0 / 360 -
               r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360 - r * (1.0 / 156))))))) /
         x;
}

}  // namespace

double exp(double x) {
  if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
  if (x < -745.2) return 0;
  const double k = std::floor(x / (kLn2High + kLn2Low) + 0.5);
  const double r = (x - k * kLn2High) - k * kLn2Low;  // |r| <= ln 2 / 2
  double sum = 1;
  for (int i = 14; i > 0; --i) sum = 1 + sum * r / i;
  return std::ldexp(sum, static_cast<int>(k));
}

double log(double x) {
  int exponent = 0;
  double m = std::frexp(x, &exponent);
  if (m < 0.70710678118654752) {
    m *= 2;
    --exponent;
  }
  const double s = (m - 1) / (m + 1);  // |s| < 0.1716
  const double s2 = s * s;
  double sum = 0;
  for (int i = 23; i > 1; i -= 2) sum = (sum + 1.0 / i) * s2;
  return exponent * kLn2High + (2 * s + (2 * s * sum + exponent * kLn2Low));
}

double atan(double x) {
  double t = x;
  for (int halving = 0; halving < 3; ++halving) t = t / (1 + std::sqrt(1 + t * t));  // |t| < 0.199
  const double t2 = t * t;
  double sum = 0;
  for (int i = 23; i > 0; i -= 2) sum = 1.0 / i - t2 * sum;
  return 8 * t * sum;
}

double lgamma(double x) {
  double shift = 1;
  while (x < 10) {
    shift *= x;
    x += 1;
  }
  return (x - 0.5) * log(x) - x + kHalfLogTwoPi + stirling_correction(x) - log(shift);
}

}  // namespace pegel::stats

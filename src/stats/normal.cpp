#include "stats/normal.h"

#include <cmath>
#include <cstddef>

#include "stats/elementary.h"

namespace pegel::stats {
namespace {

constexpr double kDensityAtZero = 0.39894228040143268;  // 1 / √(2π)

template <std::size_t N>
double polynomial(const double (&coefficients)[N], double x) {
  double sum = 0;
  for (const double coefficient : coefficients) sum = sum * x + coefficient;
  return sum;
}

// Acklam's rational approximations (2003), relative error below 1.2e-9.
double lower_tail_quantile(double p) {
  constexpr double kTop[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                             -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
  constexpr double kBottom[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                                3.754408661907416e+00, 1};
  const double q = std::sqrt(-2 * log(p));
  return polynomial(kTop, q) / polynomial(kBottom, q);
}

double central_quantile(double p) {
  constexpr double kTop[] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                             1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr double kBottom[] = {-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                                6.680131188771972e+01,  -1.328068155288572e+01, 1};
  const double q = p - 0.5;
  return q * polynomial(kTop, q * q) / polynomial(kBottom, q * q);
}

// P(0 < Z < z) / density(z), all terms positive (Marsaglia 2004).
double central_series(double z) {
  double term = z;
  double sum = z;
  for (double odd = 3; term > 1e-17 * sum; odd += 2) {
    term *= z * z / odd;
    sum += term;
  }
  return sum;
}

// P(Z > z) / density(z) by Laplace's continued fraction, from below (Abramowitz and Stegun 26.2.14).
double tail_fraction(double z) {
  constexpr int kLevels = 120;  // enough from z = 2.5 on
  double below = z;
  for (int level = kLevels; level > 0; --level) below = z + level / below;
  return 1 / below;
}

}  // namespace

double normal_quantile(double p) {
  constexpr double kTail = 0.02425;
  if (p < kTail) return lower_tail_quantile(p);
  if (p > 1 - kTail) return -lower_tail_quantile(1 - p);
  return central_quantile(p);
}

double normal_beyond(double z) {
  const double far = std::fabs(z);
  const double density = kDensityAtZero * exp(-far * far / 2);
  return far < 2.5 ? 1 - 2 * density * central_series(far) : 2 * density * tail_fraction(far);
}

}  // namespace pegel::stats

#include "stats/linearised.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "stats/elementary.h"

namespace pegel::stats {
namespace {

constexpr double kSteps = 0x1p31;  // of the largest influence: cubes of 2^31 units still fit 128 bits

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

}  // namespace

Spread linearised(double value, std::span<const double> influences) {
  double largest = 0;
  for (const double influence : influences) largest = std::max(largest, std::fabs(influence));
  if (influences.empty() || largest == 0) return {value, 0, 0};
  // Whole steps, so that no order of adding shows.
  int64_t sum = 0;
  base::Uint128 squares = 0;
  base::Int128 cubes = 0;
  for (const double influence : influences) {
    const auto step = static_cast<int64_t>(influence / largest * kSteps);
    const int64_t square = step * step;
    sum += step;
    squares += static_cast<uint64_t>(square);
    cubes += static_cast<base::Int128>(square) * step;
  }
  const auto n = static_cast<double>(influences.size());
  const double mean = static_cast<double>(sum) / n;
  const double second = static_cast<double>(squares) / n;
  const double variance = second - mean * mean;
  if (!(variance > 0)) return {value, 0, 0};
  const double third = static_cast<double>(cubes) / n - 3 * mean * second + 2 * mean * mean * mean;
  return {value, std::sqrt(variance / n) / kSteps * largest, third / (variance * std::sqrt(variance)) / std::sqrt(n)};
}

double normal_quantile(double p) {
  constexpr double kTail = 0.02425;
  if (p < kTail) return lower_tail_quantile(p);
  if (p > 1 - kTail) return -lower_tail_quantile(1 - p);
  return central_quantile(p);
}

}  // namespace pegel::stats

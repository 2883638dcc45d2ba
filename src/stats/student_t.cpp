#include <cmath>

#include "stats/elementary.h"
#include "stats/estimates.h"

namespace pegel::stats {
namespace {

constexpr double kPi = 3.14159265358979323846;

// P(|T| <= t), the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4.
double central(double t, int64_t df) {
  const double n = static_cast<double>(df);
  const double cosine2 = n / (n + t * t);
  const double sine = t / std::sqrt(n + t * t);
  const bool odd = df % 2 == 1;
  double term = odd ? std::sqrt(cosine2) : 1;
  double sum = df == 1 ? 0 : term;
  for (int64_t k = odd ? 3 : 2; k < df - 1; k += 2) {
    term *= cosine2 * static_cast<double>(k - 1) / static_cast<double>(k);
    sum += term;
  }
  return odd ? 2 / kPi * (atan(t / std::sqrt(n)) + sine * sum) : sine * sum;
}

double by_bisection(int64_t df) {
  double low = kZ95;
  double high = 13;  // t(1) is 12.71
  for (int step = 0; step < 60; ++step) {
    const double middle = low + (high - low) / 2;
    (central(middle, df) < 0.95 ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

// Abramowitz and Stegun 26.7.5; the first term left out is below 1e-11 for df > 200.
double by_expansion(int64_t df) {
  const double x = kZ95;
  const double x2 = x * x;
  const double r = 1 / static_cast<double>(df);
  const double g1 = (x2 + 1) * x / 4;
  const double g2 = ((5 * x2 + 16) * x2 + 3) * x / 96;
  const double g3 = (((3 * x2 + 19) * x2 + 17) * x2 - 15) * x / 384;
  const double g4 = ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) * x / 92160;
  return x + r * (g1 + r * (g2 + r * (g3 + r * g4)));
}

}  // namespace

double student_t975(int64_t df) { return df <= 200 ? by_bisection(df) : by_expansion(df); }

std::optional<Interval> student_t(double mean, double standard_deviation, int64_t n) {
  if (n < 2) return std::nullopt;
  const double half = student_t975(n - 1) * standard_deviation / std::sqrt(static_cast<double>(n));
  return Interval{mean - half, mean + half};
}

}  // namespace pegel::stats

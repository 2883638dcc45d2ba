#include <cmath>

#include "stats/elementary.h"
#include "stats/estimates.h"

namespace pegel::stats {
namespace {

// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method; converges
// fast for x < (a + 1) / (a + b + 2), where no denominator comes near 0.
double beta_fraction(double a, double b, double x) {
  double c = 1;
  double d = 1 / (1 - (a + b) * x / (a + 1));
  double fraction = d;
  for (int term = 1; term < 300; ++term) {
    const double m = term;
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= d * c;
    if (std::fabs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}

// P(|T| > t) is the incomplete beta function of x = df / (df + t²), a = df / 2, b = 1/2.
struct Tails {
  double mass;
  double slope;  // of the mass over t
};

Tails beyond(double t, double df, double log_beta) {
  const double a = df / 2;
  const double b = 0.5;
  const double x = df / (df + t * t);
  const double front = exp(a * log(x) + b * log(1 - x) - log_beta);
  const bool near = x < (a + 1) / (a + b + 2);
  const double mass = near ? front * beta_fraction(a, b, x) / a : 1 - front * beta_fraction(b, a, 1 - x) / b;
  return {mass, -2 * front / t};
}

// By Newton from the normal point, which lies below: the mass falls ever slower, so that no step goes too far.
double by_steps(double df) {
  const double log_beta = lgamma(df / 2) + lgamma(0.5) - lgamma(df / 2 + 0.5);
  double t = kZ95;
  for (int step = 0; step < 50; ++step) {
    const Tails tails = beyond(t, df, log_beta);
    const double change = (0.05 - tails.mass) / tails.slope;
    t += change;
    if (change < 1e-13 * t) break;
  }
  return t;
}

// Abramowitz and Stegun 26.7.5; the first term left out is below 1e-11 for df > 200.
double by_expansion(double df) {
  const double x = kZ95;
  const double x2 = x * x;
  const double r = 1 / df;
  const double g1 = (x2 + 1) * x / 4;
  const double g2 = ((5 * x2 + 16) * x2 + 3) * x / 96;
  const double g3 = (((3 * x2 + 19) * x2 + 17) * x2 - 15) * x / 384;
  const double g4 = ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) * x / 92160;
  return x + r * (g1 + r * (g2 + r * (g3 + r * g4)));
}

}  // namespace

double student_t975(double df) { return df <= 200 ? by_steps(df) : by_expansion(df); }

std::optional<Interval> student_t(double mean, double standard_deviation, int64_t n) {
  if (n < 2) return std::nullopt;
  const double size = static_cast<double>(n);
  const double half = student_t975(size - 1) * standard_deviation / std::sqrt(size);
  return Interval{mean - half, mean + half};
}

std::optional<Interval> welch(const Sample& a, const Sample& b) {
  if (a.n < 2 || b.n < 2) return std::nullopt;
  const double of_a = a.standard_deviation * a.standard_deviation / static_cast<double>(a.n);
  const double of_b = b.standard_deviation * b.standard_deviation / static_cast<double>(b.n);
  const double difference = b.mean - a.mean;
  const double variance = of_a + of_b;
  if (!(variance > 0)) return Interval{difference, difference};
  const double shared = of_a * of_a / static_cast<double>(a.n - 1) + of_b * of_b / static_cast<double>(b.n - 1);
  const double half = student_t975(variance * variance / shared) * std::sqrt(variance);
  return Interval{difference - half, difference + half};
}

}  // namespace pegel::stats

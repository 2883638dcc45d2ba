#include <cmath>

#include "stats/elementary.h"
#include "stats/estimates.h"

namespace pegel::stats {
namespace {

constexpr double kTail = 0.025;
constexpr double kNegligible = 1e-18;

double mass(int64_t k, double mean) {
  const double x = static_cast<double>(k);
  return exp(x * log(mean) - mean - lgamma(x + 1));
}

// P(X <= k); k may be -1.
double at_most(int64_t k, double mean) {
  if (k < 0) return 0;
  const double x = static_cast<double>(k);
  if (mean < x) {  // the upper tail is the short one
    double term = mass(k + 1, mean);
    double tail = 0;
    for (double next = x + 2; term > kNegligible; ++next) {
      tail += term;
      term *= mean / next;
    }
    return 1 - tail;
  }
  double term = mass(k, mean);
  double sum = 0;
  for (double next = x; term > kNegligible * sum; --next) {
    sum += term;
    term *= next / mean;
  }
  return sum;
}

// The mean with P(X <= k) = p, by Newton from the Wilson-Hilferty approximation: the derivative is -P(X = k).
double mean_with(int64_t k, double p, double z) {
  const double shape = static_cast<double>(k) + 1;
  const double root = 1 - 1 / (9 * shape) + z / (3 * std::sqrt(shape));
  double mean = shape * root * root * root;
  if (mean < 0.01) mean = 0.01;
  for (int step = 0; step < 50; ++step) {
    const double change = (at_most(k, mean) - p) / mass(k, mean);
    const double next = mean + change > 0 ? mean + change : mean / 2;
    const bool done = std::fabs(next - mean) <= 1e-13 * mean;
    mean = next;
    if (done) break;
  }
  return mean;
}

}  // namespace

Interval garwood(int64_t events) {
  return {events <= 0 ? 0 : mean_with(events - 1, 1 - kTail, -kZ95), mean_with(events, kTail, kZ95)};
}

std::optional<Interval> garwood_rate(int64_t events, double exposure) {
  if (!(exposure > 0)) return std::nullopt;
  const Interval count = garwood(events);
  return Interval{count.low / exposure, count.high / exposure};
}

}  // namespace pegel::stats

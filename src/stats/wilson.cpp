#include <algorithm>
#include <cmath>

#include "stats/estimates.h"

namespace pegel::stats {

std::optional<Interval> wilson(int64_t x, int64_t n) {
  if (n <= 0) return std::nullopt;
  const double trials = static_cast<double>(n);
  const double p = static_cast<double>(x) / trials;
  const double z2 = kZ95 * kZ95;
  const double centre = p + z2 / (2 * trials);
  const double half = kZ95 * std::sqrt(p * (1 - p) / trials + z2 / (4 * trials * trials));
  const double scale = 1 + z2 / trials;
  Interval interval{std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
  if (x == 0) interval.low = 0;
  if (x == n) interval.high = 1;
  return interval;
}

}  // namespace pegel::stats

#include <algorithm>
#include <cmath>

#include "stats/estimates.h"

namespace pegel::stats {

std::optional<Interval> adjusted_wald_nps(int64_t promoters, int64_t detractors, int64_t n) {
  if (n <= 0) return std::nullopt;
  const double answers = static_cast<double>(n) + 3;
  const double p = (static_cast<double>(promoters) + 0.75) / answers;
  const double d = (static_cast<double>(detractors) + 0.75) / answers;
  const double net = p - d;
  const double half = kZ95 * std::sqrt((p + d - net * net) / answers);
  return Interval{std::max(-100.0, 100 * (net - half)), std::min(100.0, 100 * (net + half))};
}

}  // namespace pegel::stats

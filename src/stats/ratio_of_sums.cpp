#include "stats/ratio_of_sums.h"

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "stats/bootstrap.h"
#include "stats/linearised.h"

namespace pegel::stats {
namespace {

using Units = std::vector<partial::Pairs::Unit>;

double x_of(const partial::Pairs::Unit& unit) { return base::to_double(unit.value.x); }
double y_of(const partial::Pairs::Unit& unit) { return base::to_double(unit.value.y); }

std::optional<Interval> drawn(const Units& units, uint64_t seed) {
  std::vector<std::pair<double, double>> amounts;
  for (const auto& unit : units) amounts.emplace_back(x_of(unit), y_of(unit));
  const auto ratio = [&](Picks picks) {
    double x = 0;
    double y = 0;
    for (const uint32_t pick : picks) {
      x += amounts[pick].first;
      y += amounts[pick].second;
    }
    return y == 0 ? std::numeric_limits<double>::infinity() : x / y;
  };
  const auto interval = bootstrap(static_cast<uint32_t>(units.size()), seed, ratio);
  if (!interval || !std::isfinite(interval->low) || !std::isfinite(interval->high)) return std::nullopt;
  return interval;
}

Interval linear(const Units& units, double ratio, double sum_y) {
  const double mean_y = sum_y / static_cast<double>(units.size());
  std::vector<double> influences;
  influences.reserve(units.size());
  for (const auto& unit : units) influences.push_back((x_of(unit) - ratio * y_of(unit)) / mean_y);
  return linearised(ratio, influences).within(kZ95);
}

}  // namespace

std::optional<RatioOfSums> ratio_of_sums(const partial::Pairs& pairs, uint64_t seed) {
  const auto sums = pairs.sums();
  if (sums.y == 0) return std::nullopt;
  const Units& units = pairs.units();
  RatioOfSums result{base::to_double(sums.x) / base::to_double(sums.y), std::nullopt};
  result.resampled = units.size() <= kMostResampled;
  if (result.resampled) {
    result.interval = drawn(units, seed);
  } else {
    result.interval = linear(units, result.value, base::to_double(sums.y));
  }
  return result;
}

}  // namespace pegel::stats

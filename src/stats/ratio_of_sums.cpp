#include "stats/ratio_of_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "stats/bootstrap.h"
#include "stats/elementary.h"
#include "stats/linearised.h"

namespace pegel::stats {
namespace {

using Units = std::span<const partial::Pairs::Unit>;

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
  return ratio_of_sums(pairs.units(), seed);
}

std::optional<RatioOfSums> ratio_of_sums(Units units, uint64_t seed) {
  partial::Pairs::Amounts sums;
  for (const auto& unit : units) sums.join(unit.value);
  if (sums.y == 0) return std::nullopt;
  RatioOfSums result{base::to_double(sums.x) / base::to_double(sums.y), std::nullopt};
  result.resampled = units.size() <= kMostResampled;
  if (result.resampled) {
    result.interval = drawn(units, seed);
  } else {
    result.interval = linear(units, result.value, base::to_double(sums.y));
  }
  return result;
}

std::optional<Interval> delta_ratio(const SumsOfTwo& sums) {
  if (sums.n < 2 || sums.y == 0) return std::nullopt;
  const double ratio = sums.x / sums.y;
  const double residuals = sums.xx - 2 * ratio * sums.xy + ratio * ratio * sums.yy;
  if (!(residuals > 0)) return std::nullopt;
  const auto n = static_cast<double>(sums.n);
  const double half = student_t975(n - 1) * std::sqrt(n / (n - 1) * residuals) / std::fabs(sums.y);
  return Interval{ratio - half, ratio + half};
}

std::optional<Interval> delta_growth(const SumOfEvents& now, const SumOfEvents& before) {
  if (!(now.sum > 0) || !(before.sum > 0)) return std::nullopt;
  const double variance = now.squares / (now.sum * now.sum) + before.squares / (before.sum * before.sum);
  const double half = kZ95 * std::sqrt(variance);
  const double ratio = now.sum / before.sum;
  return Interval{ratio * exp(-half), ratio * exp(half)};
}

Interval delta_total(const SumOfEvents& events) {
  const double half = kZ95 * std::sqrt(events.squares);
  return {events.sum - half, events.sum + half};
}

Interval product(double a, const Interval& of_a, double b, const Interval& of_b) {
  const auto apart = [](double x, double y) { return std::sqrt(x * x + y * y); };
  const Interval by_b = a < 0 ? Interval{a * of_b.high, a * of_b.low} : Interval{a * of_b.low, a * of_b.high};
  return {a * b - apart((a - of_a.low) * b, a * b - by_b.low), a * b + apart((of_a.high - a) * b, by_b.high - a * b)};
}

}  // namespace pegel::stats

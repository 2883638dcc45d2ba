#include "stats/two_shares.h"

#include <algorithm>
#include <cmath>

#include "stats/normal.h"

namespace pegel::stats {
namespace {

constexpr double kMostTrials = 1e15;

double value_of(const Share& share) { return static_cast<double>(share.x) / static_cast<double>(share.n); }

double pooled_z(const Share& a, const Share& b) {
  const double pooled = value_of({a.x + b.x, a.n + b.n});
  const double per_trial = 1 / static_cast<double>(a.n) + 1 / static_cast<double>(b.n);
  const double variance = pooled * (1 - pooled) * per_trial;
  return variance > 0 ? (value_of(b) - value_of(a)) / std::sqrt(variance) : 0;
}

double distance(double x, double y) { return std::sqrt(x * x + y * y); }

}  // namespace

std::optional<ShareDifference> two_shares(const Share& a, const Share& b) {
  const auto around_a = wilson(a.x, a.n);
  const auto around_b = wilson(b.x, b.n);
  if (!around_a || !around_b) return std::nullopt;
  const double of_a = value_of(a);
  const double of_b = value_of(b);
  const double value = of_b - of_a;
  const double z = pooled_z(a, b);
  return ShareDifference{value,
                         {value - distance(of_b - around_b->low, around_a->high - of_a),
                          value + distance(around_b->high - of_b, of_a - around_a->low)},
                         z,
                         normal_beyond(z)};
}

// Each p times the number of those not smaller, never below what a smaller one got.
std::vector<double> holm(std::span<const double> p) {
  std::vector<double> ascending(p.begin(), p.end());
  std::sort(ascending.begin(), ascending.end());
  std::vector<double> corrected(ascending);
  double largest = 0;
  for (std::size_t i = 0; i < corrected.size(); ++i) {
    largest = std::max(largest, ascending[i] * static_cast<double>(ascending.size() - i));
    corrected[i] = std::min(1.0, largest);
  }
  std::vector<double> result;
  result.reserve(p.size());
  for (const double value : p) {
    const auto first = std::lower_bound(ascending.begin(), ascending.end(), value);
    result.push_back(corrected[static_cast<std::size_t>(first - ascending.begin())]);
  }
  return result;
}

std::optional<int64_t> trials_per_group(double a, double b, double alpha, double power) {
  const bool shares = a >= 0 && a <= 1 && b >= 0 && b <= 1 && a != b;
  if (!shares || !(alpha > 0 && alpha < 1 && power > alpha / 2 && power < 1)) return std::nullopt;
  const double z = normal_quantile(1 - alpha / 2) + normal_quantile(power);
  const double errors = z / (b - a);
  const double trials = std::max(1.0, std::ceil(errors * errors * (a * (1 - a) + b * (1 - b))));
  if (trials > kMostTrials) return std::nullopt;
  return static_cast<int64_t>(trials);
}

}  // namespace pegel::stats

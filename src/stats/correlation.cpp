#include "stats/correlation.h"

#include <algorithm>
#include <cmath>

#include "stats/bootstrap.h"
#include "stats/elementary.h"

namespace pegel::stats {
namespace {

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

std::optional<double> product_moment(std::span<const double> x, std::span<const double> y) {
  if (x.size() < 2) return std::nullopt;
  const double mean_x = mean_of(x);
  const double mean_y = mean_of(y);
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  if (!(xx > 0 && yy > 0)) return std::nullopt;
  return std::clamp(xy / (std::sqrt(xx * yy)), -1.0, 1.0);
}

double hyperbolic_tangent(double x) { return 1 - 2 / (exp(2 * x) + 1); }

/// Values told apart by their place among the different ones: ranks of a resample are then counted, not sorted.
class Levels {
 public:
  explicit Levels(std::span<const double> values) {
    std::vector<double> different(values.begin(), values.end());
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    for (const double value : values) {
      const auto at = std::lower_bound(different.begin(), different.end(), value);
      level_of_.push_back(static_cast<std::size_t>(at - different.begin()));
    }
    ranks_.resize(different.size());
  }

  /// Of the values picked, in their order. Valid until the next call.
  const std::vector<double>& ranks(Picks picks) {
    std::fill(ranks_.begin(), ranks_.end(), 0);
    for (const uint32_t pick : picks) ranks_[level_of_[pick]] += 1;
    double below = 0;
    for (double& rank : ranks_) {
      const double times = rank;
      rank = below + (times + 1) / 2;
      below += times;
    }
    picked_.clear();
    for (const uint32_t pick : picks) picked_.push_back(ranks_[level_of_[pick]]);
    return picked_;
  }

 private:
  std::vector<std::size_t> level_of_;
  std::vector<double> ranks_;  // by level
  std::vector<double> picked_;
};

// On Fisher's scale r is nearly normal; `widening` is n - 3 times its variance there.
std::optional<Interval> fisher(double r, std::size_t n, double widening) {
  if (n < 4) return std::nullopt;
  if (std::fabs(r) >= 1) return Interval{r, r};
  const double centre = log((1 + r) / (1 - r)) / 2;
  const double half = kZ95 * std::sqrt(widening / static_cast<double>(n - 3));
  return Interval{hyperbolic_tangent(centre - half), hyperbolic_tangent(centre + half)};
}

}  // namespace

std::optional<Correlation> pearson(std::span<const double> x, std::span<const double> y) {
  const auto r = product_moment(x, y);
  if (!r) return std::nullopt;
  return Correlation{*r, fisher(*r, x.size(), 1)};
}

// Ranks are whole or half numbers: their sums are exact, whatever the order.
std::optional<Correlation> spearman(std::span<const double> x, std::span<const double> y) {
  const auto rho = product_moment(ranks(x), ranks(y));
  if (!rho) return std::nullopt;
  return Correlation{*rho, fisher(*rho, x.size(), 1 + *rho * *rho / 2)};
}

std::optional<Interval> resampled_spearman(std::span<const double> x, std::span<const double> y, uint64_t seed) {
  Levels of_x(x);
  Levels of_y(y);
  return bootstrap(static_cast<uint32_t>(x.size()), seed,
                   [&](Picks picks) { return product_moment(of_x.ranks(picks), of_y.ranks(picks)).value_or(0); });
}

std::vector<double> ranks(std::span<const double> values) {
  std::vector<double> ascending(values.begin(), values.end());
  std::sort(ascending.begin(), ascending.end());
  std::vector<double> result;
  result.reserve(values.size());
  for (const double value : values) {
    const auto below = std::lower_bound(ascending.begin(), ascending.end(), value) - ascending.begin();
    const auto up_to = std::upper_bound(ascending.begin(), ascending.end(), value) - ascending.begin();
    result.push_back(static_cast<double>(below + 1 + up_to) / 2);
  }
  return result;
}

}  // namespace pegel::stats

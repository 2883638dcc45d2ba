#include "stats/two_means.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/bootstrap.h"
#include "stats/linearised.h"

namespace pegel::stats {
namespace {

class Group {
 public:
  Group(const partial::Quantiles& values, int64_t per_unit) {
    values_.reserve(static_cast<std::size_t>(values.n()));
    values.each([&](int64_t value, int64_t times) {
      const double amount = static_cast<double>(value) / static_cast<double>(per_unit);
      values_.insert(values_.end(), static_cast<std::size_t>(times), amount);
    });
    for (const double value : values_) mean_ += value;
    mean_ /= static_cast<double>(values_.size());
  }

  double mean() const { return mean_; }
  std::size_t size() const { return values_.size(); }
  double drawn_mean(Random& random) const {
    const auto n = static_cast<uint32_t>(values_.size());
    double sum = 0;
    for (uint32_t i = 0; i < n; ++i) sum += values_[random.below(n)];
    return sum / static_cast<double>(n);
  }
  Spread spread() const { return linearised(mean_, values_); }

 private:
  std::vector<double> values_;
  double mean_ = 0;
};

Interval drawn(const Group& a, const Group& b, uint64_t seed) {
  constexpr Bootstrap kHow;
  Random random(seed);
  std::vector<double> differences;
  for (int r = 0; r < kHow.resamples; ++r) {
    const double of_a = a.drawn_mean(random);
    differences.push_back(b.drawn_mean(random) - of_a);
  }
  std::sort(differences.begin(), differences.end());
  const double tail = (1 - kHow.level) / 2;
  return {quantile_of(differences, tail), quantile_of(differences, 1 - tail)};
}

double cubed(double x) { return x * x * x; }

// Variances and third moments of independent sums add.
Interval linear(const Group& a, const Group& b) {
  const Spread of_a = a.spread();
  const Spread of_b = b.spread();
  Spread both{b.mean() - a.mean(), std::sqrt(of_a.error * of_a.error + of_b.error * of_b.error), 0};
  if (both.error > 0) both.skew = (of_b.skew * cubed(of_b.error) - of_a.skew * cubed(of_a.error)) / cubed(both.error);
  return both.within(kZ95);
}

}  // namespace

std::optional<MeanDifference> difference_of_means(const partial::Quantiles& a, const partial::Quantiles& b,
                                                  int64_t per_unit, uint64_t seed) {
  if (a.n() < 2 || b.n() < 2) return std::nullopt;
  const Group first(a, per_unit);
  const Group second(b, per_unit);
  const bool few = first.size() + second.size() <= kMostResampled;
  return MeanDifference{second.mean() - first.mean(), few ? drawn(first, second, seed) : linear(first, second), few};
}

}  // namespace pegel::stats

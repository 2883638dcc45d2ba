#include <cmath>
#include <vector>

#include "stats/elementary.h"
#include "stats/estimates.h"

namespace pegel::stats {
namespace {

constexpr double kTail = 0.025;

struct Tail {
  int64_t below;  ///< the largest k with P(X < k) <= kTail; 0: none
  double mass;    ///< P(X < below)
};

// X is binomial(n, p). The masses below the mode fall off fast: those under 1e-25 are left out.
Tail lower_tail(int64_t n, double p) {
  const double size = static_cast<double>(n);
  const auto mode = static_cast<int64_t>((size + 1) * p);
  const double m = static_cast<double>(mode);
  double mass = exp(lgamma(size + 1) - lgamma(m + 1) - lgamma(size - m + 1) + m * log(p) + (size - m) * log(1 - p));
  std::vector<double> masses;  // of mode, mode - 1, …
  for (int64_t k = mode; k >= 0 && mass > 1e-25; --k) {
    masses.push_back(mass);
    mass *= static_cast<double>(k) / static_cast<double>(n - k + 1) * (1 - p) / p;
  }
  Tail tail{mode - static_cast<int64_t>(masses.size()) + 1, 0};
  for (std::size_t i = masses.size(); i-- > 0 && tail.mass + masses[i] <= kTail;) {
    tail.mass += masses[i];
    ++tail.below;
  }
  return tail;
}

}  // namespace

std::optional<Ranks> order_statistics(int64_t n, double q) {
  if (n < 1 || !(q > 0 && q < 1)) return std::nullopt;
  const Tail low = lower_tail(n, q);
  const Tail high = lower_tail(n, 1 - q);  // the other tail, counted from the top
  if (low.below < 1 || high.below < 1) return std::nullopt;
  return Ranks{low.below, n + 1 - high.below, 1 - low.mass - high.mass};
}

}  // namespace pegel::stats

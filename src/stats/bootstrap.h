#pragma once
// Percentile bootstrap over units (Efron 1979), with a generator of its own: the seed decides every digit.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "stats/estimates.h"

namespace pegel::stats {

/// xoshiro256** seeded by splitmix64 (Blackman and Vigna 2018).
class Random {
 public:
  explicit Random(uint64_t seed);
  uint64_t next() {
    const uint64_t result = rotated(state_[1] * 5, 7) * 9;
    const uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotated(state_[3], 45);
    return result;
  }
  /// Uniform over 0…bound - 1 without bias (Lemire 2019); bound > 0.
  uint32_t below(uint32_t bound) {
    uint64_t product = (next() >> 32) * bound;
    if (static_cast<uint32_t>(product) < bound) {
      const uint32_t threshold = (0u - bound) % bound;
      while (static_cast<uint32_t>(product) < threshold) product = (next() >> 32) * bound;
    }
    return static_cast<uint32_t>(product >> 32);
  }

 private:
  static uint64_t rotated(uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }

  uint64_t state_[4];
};

/// A seed for one of many: the same pair always gives the same.
uint64_t seed_of(uint64_t seed, std::string_view key);

/// The q-quantile of ascending values, linear between neighbours (Hyndman and Fan 1996, definition 7); not empty.
double quantile_of(std::span<const double> ascending, double q);
/// The same of values in any order, which it changes.
double quantile_among(std::span<double> values, double q);

/// Indexes of units, drawn with replacement; valid during one call.
using Picks = std::span<const uint32_t>;

struct Bootstrap {
  int resamples = 2000;
  double level = 0.95;
};

/// Values of `statistic(Picks) -> double` over resamples of `n` units, as drawn. Units must stand in an order that the
/// data alone decide, or the result depends on how the file was cut.
template <class Statistic>
std::vector<double> resample(uint32_t n, uint64_t seed, const Statistic& statistic, const Bootstrap& how = {}) {
  Random random(seed);
  std::vector<uint32_t> picks(n);
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(how.resamples));
  for (int r = 0; r < how.resamples; ++r) {
    for (uint32_t& pick : picks) pick = random.below(n);
    values.push_back(statistic(Picks(picks)));
  }
  return values;
}

/// Percentile interval of `statistic`. Nothing for n < 2. Cost: resamples × n; for many units see stats/linearised.h.
template <class Statistic>
std::optional<Interval> bootstrap(uint32_t n, uint64_t seed, const Statistic& statistic, const Bootstrap& how = {}) {
  if (n < 2) return std::nullopt;
  std::vector<double> values = resample(n, seed, statistic, how);
  const double tail = (1 - how.level) / 2;
  const double low = quantile_among(values, tail);
  return Interval{low, quantile_among(values, 1 - tail)};
}

}  // namespace pegel::stats

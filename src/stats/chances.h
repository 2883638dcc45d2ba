#pragma once
// What amounts that come in with some chance may come to: a sum of independent Bernoulli amounts (of amounts all alike the
// Poisson binomial).

#include <cstdint>
#include <optional>

#include "partial/chances.h"
#include "stats/estimates.h"

namespace pegel::stats {

struct SumOfChances {
  double value = 0;                    ///< expected
  std::optional<Interval> interval{};  ///< nothing for fewer than two, and where nothing is left to chance
  bool simulated = false;  ///< drawn, as of few; else by mean, variance and skewness (Cornish and Fisher 1938)
};

/// Probabilities outside 0…1 are taken for the nearer end.
SumOfChances sum_of_chances(const partial::Chances& chances, uint64_t seed);

}  // namespace pegel::stats

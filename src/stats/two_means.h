#pragma once
// Two means of unpaired amounts, skewed as money is.

#include <cstdint>
#include <optional>

#include "partial/quantiles.h"
#include "stats/estimates.h"

namespace pegel::stats {

struct MeanDifference {
  double value;            ///< mean of b - mean of a
  Interval interval;       ///< over the values of both
  bool resampled = false;  ///< bootstrapped, each group by itself; else linearised, as for many values
};

/// In units of which `per_unit` make one. Nothing when either group has fewer than two values.
std::optional<MeanDifference> difference_of_means(const partial::Quantiles& a, const partial::Quantiles& b,
                                                  int64_t per_unit, uint64_t seed);

}  // namespace pegel::stats

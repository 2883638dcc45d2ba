#pragma once
// Σx / Σy over units: the cost of a customer, orders a buyer, revenue a visit.

#include <cstdint>
#include <optional>

#include "partial/pairs.h"
#include "stats/estimates.h"

namespace pegel::stats {

struct RatioOfSums {
  double value;
  std::optional<Interval> interval;  ///< over units; missing for fewer than two, and where Σy may as well be 0
  bool resampled = false;            ///< bootstrapped; else linearised (Cochran 1977, 6.4), as for many units
};

/// Nothing where Σy is 0.
std::optional<RatioOfSums> ratio_of_sums(const partial::Pairs& pairs, uint64_t seed);

}  // namespace pegel::stats

#pragma once
// Two shares compared: how far apart, whether chance does as much, and how many trials it takes to tell.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stats/estimates.h"

namespace pegel::stats {

/// x of n, 0 <= x <= n.
struct Share {
  int64_t x;
  int64_t n;
};

struct ShareDifference {
  double value;       ///< share of b - share of a, -1…1
  Interval interval;  ///< of that: Newcombe's hybrid of the two Wilson intervals (Newcombe 1998, method 10)
  double z;           ///< pooled, without continuity correction; positive when b is larger; 0 when all or none have it
  double p;           ///< two-sided: how often chance alone gives at least as much, were the shares equal
};

/// `b` against `a`, of different units. Nothing when either has no trials.
std::optional<ShareDifference> two_shares(const Share& a, const Share& b);

/// The p-values of several tests, corrected for there being several (Holm 1979), in the order given.
std::vector<double> holm(std::span<const double> p);

/// Trials that each of two groups needs to tell share `a` from share `b` in a two-sided test at level `alpha`, so that a
/// difference as large is found with probability `power` (normal approximation, separate variances). Nothing unless
/// 0 <= a, b <= 1, a != b, 0 < alpha < 1 and alpha / 2 < power < 1, nor for more than 10^15.
std::optional<int64_t> trials_per_group(double a, double b, double alpha = 0.05, double power = 0.8);

}  // namespace pegel::stats

#pragma once
// How far two measures of the same units go together.

#include <optional>
#include <span>
#include <vector>

#include "stats/estimates.h"

namespace pegel::stats {

/// value in -1…1. The interval is missing for n < 4.
struct Correlation {
  double value;
  std::optional<Interval> interval;
};

/// Pearson's r with Fisher's z interval (1921). `x[i]` and `y[i]` are of one unit; units must stand in an order that the
/// data alone decide, or the last bits depend on how the file was cut. Nothing for n < 2 or where x or y is constant.
std::optional<Correlation> pearson(std::span<const double> x, std::span<const double> y);

/// Spearman's rho, of average ranks, with the interval of Bonett and Wright (2000). As pearson, but any order of the units
/// gives the same bits.
std::optional<Correlation> spearman(std::span<const double> x, std::span<const double> y);

/// Percentile bootstrap of Spearman's rho over the units, for a few hundred: the cost is resamples x units. A resample
/// without spread counts as 0. Units in an order that the data alone decide. Nothing for n < 2.
std::optional<Interval> resampled_spearman(std::span<const double> x, std::span<const double> y, uint64_t seed);

/// The places of the values in ascending order, from 1; equal values share the mean of theirs.
std::vector<double> ranks(std::span<const double> values);

}  // namespace pegel::stats

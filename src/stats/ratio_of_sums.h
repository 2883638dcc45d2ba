#pragma once
// Σx / Σy over units: the cost of a customer, orders a buyer, revenue a visit.

#include <cstdint>
#include <optional>
#include <span>

#include "partial/pairs.h"
#include "stats/estimates.h"

namespace pegel::stats {

struct RatioOfSums {
  double value;
  std::optional<Interval> interval;  ///< over units; missing for fewer than two, and where Σy may as well be 0
  bool resampled = false;            ///< bootstrapped; else linearised (Cochran 1977, 6.4), as for many units
};

/// Nothing where Σy is 0. `units`: in an order that they alone decide.
std::optional<RatioOfSums> ratio_of_sums(std::span<const partial::Pairs::Unit> units, uint64_t seed);
std::optional<RatioOfSums> ratio_of_sums(const partial::Pairs& pairs, uint64_t seed);

/// What is left of n units where each pair is not kept.
struct SumsOfTwo {
  int64_t n = 0;
  double x = 0;
  double y = 0;
  double xx = 0;  ///< Σx²
  double xy = 0;
  double yy = 0;
};
/// Σx / Σy by the delta method over the units, with Student's t of n - 1 (Cochran 1977, 6.4). Nothing for fewer than two,
/// for Σy = 0, and where all units have one ratio: they say nothing of how far it may move.
std::optional<Interval> delta_ratio(const SumsOfTwo& sums);

/// A sum over events that are as many as chance has it, and the sum of their squares, which is its variance (a compound
/// Poisson sum).
struct SumOfEvents {
  int64_t n = 0;
  double sum = 0;
  double squares = 0;
};
/// How many times `before` there is `now`, two times without an event in common: the delta method for the logarithm.
/// Nothing unless both sums are above 0.
std::optional<Interval> delta_growth(const SumOfEvents& now, const SumOfEvents& before);
/// The sum itself.
Interval delta_total(const SumOfEvents& events);

/// A product of two independent estimates by their intervals: how far it moves when one of them does, the squares added
/// (Zou and Donner 2008). `b` and its interval are above 0.
Interval product(double a, const Interval& of_a, double b, const Interval& of_b);

}  // namespace pegel::stats

#pragma once
// The shapes of Estimates that KPIs share. Every value's interval is the one that the method named in it gives.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "kpis/kpi.h"
#include "kpis/row.h"
#include "kpis/sums.h"
#include "partial/money.h"
#include "partial/quantiles.h"
#include "partial/ratio.h"
#include "stats/estimates.h"

namespace pegel::kpis {

using Parts = std::vector<Part>;

/// Gives an Estimate its interval, if there is one, with the method's name.
void bracket(Estimate& estimate, std::string_view method, std::optional<stats::Interval> interval);

/// No value, and the reason.
Estimate undefined(std::string_view reason, int64_t n = 0, Parts parts = {});

/// x of n with its Wilson interval; "no_data" for n = 0.
Estimate share(const partial::Ratio& ratio, Parts parts);

/// A number of events with its exact Poisson interval.
Estimate events(int64_t count, Parts parts);

/// What there is, counted in full, among or over `n` rows: no interval, and no number of them is too small.
Estimate full_count(int64_t count, int64_t n, Parts parts);

/// The median with the order statistics that bracket it; "no_data" without values.
Estimate median(const partial::Quantiles& values, Parts parts);

/// The mean of values of which `per_unit` make one. Interval: Student's t for n >= 10 when mean and median differ by less
/// than half, else over the values: bootstrap for n >= 5, linearised for many; else none. "no_data" without values.
Estimate mean(const partial::Quantiles& values, int64_t per_unit, uint64_t seed, Parts parts);

/// "" when the amounts can be added, else the reason why there is no sum: "no_data", "mixed_currency".
std::string_view no_sum(const partial::Money& money);

/// The currency of amounts that are set against each other, 0 where none is named; nothing when there are several. Amounts
/// of no named currency are taken to be in that of the others.
std::optional<uint32_t> common_currency(std::initializer_list<const partial::Money*> amounts);

/// The sum in whole units; only when no_sum gives none.
double amount_of(const partial::Money& money);

/// Of a row's days.
inline Use duration(const Row& row, Role from, Role to, int32_t& days) {
  return duration(row.frame, row.i, from, to, days);
}

}  // namespace pegel::kpis

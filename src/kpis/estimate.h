#pragma once
// The shapes of Estimates that KPIs share. Every value's interval is the one that the method named in it gives.

#include <cstdint>
#include <string_view>
#include <vector>

#include "kpis/kpi.h"
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

/// The median with the order statistics that bracket it; "no_data" without values.
Estimate median(const partial::Quantiles& values, Parts parts);

/// The mean of values of which `per_unit` make one. Interval: Student's t for n >= 10 when mean and median differ by less
/// than half, else over the values: bootstrap for n >= 5, linearised for many; else none. "no_data" without values.
Estimate mean(const partial::Quantiles& values, int64_t per_unit, uint64_t seed, Parts parts);

/// "" when the amounts can be added, else the reason why there is no sum: "no_data", "mixed_currency".
std::string_view no_sum(const partial::Money& money);

/// The sum in whole units; only when no_sum gives none.
double amount_of(const partial::Money& money);

// What a row is good for; inline, since every KPI asks it of every row.

/// Whether a cell holds a number: used, or `missing`, or unreadable.
inline Use known_or(Micros value, Use missing) {
  return known(value) ? Use::used : value == dataset::kMissing<Micros> ? missing : Use::unreadable;
}

/// Days from `from` to `to`: used, no_date when one is unknown, impossible_dates when they run backwards or one cannot
/// have happened.
inline Use duration(const Row& row, Role from, Role to, int32_t& days) {
  const Day start = row.day(from);
  const Day end = row.day(to);
  if (!known(start) || !known(end)) return Use::no_date;
  if (end < start || !row.frame.can_have_happened(start) || !row.frame.can_have_happened(end)) {
    return Use::impossible_dates;
  }
  days = end - start;
  return Use::used;
}

/// Decided won or lost: used; else open or unknown_status.
inline Use decided(Status status) {
  switch (status) {
    case Status::won:
    case Status::lost:
      return Use::used;
    case Status::open:
      return Use::open;
    case Status::unknown:
      break;
  }
  return Use::unknown_status;
}

/// Won: used; else not_won, open or unknown_status.
inline Use won(Status status) { return status == Status::lost ? Use::not_won : decided(status); }

}  // namespace pegel::kpis

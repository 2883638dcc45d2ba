#pragma once
// How far a ratio of sums may move: over the units that it is of (orders, customers, deals), never over cells.

#include <span>

#include "kpis/estimate.h"
#include "partial/pairs.h"

namespace pegel::kpis {

/// Gives a ratio of sums its interval over units, from kFew of them on: bootstrap, of many linearised.
void bracket_over(Estimate& estimate, std::span<const partial::Pairs::Unit> units, uint64_t seed);

/// The same with each unit counted once, whatever its rows: of a sum by their number. `others` have nothing of it.
void bracket_over_each(Estimate& estimate, const partial::Pairs& units, int64_t others, uint64_t seed);

/// The interval of a fixed effort, as cost, by `events`: the exact Poisson one of the events, inverted; from kFew on.
void bracket_by_events(Estimate& estimate, int64_t events);

/// The interval that Shape::spread says, if any. Of one Measure that is `grouped`: over its units, counted by the ids of
/// `bottom` where that takes ids; `amount_apart`: over the ids of `bottom`; `id_within`: of ids by those that they are
/// within; `row`: by events. Of two with `squares`: the delta method over rows.
void bracket_spread(Estimate& estimate, const Shape& shape, const Sums& sums, uint64_t seed);

}  // namespace pegel::kpis

#pragma once
// A row of kind deals as a partial::Deal.

#include "kpis/kpi.h"
#include "partial/deals.h"

namespace pegel::kpis {

/// Days are those from created to closed, of open deals to row.as_of, when both can have happened, in order. Without a column for it, every deal is
/// qualified. Stale: open, and expected to close before row.as_of.
partial::Deal deal_of(const Row& row);

/// Days that nine in ten won deals took at most, of a Card that rests on sales_cycle_length; nothing of too few won.
std::optional<double> slow_days(const Context& context);
/// The deals, of which those open for longer than `slow` days are stale, too; `slow` as slow_days gives it.
partial::Deals aged(const partial::Deals& deals, const std::optional<double>& slow);

}  // namespace pegel::kpis

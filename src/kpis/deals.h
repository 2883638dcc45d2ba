#pragma once
// A row of kind deals as a partial::Deal.

#include "kpis/kpi.h"
#include "partial/deals.h"

namespace pegel::kpis {

/// Days are those from created to closed, when both can have happened, in order. Without a column for it, every deal is
/// qualified. Stale: open, and expected to close before row.as_of.
partial::Deal deal_of(const Row& row);

}  // namespace pegel::kpis

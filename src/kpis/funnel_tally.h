#pragma once
// What each cell of an axis counts of a funnel's entities.

#include <cstdint>
#include <vector>

#include "kpis/funnel_log.h"
#include "kpis/funnel_paths.h"
#include "kpis/funnel_steps.h"
#include "partial/quantiles.h"
#include "pegel/plan.h"

namespace pegel::kpis {

/// What the entities of a cell did, by step. An entity belongs to the cells of one event (FunnelTouch); to each of them when
/// that event stands in several cells. In any order, step k counts those with more than k different steps. Entities whose
/// window is still open are `pending` and nothing else: they may go on.
struct FunnelTally {
  std::vector<int64_t> reached;
  std::vector<int64_t> pending;      ///< reached it, too
  std::vector<int64_t> from_before;  ///< of those that this cell has at the step before: they reached this one
  std::vector<int64_t> from_entry;   ///< of those that this cell has at the first step
  std::vector<base::Int128>
      amounts;                    ///< of those that reached it: what was last said of them by then, else first after
  std::vector<int64_t> amounted;  ///< how many of them have an amount
  std::vector<partial::Quantiles> from_previous;  ///< days to the step from the one before
  std::vector<partial::Quantiles> from_first;
};

/// One a cell, and the total as the last. `rules`: in days; `as_of`: the day windows are looked at.
std::vector<FunnelTally> tally(const FunnelLog& log, const FunnelSteps& steps, FunnelRules rules, std::size_t cells,
                               Day as_of, FunnelTouch touch = FunnelTouch::first);

}  // namespace pegel::kpis

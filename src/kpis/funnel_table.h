#pragma once
// What a funnel counted, as an Estimate a cell and a Table of its steps.

#include "kpis/funnel_tally.h"
#include "kpis/kpi.h"

namespace pegel::kpis {

struct FunnelCount {
  FunnelSteps steps;
  FunnelRules rules;
  std::vector<FunnelTally> cells;  ///< and the total as the last
  bool has_amounts = false;
  std::optional<uint32_t> currency;       ///< of the amounts; nothing when mixed
  std::string_view step_column = "step";  ///< of the table: what its cells name
};

/// Window, ties, moving back and the period, as the plan says; a step skipped ends a chain.
FunnelRules rules_of(const Plan& plan);

/// The share of the first step's entities that reached the last; "no_data", "no_steps" for one step alone, "all_pending"
/// where nobody's window is over.
Estimate estimate_of(const FunnelTally& tally);

/// The table "funnel" of a KPI, a row a step; by a dimension a row a step of each of its values, those with most entities.
/// None without entities. `keys`: of the cells.
std::vector<Table> funnel_tables(std::string_view kpi, std::span<const std::string_view> keys,
                                 const FunnelCount& counted, const Context& context, const Dimension* dimension);

}  // namespace pegel::kpis

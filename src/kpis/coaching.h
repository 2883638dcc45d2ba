#pragma once
// Who misses a target again and again: where coaching helps.

#include "kpis/target_line.h"

namespace pegel::kpis {

struct MissedAgain {
  const TargetLine* last;  ///< the person's latest target of the figure that is over
  int missed;              ///< of the last four targets, for sure: also the interval does not reach the target
  int periods;             ///< how many of them there are: 3 or 4
};

/// Persons who missed at least three of the last four targets of one figure that are over; of targets that share days the
/// finest count. By figure, then by person.
std::vector<MissedAgain> missed_again(std::span<const TargetLine> lines);

/// A Table "coaching" of a KPI: one row a person and figure, about the latest target, with how many ("missed") of how many
/// ("periods"). Nothing: nobody misses again and again.
std::optional<Table> coaching_table(std::span<const TargetLine> lines, std::string_view kpi);

}  // namespace pegel::kpis

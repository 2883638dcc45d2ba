#pragma once
// Targets against what was reached.

#include "cube/body.h"
#include "kpis/kpi.h"
#include "pegel/report.h"

namespace pegel::report {

/// Completes the table "targets" (columns kpi, scope_type, scope_id, period_start, period_end, target, baseline) with the
/// actual value, the attained share and a verdict; gives each KPI its own target for the plan's period; and gives
/// goal_attainment its value: actual over target, summed over the targets of one KPI that adds up (the one with most
/// targets). A target's period must be whole periods of the plan's grain, else its verdict is "grain".
void add_targets(Report& report, const Cube::Body& cube, const kpis::Context& context);

}  // namespace pegel::report

#pragma once
// Targets against what was reached.

#include "cube/body.h"
#include "kpis/kpi.h"
#include "pegel/report.h"

namespace pegel::report {

/// Completes the table "targets" (columns kpi, scope_type, scope_id, period_start, period_end, target, baseline and last,
/// replaced by the actual value, what the files themselves say was reached) with the
/// actual value, the attained share and a verdict (of attain(), or "running" before the period's end, "grain" when the
/// period is not whole periods of the plan's grain, "no_scope", "no_actual"); gives each KPI its own target for the plan's
/// period; and gives goal_attainment its value: actual over target, summed over the finished targets of one scope type
/// and one KPI that adds up (the company's first, then those with most targets, then money before counts).
void add_targets(Report& report, const Cube::Body& cube, const kpis::Context& context);

}  // namespace pegel::report

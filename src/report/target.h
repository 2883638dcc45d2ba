#pragma once
// Targets against what was reached.

#include "pegel/report.h"
#include "report/figures.h"

namespace pegel::report {

/// Adds the table "targets" (columns kpi, scope_type, scope_id, period_start, period_end, target, baseline, actual, low,
/// high, attained, verdict; the actual is the one that the targets' file names, else the KPI's; the verdict is attain()'s,
/// or "running" before the period's end, or why there is no actual), where goal_attainment is shown. Gives each KPI the
/// company's target for the plan's period. Gives goal_attainment its value: actual over target, summed over the finished
/// targets of one scope type and one KPI that adds up (the company's first, then those with most targets, then money
/// before counts); with a period, of those that lie in it. Targets of one figure that share days are not added twice
/// (disjoint.h): note "overlapping_targets"; two for the same days are an Issue "target.conflict".
void add_targets(Report& report, const Figures& figures, const kpis::Context& context);

}  // namespace pegel::report

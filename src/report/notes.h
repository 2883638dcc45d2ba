#pragma once
// What there is to say of a whole Report's parts and runs. Each is that of the KPI that has most to say, so that Reports of
// some KPIs each say what one of all says.

#include <vector>

#include "report/figures.h"

namespace pegel::report {

/// That trends are longer than is shown: one Issue for all KPIs, of the longest.
void note_cut_trends(const Plan& plan, const Figures& figures, Issues& issues);
/// Dimensions of too many values: one Issue each, whichever KPIs it is too large for.
void note_crowded_dimensions(const Plan& plan, const Figures& figures, Issues& issues);
/// Names that the reader may put together (Plan::aliases): one Issue a dimension, of the KPI whose breakdown by it has most.
void note_alike_names(const Plan& plan, const Figures& figures, Issues& issues);

}  // namespace pegel::report

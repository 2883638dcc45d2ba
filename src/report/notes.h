#pragma once
// What there is to say of a whole Report's parts and runs.

#include <vector>

#include "report/figures.h"

namespace pegel::report {

/// That trends are longer than is shown: one Issue for all KPIs, of the longest.
void note_cut_trends(const Plan& plan, const Figures& figures, std::vector<Issue>& issues);
/// Dimensions of too many values: one Issue each, whichever KPIs it is too large for.
void note_crowded_dimensions(const Plan& plan, const Figures& figures, std::vector<Issue>& issues);
/// Names that the reader may put together (Plan::aliases): one Issue a dimension, over all KPIs that are broken down by it.
void note_alike_names(const Plan& plan, const Figures& figures, std::vector<Issue>& issues);

}  // namespace pegel::report

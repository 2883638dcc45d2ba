#pragma once
// A KPI by the values of a dimension, ranked where ranking says something.

#include <optional>

#include "cube/body.h"
#include "kpis/kpi.h"

namespace pegel::report {

/// Nothing when the KPI's rows have no value of the dimension at all.
std::optional<Breakdown> breakdown(const cube::KpiCells& kpi, const cube::Cells& cells, const Dimension& dimension,
                                   const kpis::Context& context);

}  // namespace pegel::report

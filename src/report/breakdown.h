#pragma once
// A KPI by the values of a dimension, ranked where ranking says something.

#include <optional>

#include "kpis/kpi.h"
#include "pegel/report.h"

namespace pegel::report {

/// `finished.cells[c]` is that of `keys[c]`. Nothing when the KPI's rows have no value of the dimension at all.
std::optional<Breakdown> breakdown(Direction direction, std::span<const std::string> keys, kpis::Finished finished,
                                   const Dimension& dimension);

}  // namespace pegel::report

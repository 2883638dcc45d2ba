#pragma once
// Whether what a KPI adds up was converted to one currency.

#include <optional>

#include "cube/body.h"
#include "pegel/report.h"

namespace pegel::report {

/// By the variant that is computed. Of the files that hold money the KPI counts; none where it counts none, or all of it is in the plan's currency.
std::optional<Converted> converted(const Plan& plan, const Cube::Body& cube, const kpis::Kpi& kpi,
                                   std::string_view variant);

}  // namespace pegel::report

#pragma once
// Targets that may be added without counting a day twice.

#include <vector>

#include "kpis/target_line.h"

namespace pegel::kpis {

/// Of dated lines for one figure and scope, those that are added: no two share a day, together they cover the most days, and
/// of several such sets the finest (a year's months before the year), then the one that asks for more. In their order.
std::vector<const TargetLine*> disjoint(const std::vector<const TargetLine*>& lines);

}  // namespace pegel::kpis

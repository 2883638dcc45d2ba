#pragma once
// What the targets of a plan need computed.

#include <string_view>

#include "pegel/card.h"
#include "pegel/plan.h"

namespace pegel::cube {

/// A Source of the plan lists targets.
bool has_targets(const Plan& plan);
/// The Report shows the KPI; others are computed for the targets only.
bool is_shown(const Plan& plan, const Card& card);
/// A KPI that the Report shows rests on it, or shows it in a panel.
bool serves_shown(const Plan& plan, const Card& card);
/// A panel that the Report shows holds it.
bool stands_beside(const Plan& plan, const Card& card);
/// A targets file names the KPI, or it is measured against targets; and rows with a day answer it for any days: a stock
/// needs none.
bool is_targeted(const Plan& plan, const Card& card);
/// A targets file names the KPI, or is what the KPI reads.
bool serves_targets(const Plan& plan, const Card& card);
/// A target's scope may be a value of the dimension.
bool is_scope(const Dimension& dimension);

}  // namespace pegel::cube

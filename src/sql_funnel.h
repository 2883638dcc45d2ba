#pragma once
// A funnel's share in SQL, by the steps, window and rules that its Report was made with.

#include <string>

#include "pegel/plan.h"
#include "pegel/report.h"

namespace pegel {

/// A query of one row, `value`, over stage_history. Empty where SQL does not say the plan's rules: a constant, entities
/// that leave, stages that take back, and of strict chains and of steps in any order that the data name all but the usual
/// ones, which `usually` says. `variant`: the funnel's.
std::string funnel_sql(const Plan& plan, const Report& report, std::string_view variant, std::string_view usually);

}  // namespace pegel

#pragma once
// The periods before the one a KPI looks at.

#include "pegel/plan.h"

namespace pegel::kpis {

/// The period `times` of its lengths before: the calendar units before when `whole` is whole months, else as many days.
/// `period` is `whole` up to today; what comes before an unfinished one has as many days.
Period earlier(const Period& period, const Period& whole, int times);
/// The same days `years` years before; of weeks and of single days 52 weeks a year.
Period years_before(const Period& period, const Period& whole, int years);

}  // namespace pegel::kpis

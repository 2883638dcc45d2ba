#pragma once
// Cohorts: customers by the month of their first order, and who of them ordered again.

#include "partial/visits.h"
#include "pegel/report.h"

namespace pegel::kpis {

/// Table "cohorts": a row a month of first orders, of the twelve up to `last` (base::month_of); its customers, and the share
/// of them with an order 1, 2, … months later. Months after `last` have no share, months without customers no row.
Table cohorts_of(const partial::Visits& orders, int32_t last);

}  // namespace pegel::kpis

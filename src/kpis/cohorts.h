#pragma once
// Cohorts: customers by the month of their first order, and who of them ordered again; distributors by that of their
// enrolment, and who of them still sold.

#include "partial/stays.h"
#include "partial/visits.h"
#include "pegel/report.h"

namespace pegel::kpis {

/// Table "cohorts": a row a month of first orders, of the twelve up to `last` (base::month_of); its customers, and the share
/// of them with an order 1, 2, … months later. Months after `last` have no share, months without customers no row;
/// the note "cohorts_cut" where there are earlier ones.
Table cohorts_of(const partial::Visits& orders, int32_t last);

/// Table "seller_cohorts": the same of distributors, by the month of their enrolment, and the share with a sale.
Table cohorts_of(const partial::Stays& enrolled, const partial::Visits& sales, int32_t last);

}  // namespace pegel::kpis

#pragma once
// A customer's value to date against what a new one costs.

#include "kpis/acquired.h"
#include "kpis/orders.h"
#include "pegel/report.h"

namespace pegel::kpis {

/// The value is of all time, the cost of the period.
inline constexpr Measure kCustomerValueMeasures[] = {
    {.name = "profit", .take = Take::amount, .of = Role::amount, .less = Role::cost, .where = {kOrdered, kHasCustomer}},
    {.name = "customers", .take = Take::id, .of = Role::customer_id, .where = {kOrdered, kPriced, kCosted}},
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasCustomer}},
    {.name = "customers", .take = Take::id, .of = Role::customer_id, .where = {kOrdered, kPriced}},
    {.name = "spend", .take = Take::amount, .of = Role::amount, .kind = Kind::spend, .date = Role::period_start},
    {.name = "new_customers",
     .take = Take::row_daily,
     .since = Role::since,
     .kind = Kind::customers,
     .date = Role::since},
    kSpendBegins,
    kSpendEnds,
};

enum class Worth : uint8_t { profit, revenue };  ///< what a customer's value is made of

/// Value by cost, less 1 if `net`, with the parts "clv" and "cac"; undefined where either is, "mixed_currency" where theirs
/// differ.
Estimate value_by_cost(const Sums& sums, Worth worth, bool net);

/// As variants "margin" and "revenue".
template <bool Net>
constexpr Few<Shape, 6> kValueByCost{
    {.finish = [](const Sums& sums, const Context&) { return value_by_cost(sums, Worth::profit, Net); },
     .own = {0, 1, 4, 5, 6, 7}},
    {.finish = [](const Sums& sums, const Context&) { return value_by_cost(sums, Worth::revenue, Net); },
     .own = {2, 3, 4, 5, 6, 7}}};

}  // namespace pegel::kpis

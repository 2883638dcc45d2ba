#pragma once
// A customer's value to date against what a new one costs.

#include "kpis/acquired.h"
#include "kpis/orders.h"
#include "pegel/report.h"

/// SQL of both: the columns `clv`, of what was `brought`, and `cac` of the tables `worth` and `paid`.
#define PEGEL_VALUE_BY_COST_SQL(brought, value) \
  "WITH " PEGEL_SPENDING_TIME_SQL ",\n" \
  "     worth AS (SELECT CAST(" PEGEL_ONE_SUM_SQL(brought) " AS DOUBLE) / NULLIF(count(DISTINCT customer_id), 0) AS clv,\n" \
  "                      max(currency) AS currency FROM orders\n" \
  "               WHERE coalesce(order_status, '') <> 'cancelled' AND customer_id IS NOT NULL\n" \
  "                 AND " brought " IS NOT NULL),\n" \
  "     paid AS (SELECT CAST(" PEGEL_ONE_SUM_SQL("amount") " AS DOUBLE)\n" \
  "                     / NULLIF((SELECT " PEGEL_NEW_CUSTOMERS_SQL "), 0) AS cac,\n" \
  "                     max(currency) AS currency FROM spend WHERE amount IS NOT NULL)\n" \
  "SELECT CASE WHEN coalesce(worth.currency = paid.currency, TRUE) THEN " value " END AS value FROM worth, paid"

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
    {.name = "profit",
     .take = Take::amount_apart,
     .of = Role::amount,
     .less = Role::cost,
     .by = Role::customer_id,
     .where = {kOrdered, kHasCustomer}},
    {.name = "revenue",
     .take = Take::amount_apart,
     .of = Role::amount,
     .by = Role::customer_id,
     .where = {kOrdered, kHasCustomer}},
};

enum class Worth : uint8_t { profit, revenue };  ///< what a customer's value is made of

/// Value by cost, less 1 if `net`, with the parts "clv" and "cac"; undefined where either is, "mixed_currency" where theirs
/// differ. Interval: of the value over customers, of the cost by the number of new ones, both from kFew on.
Estimate value_by_cost(const Sums& sums, const Context& context, Worth worth, bool net);

/// Orders and spending of the examples: a customer brings 288 by margin and 480 by revenue, 24,000 were spent.
inline constexpr std::string_view kValueHeader = "order_id,at,customer_id,amount,cost";
inline constexpr Few<ExampleRows, 36> kValueOrders{{6, "O#,2025-01-01,C#,400,160"}, {6, "O#,2026-05-01,C1,80,32"}};
inline constexpr ExampleFile kValueSpent{
    Kind::spend, "period_start,amount,spend_kind", {{1, "2026-02-01,14000,media"}, {1, "2026-03-01,10000,salary"}}};

/// As variants "margin" and "revenue".
template <bool Net>
constexpr Few<Shape, 6> kValueByCost{
    {.finish = [](const Sums& sums,
                  const Context& context) { return value_by_cost(sums, context, Worth::profit, Net); },
     .own = {0, 1, 4, 5, 6, 7, 8}},
    {.finish = [](const Sums& sums,
                  const Context& context) { return value_by_cost(sums, context, Worth::revenue, Net); },
     .own = {2, 3, 4, 5, 6, 7, 9}}};

}  // namespace pegel::kpis

#pragma once
// What is left of the revenue from orders after costs, of the months that have costs, from the first with orders to the last:
// revenue without its costs would be taken for income, costs of a time without any orders for a loss.

#include "kpis/orders.h"
#include "kpis/sums.h"

/// SQL of it: the rows of `money`, of the months that count; `one` says whether all is of one currency. `sold`: the rows
/// of the revenue, by their `day`.
#define PEGEL_INCOME_OF_SQL(day, sold, costs, value)                                                                 \
  "WITH each AS (SELECT date_trunc('month', " day ") AS month, 'sold' AS type, amount, currency FROM " sold          \
  "\n"                                                                                                               \
  "                AND amount IS NOT NULL AND " day                                                                  \
  " BETWEEN DATE '1990-01-01' AND CURRENT_DATE\n"                                                                    \
  "              UNION ALL\n"                                                                                        \
  "              SELECT date_trunc('month', period_start), CASE cost_type WHEN 'cogs' THEN 'goods' WHEN 'tax' THEN " \
  "'other'\n"                                                                                                        \
  "                       WHEN 'interest' THEN 'other' ELSE 'operating' END, -amount, currency FROM costs\n"         \
  "              WHERE amount IS NOT NULL AND period_start BETWEEN DATE '1990-01-01' AND CURRENT_DATE" costs         \
  "),\n"                                                                                                             \
  "     months AS (SELECT *, max(CASE WHEN type = 'sold' THEN 1 ELSE 0 END) OVER (PARTITION BY month) AS sold,\n"    \
  "                     max(CASE WHEN type = 'sold' THEN 0 ELSE 1 END) OVER (PARTITION BY month) AS spent,\n"        \
  "                     min(CASE WHEN type = 'sold' THEN month END) OVER () AS first,\n"                             \
  "                     max(CASE WHEN type = 'sold' THEN month END) OVER () AS last FROM each),\n"                   \
  "     met AS (SELECT *, max(sold * spent) OVER () AS months FROM months),\n"                                       \
  "     money AS (SELECT * FROM met WHERE months = 1 AND spent = 1 AND month BETWEEN first AND last),\n"             \
  "     one AS (SELECT count(DISTINCT currency) <= 1 AND NOT EXISTS (SELECT 1 FROM money GROUP BY type\n"            \
  "                      HAVING count(DISTINCT coalesce(currency, '')) > 1) AS currency FROM money)\n"               \
  "SELECT CASE WHEN (SELECT currency FROM one) THEN " value " END AS value FROM money"
#define PEGEL_INCOME_SQL(costs, value) \
  PEGEL_INCOME_OF_SQL("\"at\"", "orders\n              WHERE coalesce(order_status, '') <> 'cancelled'", costs, value)
/// Of deals won.
#define PEGEL_WON_INCOME_SQL(costs, value) PEGEL_INCOME_OF_SQL("closed", "deals WHERE status = 'won'", costs, value)
/// Of those costs that are no interest and no tax.
#define PEGEL_OPERATING_SQL "\n                AND coalesce(cost_type, '') IN ('', 'cogs', 'operating')"
#define PEGEL_INCOME_SHARE_SQL "sum(amount) * 1.0 / NULLIF(sum(amount) FILTER (WHERE type = 'sold'), 0)"

namespace pegel::kpis {

constexpr Measure cost_of_type(std::string_view name, std::initializer_list<Condition> where) {
  return {.name = name,
          .take = Take::amount_daily,
          .of = Role::amount,
          .since = Role::period_start,
          .where = where,
          .kind = Kind::costs,
          .date = Role::period_start};
}

/// Costs of an unknown type are taken for operating ones.
inline constexpr Measure kIncomeMeasures[] = {
    {.name = "revenue", .take = Take::amount_daily, .of = Role::amount, .since = Role::at, .where = {kOrdered}},
    cost_of_type("goods", {is(Role::cost_type, Use::other_type, CostType::cogs)}),
    cost_of_type("operating", {is(Role::cost_type, Use::other_type, CostType::unknown, CostType::operating)}),
    cost_of_type("interest_and_tax", {is(Role::cost_type, Use::other_type, CostType::tax, CostType::interest)}),
    {.name = "revenue",
     .take = Take::amount_daily,
     .of = Role::amount,
     .since = Role::closed,
     .where = {status_is(Status::won)},
     .kind = Kind::deals,
     .date = Role::closed},
};
/// Positions in kIncomeMeasures: before interest and tax, and after; of orders, or of deals won.
inline constexpr Few<uint8_t, 8> kOperatingIncome{0, 1, 2};
inline constexpr Few<uint8_t, 8> kNetIncome{0, 1, 2, 3};
inline constexpr Few<uint8_t, 8> kWonOperatingIncome{4, 1, 2};
inline constexpr Few<uint8_t, 8> kWonNetIncome{4, 1, 2, 3};

/// The value, in money, with a part for each Measure and "months"; its n are the orders, or their lines. "no_data" without
/// revenue, "no_costs" without costs, or where they have no month in common, "mixed_currency".
Estimate income_of(const Sums& sums, const Few<uint8_t, 8>& measures);

/// The same as a share of the revenue; "zero_denominator" where that is 0.
Estimate income_share(const Sums& sums, const Few<uint8_t, 8>& measures);

}  // namespace pegel::kpis

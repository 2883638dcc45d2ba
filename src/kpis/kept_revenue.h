#pragma once
// What the customers of the period before paid then and now: revenue that stayed, and revenue that left.

#include "kpis/orders.h"
#include "kpis/sums.h"

/// SQL of that: a table `paid` of their rows `before` and `now` a customer, NULL where they paid nothing, and `one`, whether
/// all is of one currency; to be put before a SELECT.
#define PEGEL_KEPT_REVENUE_SQL                                                                               \
  "WITH bought AS (SELECT customer_id, amount, currency, \"at\" BETWEEN first AND last AS is_now\n"          \
  "                FROM orders, period\n"                                                                    \
  "                WHERE customer_id IS NOT NULL AND amount IS NOT NULL\n"                                   \
  "                  AND coalesce(order_status, '') <> 'cancelled'\n"                                        \
  "                  AND (\"at\" BETWEEN first AND last OR \"at\" BETWEEN before_first AND before_last)),\n" \
  "     paid AS (SELECT * FROM (SELECT CAST(sum(amount) FILTER (WHERE NOT is_now) AS DOUBLE) AS before,\n"   \
  "                                    CAST(sum(amount) FILTER (WHERE is_now) AS DOUBLE) AS now\n"           \
  "                             FROM bought GROUP BY customer_id) AS each WHERE before IS NOT NULL),\n"      \
  "     one AS (SELECT count(DISTINCT coalesce(currency, '')) = 1 AS currency FROM bought)\n"

namespace pegel::kpis {

struct Context;

constexpr Measure kCustomerPurchases{.name = "revenue",
                                     .take = Take::purchase,
                                     .of = Role::amount,
                                     .since = Role::at,
                                     .by = Role::customer_id,
                                     .where = {kOrdered, kHasCustomer},
                                     .kind = Kind::orders,
                                     .reach = Reach::ever};
/// Their currencies.
constexpr Measure kCustomerRevenue{.name = "revenue",
                                   .take = Take::amount_daily,
                                   .of = Role::amount,
                                   .since = Role::at,
                                   .where = {kOrdered, kHasCustomer},
                                   .kind = Kind::orders,
                                   .reach = Reach::ever};

enum class Kept : uint8_t {
  net,    ///< what they pay now, be it more
  gross,  ///< of each no more than before
  lost,   ///< what those paid who pay nothing now
};

/// Of what customers with orders in the period before paid then: the part that is `kept`, over positions of the two
/// Measures above. Interval over customers, from five on. "no_data" without orders, "no_reference" without any in the
/// period before, "mixed_currency", "zero_denominator".
Estimate kept_revenue(const Sums& sums, const Context& context, Kept kept, uint8_t purchases, uint8_t revenue);

}  // namespace pegel::kpis

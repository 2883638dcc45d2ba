#pragma once
// Who is active: has bought, or sold, in the days up to one.

#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "partial/stays.h"
#include "partial/visits.h"

/// SQL of the customers with an order in the days of a usual gap up to the eve of the period, and up to its end: a table
/// `seen`.
#define PEGEL_SEEN_SQL                                                                                             \
  "WITH days AS (SELECT DISTINCT customer_id, \"at\" AS day FROM all_orders\n"                                     \
  "              WHERE customer_id IS NOT NULL AND \"at\" BETWEEN DATE '1990-01-01' AND CURRENT_DATE\n"            \
  "                AND coalesce(order_status, '') <> 'cancelled'),\n"                                              \
  "     gaps AS (SELECT day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM days),\n"          \
  "     usual AS (SELECT CASE WHEN count(gap) >= 30 THEN CAST(ceil(quantile_cont(gap, 0.9) - 0.001) AS INTEGER)\n" \
  "                           ELSE 90 END AS gap FROM gaps),\n"                                                    \
  "     seen AS (SELECT customer_id, bool_or(\"at\" BETWEEN first - gap AND first - 1) AS before,\n"               \
  "                     bool_or(\"at\" BETWEEN last - gap + 1 AND last) AS after\n"                                \
  "              FROM orders, period, usual\n"                                                                     \
  "              WHERE customer_id IS NOT NULL AND coalesce(order_status, '') <> 'cancelled'\n"                    \
  "              GROUP BY customer_id)\n"

namespace pegel::kpis {

/// Days that a customer stays active after an order, and a distributor after a sale.
inline constexpr Day kActiveDays = 90;
inline constexpr Day kLongActiveDays = 365;
inline constexpr Day kActiveMonth = 30;

/// Orders of each customer, and sales of each distributor, whatever the period.
constexpr Measure kCustomerOrders{.name = "orders",
                                  .take = Take::visit,
                                  .of = Role::customer_id,
                                  .since = Role::at,
                                  .where = {kOrdered},
                                  .kind = Kind::orders,
                                  .reach = Reach::ever};
/// The same of all dimensions' values.
constexpr Measure of_company(Measure measure) {
  measure.reach = Reach::company;
  return measure;
}
constexpr Measure kDistributorSales{.name = "sales",
                                    .take = Take::visit,
                                    .of = Role::distributor_id,
                                    .since = Role::at,
                                    .where = {kOrdered, kSold},
                                    .kind = Kind::orders,
                                    .reach = Reach::company};
/// From when until when each customer was one, and each distributor enrolled.
constexpr Measure kMembers{.name = "members",
                           .take = Take::stay,
                           .of = Role::customer_id,
                           .since = Role::since,
                           .until = Role::until,
                           .reach = Reach::ever};
constexpr Measure kEnrolled{.name = "enrolled",
                            .take = Take::stay,
                            .of = Role::distributor_id,
                            .since = Role::enrolled,
                            .until = Role::ended,
                            .reach = Reach::ever};

/// Whether one of an entity's visits, by day, lies in the `days` days up to `day`.
inline bool active(std::span<const partial::Visit> visits, Day day, Day days) {
  return partial::any_within(visits, day - days + 1, day);
}

/// Who was there at the start of a period, at its end, and at both.
struct Stayed {
  int64_t start = 0;
  int64_t end = 0;
  int64_t both = 0;

  void add(bool at_start, bool at_end) {
    start += at_start ? 1 : 0;
    end += at_end ? 1 : 0;
    both += at_start && at_end ? 1 : 0;
  }
};
Stayed stayed(const partial::Stays& stays, const Context& context);
/// Days without an order after which a customer is taken for lost: as many as nine in ten gaps between two days with orders
/// of one customer have at most, of all parts and periods; kActiveDays where there are fewer than 30 gaps.
Day usual_gap(const partial::Visits& orders);
/// Those active in the `days` days up to the start's eve, and up to the end.
Stayed stayed(const partial::Visits& visits, const Context& context, Day days);
/// Of those enrolled at the day: with a sale in the `days` days up to it.
Stayed stayed(const partial::Stays& enrolled, const partial::Visits& sales, const Context& context, Day days);

/// `both` of `start`, or the rest of it; "no_data" without anyone at any time, "zero_denominator" without one at the start.
Estimate retention(const Stayed& stayed, int64_t known);
Estimate churn(const Stayed& stayed, int64_t known);
/// Adds the part "window": `days`.
Estimate within(Estimate estimate, Day days);

inline uint64_t entity_of(const partial::Stay& stay) { return stay.entity; }
inline uint64_t entity_of(const partial::Visit& visit) { return visit.customer; }
/// Calls take(a, visits) for each of `as`, ascending by `entity`, with the visits of its entity.
template <class A, class Take>
void with_visits(const std::vector<A>& as, const partial::Visits& visits, const Take& take) {
  const std::vector<partial::Visit>& all = visits.sorted();
  std::size_t from = 0, to = 0;
  for (const A& a : as) {
    const uint64_t entity = entity_of(a);
    while (from < all.size() && all[from].customer < entity) ++from;
    if (to < from) to = from;
    while (to < all.size() && all[to].customer == entity) ++to;
    take(a, std::span<const partial::Visit>(all).subspan(from, to - from));
  }
}

}  // namespace pegel::kpis

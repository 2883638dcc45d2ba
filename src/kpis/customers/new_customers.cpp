#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kVisits, kSince };
constexpr Measure kMeasures[] = {
    kCustomerOrders,
    {.name = "customers", .where = {dated(Role::since)}, .kind = Kind::customers, .date = Role::since}};

Estimate first_orders(const Sums& sums, const Context& context) {
  const partial::Visits& orders = sums.visits(kVisits);
  const int64_t known = orders.count([&](auto own) { return own.front().day <= context.last(); });
  if (known == 0) return undefined("no_data");
  const int64_t began = orders.count(
      [&](auto own) { return own.front().day >= context.period.start && own.front().day <= context.last(); });
  Estimate estimate = events(began, {{"customers", static_cast<double>(began), Unit::count}});
  if (began == 0) estimate.n = known;
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.top = kVisits, .finish = first_orders, .own = {kVisits}, .all_days = true},
                                {Form::events, kSince}};

constexpr Card kCard = {
    .id = "new_customers",
    .name = "New customers",
    .meaning = "The number of customers who became one, by that day.",
    .formula = "{customers}",
    .source =
        "By the first order in the file, before which there may have been others: early on, old customers look new. "
        "Interval: exact Poisson",
    .kind = Kind::orders,
    .needs = {Role::customer_id, Role::at},
    .uses = {Role::order_status},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"first_order", "by the day of the first order in the file", true},
                 {.id = "since",
                  .meaning = "by the day in the customer list",
                  .kind = Kind::customers,
                  .needs = {Role::since},
                  .date = Role::since}},
    .sql =
        "WITH firsts AS (SELECT customer_id, min(\"at\") AS day FROM orders\n"
        "                WHERE customer_id IS NOT NULL AND coalesce(order_status, '') <> 'cancelled'\n"
        "                GROUP BY customer_id)\n"
        "SELECT CASE WHEN count(*) FILTER (WHERE day <= last) > 0\n"
        "            THEN count(*) FILTER (WHERE day BETWEEN first AND last) END AS value FROM firsts, period",
};

constexpr Example kExamples[] = {
    {.header = "customer_id,since",
     .rows = {{30, "C#,2026-03-01"}, {2, "C#,"}},
     .value = 30,
     .low = 20.24089,
     .high = 42.8270,
     .n = 30,
     .variant = "since"},
    {.header = "order_id,at,customer_id",
     .rows = {{1, "O#,2026-10-30,A"}, {2, "O#,2026-12-30,A"}, {3, "O#,2026-12-30,C#"}},
     .value = 4,
     .n = 4},
    {.header = "order_id,at,customer_id,order_status",
     .rows = {{2, "O#,2026-12-30,A,cancelled"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "customer_id,since", .rows = {{2, "C#,"}}, .value = {}, .undefined = "no_data", .variant = "since"}};

}  // namespace

PEGEL_MEASURED(new_customers, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

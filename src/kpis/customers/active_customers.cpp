#include "kpis/active.h"

#define PEGEL_BUYERS_SQL(days)                                                       \
  "SELECT CASE WHEN count(*) > 0\n"                                                  \
  "            THEN count(DISTINCT customer_id) FILTER (WHERE \"at\" > last - " days \
  ") END AS value\n"                                                                 \
  "FROM orders, period\n"                                                            \
  "WHERE customer_id IS NOT NULL AND coalesce(order_status, '') <> 'cancelled'\n"    \
  "  AND \"at\" BETWEEN DATE '1990-01-01' AND last"

namespace pegel::kpis {
namespace {

enum : uint8_t { kOrders };
constexpr Measure kMeasures[] = {kCustomerOrders};

template <Day kDays>
Estimate buyers(const Sums& sums, const Context& context) {
  const partial::Visits& orders = sums.visits(kOrders);
  const bool any = orders.count([&](auto own) { return own.front().day <= context.last(); }) > 0;
  if (!any) return undefined("no_data");
  const int64_t customers = orders.count([&](auto own) { return active(own, context.last(), kDays); });
  return full_count(customers, customers, {{"customers", static_cast<double>(customers), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{.finish = buyers<kActiveDays>}, {.finish = buyers<kLongActiveDays>}};

constexpr Card kCard = {
    .id = "active_customers",
    .name = "Active customers",
    .meaning = "How many customers have ordered in the 90 days up to the end of the period.",
    .formula = "number of {customers} with an order in 90 days",
    .source = "Cancelled orders do not count",
    .kind = Kind::orders,
    .needs = {Role::customer_id, Role::at},
    .uses = {Role::order_status},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::at,
    .variants = {{"days_90", "with an order in the last 90 days", true},
                 {.id = "days_365",
                  .meaning = "with an order in the last 365 days, for what is bought rarely",
                  .formula = "number of {customers} with an order in 365 days",
                  .sql = PEGEL_BUYERS_SQL("365")}},
    .sql = PEGEL_BUYERS_SQL("90"),
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,customer_id",
     .rows = {{150, "O#,2026-06-20,C#"},
              {1, "O#,2026-06-20,C7"},
              {1, "O#,2026-04-02,late"},
              {1, "O#,2026-04-01,gone"},
              {1, "O#,2026-06-30,"}},
     .value = 151,
     .n = 151,
     .today = "2026-06-30"},
    {.header = "order_id,at,customer_id",
     .rows = {{3, "O#,2026-01-20,C#"}, {1, "O#,2026-06-30,D"}},
     .value = 4,
     .n = 4,
     .variant = "days_365",
     .today = "2026-06-30"},
    {.header = "order_id,at,customer_id", .rows = {{1, "O#,2026-06-20,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(active_customers, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

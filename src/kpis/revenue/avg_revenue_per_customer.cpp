#include "kpis/orders.h"
#include "kpis/per_unit.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kCustomers, kKnown };
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasCustomer}},
    {.name = "revenue",
     .take = Take::amount_apart,
     .of = Role::amount,
     .by = Role::customer_id,
     .where = {kOrdered, kHasCustomer}},
    {.name = "customers",
     .take = Take::id,
     .of = Role::customer_id,
     .kind = Kind::customers,
     .date = Role::since,
     .reach = Reach::ever},
};

Estimate of_buyers(const Sums& sums, const Context& context) {
  return per_unit(sums, context, kRevenue, kCustomers, "customers");
}

constexpr Few<Shape, 6> kShapes{{.top = kRevenue, .finish = of_buyers, .own = {kRevenue, kCustomers}},
                                {Form::per, kRevenue, kKnown}};

constexpr Card kCard = {
    .id = "avg_revenue_per_customer",
    .name = "Revenue per customer",
    .meaning = "What a customer who bought spent: the amount of all orders by the number of different buyers.",
    .formula = "{revenue} / {customers}",
    .source =
        "Buyers of the period; per deal it is the average deal size. Orders without a customer are left out; interval "
        "over "
        "customers: bootstrap, linearised for many",
    .kind = Kind::orders,
    .needs = {Role::customer_id, Role::amount},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"buyers", "per customer with an order in the period", true},
                 {.id = "all",
                  .meaning = "per customer of all time, whether they bought or not",
                  .also = {{Kind::customers, Role::customer_id}}}},
    .sql =
        "SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1\n"
        "            THEN sum(amount) * 1.0 / count(DISTINCT customer_id) END AS value\n"
        "FROM orders\n"
        "WHERE customer_id IS NOT NULL AND amount IS NOT NULL AND coalesce(order_status, '') <> 'cancelled'",
};

constexpr Example kExamples[] = {{.header = "order_id,at,customer_id,amount",
                                  .rows = {{60, "O#,2026-03-01,C#,60"},
                                           {90, "O#,2026-03-01,K#,60"},
                                           {210, "O#,2026-03-02,C1,60"},
                                           {5, "O#,2026-03-02,,60"}},
                                  .value = 144,
                                  .n = 150},
                                 {.header = "order_id,at,customer_id,amount,order_status",
                                  .rows = {{2, "O#,2026-03-01,C1,60,cancelled"}, {1, "O#,2026-03-01,C2,,completed"}},
                                  .value = {},
                                  .undefined = "no_data"},
                                 {.header = "order_id,at,customer_id,amount,currency",
                                  .rows = {{1, "O#,2026-03-01,C1,60,EUR"}, {1, "O#,2026-03-01,C1,60,USD"}},
                                  .value = {},
                                  .n = 2,
                                  .undefined = "mixed_currency"},
                                 {.header = "order_id,at,customer_id,amount",
                                  .rows = {{8, "O#,2026-03-01,C#,60"}, {5, "O#,2026-03-02,,60"}},
                                  .also = {{Kind::customers, "customer_id,since", {{16, "C#,2026-01-05"}}}},
                                  .value = 30,
                                  .n = 16,
                                  .variant = "all"}};

}  // namespace

PEGEL_MEASURED(avg_revenue_per_customer, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

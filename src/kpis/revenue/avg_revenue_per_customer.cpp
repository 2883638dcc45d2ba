#include "kpis/orders.h"
#include "kpis/per_unit.h"

namespace pegel::kpis {
namespace {

constexpr Measure of_deals(Take take) {
  return {.name = "revenue",
          .take = take,
          .of = Role::amount,
          .by = take == Take::amount_apart ? Role::customer_id : Role::none,
          .where = {status_is(Status::won), kHasCustomer},
          .kind = Kind::deals,
          .date = Role::closed};
}

enum : uint8_t { kRevenue, kCustomers, kKnown, kWonRevenue, kWonApart };
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
    of_deals(Take::amount),
    of_deals(Take::amount_apart),
};

Estimate of_buyers(const Sums& sums, const Context& context) {
  return per_unit(sums, context, kRevenue, kCustomers, "customers");
}
Estimate of_won(const Sums& sums, const Context& context) {
  return per_unit(sums, context, kWonRevenue, kWonApart, "customers");
}

constexpr Few<Shape, 6> kShapes{{.top = kRevenue, .finish = of_buyers, .own = {kRevenue, kCustomers}},
                                {.form = Form::per, .top = kRevenue, .bottom = kKnown, .spread = {kCustomers}},
                                {.top = kWonRevenue, .finish = of_won, .own = {kWonRevenue, kWonApart}}};

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
                  .also = {{Kind::customers, Role::customer_id}}},
                 {.id = "deals",
                  .meaning = "amount of deals won per customer with one",
                  .kind = Kind::deals,
                  .needs = {Role::status, Role::customer_id, Role::amount},
                  .date = Role::closed,
                  .sql = "SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1\n"
                         "            THEN sum(amount) * 1.0 / count(DISTINCT customer_id) END AS value\n"
                         "FROM deals WHERE status = 'won' AND customer_id IS NOT NULL AND amount IS NOT NULL"}},
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
                                 {.header = "deal_id,status,created,closed,customer_id,amount",
                                  .rows = {{3, "D#,won,2026-01-01,2026-03-01,A,100"},
                                           {1, "D#,won,2026-01-01,2026-03-01,B,60"},
                                           {1, "D#,lost,2026-01-01,2026-03-01,C,900"},
                                           {1, "D#,won,2026-01-01,2026-03-01,,900"}},
                                  .value = 180,
                                  .n = 2,
                                  .variant = "deals"},
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

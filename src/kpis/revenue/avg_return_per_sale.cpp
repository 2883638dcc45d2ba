#include <algorithm>
#include <cmath>

#include "kpis/estimate.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kProfit, kSales, kRevenue, kOrders, kProfitApart, kRevenueApart, kProfitEach, kRevenueEach };
constexpr Measure apart(std::string_view name, Role less) {
  return {.name = name,
          .take = Take::amount_apart,
          .of = Role::amount,
          .less = less,
          .by = Role::order_id,
          .where = {kOrdered, kHasOrder, kCosted}};
}
constexpr Measure each(Role less) {
  Measure measure = by_order(Role::amount, less, Role::amount);
  measure.where = {kOrdered, kHasOrder};
  return measure;
}
constexpr Measure kMeasures[] = {
    {.name = "profit", .take = Take::amount, .of = Role::amount, .less = Role::cost, .where = {kOrdered, kHasOrder}},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kPriced, kCosted}},
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasOrder}},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kPriced}},
    apart("profit", Role::cost),
    apart("revenue", Role::none),
    each(Role::cost),
    each(Role::none),
};

// Of each order of an amount above 0, whatever its size; kept to six decimals for the interval.
Estimate mean_margin(const Sums& sums, const Context& context) {
  const auto& profits = sums.amounts_apart(kProfitApart).units();
  const auto& revenues = sums.amounts_apart(kRevenueApart).units();
  partial::Quantiles margins;
  double sum = 0;
  for (std::size_t i = 0; i < revenues.size(); ++i) {
    if (revenues[i].value.x <= 0) continue;
    const double margin = base::to_double(profits[i].value.x) / base::to_double(revenues[i].value.x);
    sum += margin;
    margins.add(std::llround(margin * base::kOne));
  }
  Estimate estimate =
      mean(margins, base::kOne, context.plan.seed, {{"orders", static_cast<double>(margins.n()), Unit::count}});
  if (estimate.value) estimate.value = sum / static_cast<double>(margins.n());
  return estimate;
}
constexpr Few<Shape, 6> kShapes{{.form = Form::per, .top = kProfit, .bottom = kSales, .spread = {kProfitEach}},
                                {.form = Form::per, .top = kRevenue, .bottom = kOrders, .spread = {kRevenueEach}},
                                {.top = kRevenueApart, .finish = mean_margin, .own = {kProfitApart, kRevenueApart}}};

constexpr Card kCard = {
    .id = "avg_return_per_sale",
    .name = "Average return per sale",
    .meaning = "What a sale brings after its cost: the profit of all orders by their number.",
    .formula = "{profit} / {orders}",
    .source =
        "Orders of known cost, told apart by their numbers; cancelled ones are left out, returns are not taken off. "
        "Interval over orders: bootstrap, linearised for many",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::amount, Role::cost},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"profit", "(amount - cost) per order", true},
                 {.id = "order_value",
                  .meaning = "amount per order: the average order value",
                  .formula = "{revenue} / {orders}",
                  .kind = Kind::orders,
                  .needs = {Role::order_id, Role::amount},
                  .date = Role::at},
                 {.id = "margin",
                  .meaning = "mean margin of the orders, each alike",
                  .formula = "mean margin of {orders}",
                  .sql = "WITH sold AS (SELECT sum(amount - cost) * 1.0 / sum(amount) AS margin FROM orders\n"
                         "              WHERE order_id IS NOT NULL AND amount IS NOT NULL AND cost IS NOT NULL\n"
                         "                AND coalesce(order_status, '') <> 'cancelled'\n"
                         "              GROUP BY order_id HAVING sum(amount) > 0)\n"
                         "SELECT avg(margin) AS value FROM sold",
                  .unit = Unit::share}},
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,amount,cost",
     .rows = {{360, "O#,2026-03-01,60,36"}, {1, "O#,2026-03-01,500,"}},
     .value = 24,
     .n = 360},
    {.header = "order_id,at,product,amount,cost",
     .rows = {{1, "A,2026-03-01,pen,60,36"}, {1, "A,2026-03-01,ink,20,4"}, {1, "B,2026-03-02,pen,60,40"}},
     .value = 30,
     .n = 2},
    {.header = "order_id,at,amount,cost", .rows = {{2, "O#,2026-03-01,60,"}}, .value = {}, .undefined = "no_data"},
    {.header = "order_id,at,amount,cost,currency",
     .rows = {{1, "O#,2026-03-01,60,36,EUR"}, {1, "O#,2026-03-01,60,36,USD"}},
     .value = {},
     .n = 2,
     .undefined = "mixed_currency"},
    {.header = "order_id,at,product,amount,cost",
     .rows = {{1, "A,2026-03-01,pen,60,36"}, {1, "A,2026-03-01,ink,20,4"}, {1, "B,2026-03-02,pen,900,810"}},
     .value = 0.3,
     .n = 2,
     .variant = "margin"},
    {.header = "order_id,at,amount,cost",
     .rows = {{359, "O#,2026-03-01,60,36"}, {1, "O#,2026-03-01,60,"}},
     .value = 60,
     .n = 360,
     .variant = "order_value"}};

}  // namespace

PEGEL_MEASURED(avg_return_per_sale, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

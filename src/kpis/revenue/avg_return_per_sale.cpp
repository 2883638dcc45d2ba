#include <algorithm>
#include <cmath>

#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "kpis/over_units.h"

namespace pegel::kpis {
namespace {

enum : uint8_t {
  kProfit,
  kSales,
  kRevenue,
  kOrders,
  kProfitApart,
  kRevenueApart,
  kProfitEach,
  kRevenueEach,
  kBack,
  kBackApart
};
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
constexpr Measure came_back(Take take) {
  return {.name = "returned",
          .take = take,
          .of = Role::amount,
          .by = take == Take::amount_apart ? Role::order_id : Role::none,
          .where = {is(Role::return_kind, Use::other_type, ReturnKind::unknown, ReturnKind::returned), kHasOrder},
          .kind = Kind::returns,
          .reach = Reach::company};
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
    came_back(Take::amount),
    came_back(Take::amount_apart),
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
// What is left of an order's profit after what came back of it; returns are written with a minus, too.
double kept_of(base::Int128 profit, base::Int128 revenue, base::Int128 back) {
  if (revenue <= 0) return base::to_double(profit);
  const double kept = 1 - base::to_double(back < 0 ? -back : back) / base::to_double(revenue);
  return base::to_double(profit) * std::max(0.0, kept);
}

Estimate net_of_returns(const Sums& sums, const Context& context) {
  const partial::Money& profit = sums.amount(kProfit);
  if (const auto why_not = no_sum(profit); !why_not.empty()) return undefined(why_not, profit.n());
  const auto currency = common_currency({&profit, &sums.amount(kBack)});
  if (!currency) return undefined("mixed_currency", profit.n());
  const auto& revenues = sums.amounts_apart(kRevenueApart).units();
  const auto& returns = sums.amounts_apart(kBackApart).units();
  std::vector<partial::Pairs::Unit> orders = sums.amounts_apart(kProfitApart).units();
  double sum = 0;
  auto back = returns.begin();
  for (std::size_t i = 0; i < orders.size(); ++i) {
    while (back != returns.end() && back->entity < orders[i].entity) ++back;
    const bool any = back != returns.end() && back->entity == orders[i].entity;
    const double kept = kept_of(orders[i].value.x, revenues[i].value.x, any ? back->value.x : 0);
    orders[i].value = {std::llround(kept * base::kOne), base::kOne};
    sum += kept;
  }
  const auto n = static_cast<double>(orders.size());
  Estimate estimate;
  estimate.value = sum / n;
  estimate.n = static_cast<int64_t>(orders.size());
  estimate.currency = dataset::name_of(*currency);
  estimate.parts = {{"profit", sum, Unit::money}, {"orders", n, Unit::count}};
  bracket_over(estimate, orders, context.plan.seed);
  return estimate;
}
constexpr Few<Shape, 6> kShapes{
    {.form = Form::per, .top = kProfit, .bottom = kSales, .spread = {kProfitEach}},
    {.form = Form::per, .top = kRevenue, .bottom = kOrders, .spread = {kRevenueEach}},
    {.top = kRevenueApart, .finish = mean_margin, .own = {kProfitApart, kRevenueApart}},
    {.top = kProfit, .finish = net_of_returns, .own = {kProfit, kProfitApart, kRevenueApart, kBack, kBackApart}}};

constexpr Card kCard = {
    .id = "avg_return_per_sale",
    .name = "Average return per sale",
    .meaning = "What a sale brings after its cost: the profit of all orders by their number.",
    .formula = "{profit} / {orders}",
    .source =
        "Orders of known cost, told apart by their numbers; cancelled ones are left out, returns are taken off by the "
        "variant that says so. "
        "Interval over orders: bootstrap, linearised for many",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::amount, Role::cost},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants =
        {{"profit", "(amount - cost) per order", true},
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
          .unit = Unit::share},
         {.id = "net_of_returns",
          .meaning = "(amount - cost) per order, less the same share of it as came back of the amount",
          .kind = Kind::orders,
          .needs = {Role::order_id, Role::amount, Role::cost},
          .date = Role::at,
          .sql = "WITH sold AS (SELECT order_id, sum(amount - cost) AS profit, sum(amount) AS revenue,\n"
                 "                     max(currency) AS currency, min(coalesce(currency, '')) AS least,\n"
                 "                     max(coalesce(currency, '')) AS most FROM orders\n"
                 "              WHERE order_id IS NOT NULL AND amount IS NOT NULL AND cost IS NOT NULL\n"
                 "                AND coalesce(order_status, '') <> 'cancelled' GROUP BY order_id),\n"
                 "     sent AS (SELECT order_id, amount, currency FROM all_returns\n"
                 "              WHERE order_id IS NOT NULL AND amount IS NOT NULL\n"
                 "                AND coalesce(return_kind, 'return') = 'return'),\n"
                 "     back AS (SELECT order_id, abs(sum(amount)) AS part FROM sent GROUP BY order_id)\n"
                 "SELECT CASE WHEN min(least) = max(most)\n"
                 "             AND (SELECT count(DISTINCT coalesce(currency, '')) FROM sent) <= 1\n"
                 "             AND coalesce(max(currency) = (SELECT max(currency) FROM sent), TRUE)\n"
                 "            THEN avg(CAST(profit AS DOUBLE) * CASE WHEN revenue > 0 THEN\n"
                 "                       greatest(0, 1 - CAST(coalesce(part, 0) AS DOUBLE) / revenue) ELSE 1 END) END\n"
                 "       AS value\n"
                 "FROM sold LEFT JOIN back USING (order_id)",
          .also = {{Kind::returns, Role::order_id}, {Kind::returns, Role::amount}},
          .stands_in = false}},
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
     .variant = "order_value"},
    {.header = "order_id,at,amount,cost",
     .rows = {{4, "O#,2026-03-01,100,60"}},
     .also = {{Kind::returns,
               "return_id,order_id,at,return_kind,amount",
               {{1, "R#,O1,2026-03-20,return,100"},
                {1, "S#,O2,2026-04-20,return,-25"},
                {1, "T#,O3,2026-04-20,exchange,100"}}}},
     .value = 27.5,
     .n = 4,
     .variant = "net_of_returns"}};

}  // namespace

PEGEL_MEASURED(avg_return_per_sale, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/estimate.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kSold, kOrders, kSoldTo, kCustomers, kLines, kCustomerLines };
constexpr Measure kMeasures[] = {
    {.name = "cross_sold",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasOrder, yes(Role::cross_sell, Use::other_type)}},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kHasOrder}},
    {.name = "cross_sold",
     .take = Take::id,
     .of = Role::customer_id,
     .where = {kOrdered, yes(Role::cross_sell, Use::other_type)}},
    {.name = "customers", .take = Take::id, .of = Role::customer_id, .where = {kOrdered}},
    {.name = "orders",
     .take = Take::spread,
     .of = Role::product_line,
     .by = Role::order_id,
     .where = {kOrdered, kHasOrder, given(Role::product_line, Use::other_type)}},
    {.name = "customers",
     .take = Take::spread,
     .of = Role::product_line,
     .by = Role::customer_id,
     .where = {kOrdered, kHasCustomer, given(Role::product_line, Use::other_type)}},
};

// The same line twice is a quantity.
template <uint8_t kOf>
Estimate by_lines(const Sums& sums, const Context&) {
  partial::Ratio ratio;
  ratio.x.n = sums.spread(kOf).several();
  ratio.n.n = sums.spread(kOf).n();
  return share(ratio, {{"cross_sold", static_cast<double>(ratio.x.n), Unit::count},
                       {sums.name(kOf), static_cast<double>(ratio.n.n), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{Form::share, kSold, kOrders},
                                {.top = kLines, .finish = by_lines<kLines>, .own = {kLines}},
                                {Form::share, kSoldTo, kCustomers},
                                {.top = kCustomerLines, .finish = by_lines<kCustomerLines>, .own = {kCustomerLines}}};

constexpr Card kCard = {
    .id = "cross_sell_rate",
    .name = "Cross-selling rate",
    .meaning = "The share of orders in which something of another line was sold along.",
    .formula = "{cross_sold} / {orders}",
    .source = "By the mark in the file: an order without it counts as none; the lines of one order are one",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::cross_sell},
    .uses = {Role::at, Role::order_status},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"flagged", "orders marked as cross-sale / orders", true},
                 {"lines",
                  "orders of two product lines or more / orders",
                  false,
                  true,
                  "",
                  Kind::orders,
                  {Role::order_id, Role::product_line},
                  Role::at,
                  "WITH sold AS (SELECT order_id, count(DISTINCT product_line) AS lines FROM orders\n"
                  "              WHERE order_id IS NOT NULL AND product_line IS NOT NULL\n"
                  "                AND coalesce(order_status, '') <> 'cancelled' GROUP BY order_id)\n"
                  "SELECT count(*) FILTER (WHERE lines > 1) * 1.0 / NULLIF(count(*), 0) AS value FROM sold"},
                 {"customers",
                  "customers with a cross-sale / customers",
                  false,
                  true,
                  "{cross_sold} / {customers}",
                  Kind::orders,
                  {Role::customer_id, Role::cross_sell},
                  Role::at},
                 {.id = "customer_lines",
                  .meaning = "customers of two product lines or more / customers",
                  .formula = "{cross_sold} / {customers}",
                  .kind = Kind::orders,
                  .needs = {Role::customer_id, Role::product_line},
                  .date = Role::at,
                  .sql = "WITH sold AS (SELECT customer_id, count(DISTINCT product_line) AS lines FROM orders\n"
                         "              WHERE customer_id IS NOT NULL AND product_line IS NOT NULL\n"
                         "                AND coalesce(order_status, '') <> 'cancelled' GROUP BY customer_id)\n"
                         "SELECT count(*) FILTER (WHERE lines > 1) * 1.0 / NULLIF(count(*), 0) AS value FROM sold"}},
};

constexpr Example kExamples[] = {{.header = "order_id,at,cross_sell,product",
                                  .rows = {{45, "O#,2026-03-01,true,pen"},
                                           {254, "O#,2026-03-02,false,pen"},
                                           {1, "O300,2026-03-01,,pen"},
                                           {1, "O1,2026-03-01,true,ink"}},
                                  .value = 0.15,
                                  .low = 0.114032,
                                  .high = 0.194818,
                                  .n = 300},
                                 {.header = "order_id,at,cross_sell,order_status",
                                  .rows = {{2, "O#,2026-03-01,true,cancelled"}},
                                  .value = {},
                                  .undefined = "no_data"},
                                 {.header = "order_id,at,cross_sell,customer_id",
                                  .rows = {{4, "O#,2026-03-01,true,A"},
                                           {1, "O#,2026-03-01,false,A"},
                                           {3, "O#,2026-03-01,false,C#"},
                                           {5, "O#,2026-03-01,true,"}},
                                  .value = 0.25,
                                  .n = 4,
                                  .variant = "customers"},
                                 {.header = "order_id,at,product_line,customer_id",
                                  .rows = {{3, "O#,2026-03-01,pens,A"},
                                           {1, "O#,2026-03-02,ink,A"},
                                           {2, "O#,2026-03-02,ink,B"},
                                           {2, "O#,2026-03-02,ink,C#"},
                                           {1, "O#,2026-03-02,pens,"}},
                                  .value = 0.25,
                                  .n = 4,
                                  .variant = "customer_lines"},
                                 {.header = "order_id,line_id,at,product_line",
                                  .rows = {{45, "O#,1,2026-03-01,pens"},
                                           {254, "O#,1,2026-03-02,pens"},
                                           {1, "O300,1,2026-03-01,ink"},
                                           {1, "O1,2,2026-03-01,ink"},
                                           {1, "O2,2,2026-03-01,pens"},
                                           {1, "O3,2,2026-03-01,ink"},
                                           {1, "O4,2,2026-03-01,"},
                                           {1, "O1,3,2026-03-01,paper"}},
                                  .value = 0.006667,
                                  .n = 300,
                                  .variant = "lines"}};

}  // namespace

PEGEL_MEASURED(cross_sell_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kProfit, kSales, kRevenue, kOrders };
constexpr Measure kMeasures[] = {
    {.name = "profit", .take = Take::amount, .of = Role::amount, .less = Role::cost, .where = {kOrdered, kHasOrder}},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kPriced, kCosted}},
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasOrder}},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kPriced}},
};
constexpr Few<Shape, 6> kShapes{{Form::per, kProfit, kSales}, {Form::per, kRevenue, kOrders}};

constexpr Card kCard = {
    .id = "avg_return_per_sale",
    .name = "Average return per sale",
    .meaning = "What a sale brings after its cost: the profit of all orders by their number.",
    .formula = "{profit} / {orders}",
    .source =
        "Orders of known cost, told apart by their numbers; cancelled ones are left out, returns are not taken off",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::amount, Role::cost},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"profit", "(amount - cost) per order", true},
                 {"order_value", "amount per order: the average order value", false, true, "{revenue} / {orders}"}},
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
    {.header = "order_id,at,amount,cost",
     .rows = {{359, "O#,2026-03-01,60,36"}, {1, "O#,2026-03-01,60,"}},
     .value = 60,
     .n = 360,
     .variant = "order_value"}};

}  // namespace

PEGEL_MEASURED(avg_return_per_sale, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

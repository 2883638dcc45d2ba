#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kSold, kOrders };
constexpr Measure kMeasures[] = {
    {.name = "cross_sold",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasOrder, yes(Role::cross_sell, Use::other_type)}},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kHasOrder}},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kSold, kOrders}};

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
                 {"lines", "orders of two product lines or more / orders", false, false},
                 {"customers", "customers with a cross-sale / customers", false, false}},
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
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(cross_sell_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kSold, kOrders, kDearer, kBased, kUplift, kBase };
constexpr Measure kMeasures[] = {
    {.name = "upsold",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasOrder, yes(Role::upsell, Use::other_type)}},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kHasOrder}},
    {.name = "upsold",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasOrder, above(Role::amount, Role::base_amount)}},
    {.name = "orders",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasOrder, kPriced, numbered(Role::base_amount, Use::no_amount)}},
    {.name = "uplift", .take = Take::amount, .of = Role::amount, .less = Role::base_amount, .where = {kOrdered}},
    {.name = "base", .take = Take::amount, .of = Role::base_amount, .where = {kOrdered, kPriced}},
};
constexpr Few<Shape, 6> kShapes{
    {Form::share, kSold, kOrders}, {Form::share, kDearer, kBased}, {Form::ratio, kUplift, kBase}};

constexpr Card kCard = {
    .id = "upsell_rate",
    .name = "Upselling rate",
    .meaning = "The share of orders in which a dearer version was sold than was asked for.",
    .formula = "{upsold} / {orders}",
    .source = "By the mark in the file: an order without it counts as none; the lines of one order are one",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::upsell},
    .uses = {Role::at, Role::order_status, Role::amount, Role::base_amount, Role::currency},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"flagged", "orders marked as upsale / orders", true},
                 {.id = "dearer",
                  .meaning = "orders of more than their base amount / orders with one",
                  .kind = Kind::orders,
                  .needs = {Role::order_id, Role::amount, Role::base_amount},
                  .date = Role::at},
                 {.id = "uplift",
                  .meaning = "(amount - base amount) / base amount",
                  .formula = "{uplift} / {base}",
                  .kind = Kind::orders,
                  .needs = {Role::amount, Role::base_amount},
                  .date = Role::at,
                  .stands_in = false}},
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,upsell,product",
     .rows = {{33, "O#,2026-03-01,true,pen"},
              {266, "O#,2026-03-02,false,pen"},
              {1, "O300,2026-03-01,,pen"},
              {1, "O1,2026-03-01,true,ink"}},
     .value = 0.11,
     .low = 0.079405,
     .high = 0.150456,
     .n = 300},
    {.header = "order_id,at,upsell,order_status",
     .rows = {{2, "O#,2026-03-01,true,cancelled"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "order_id,at,amount,base_amount",
     .rows = {{33, "O#,2026-03-01,150,100"},
              {200, "O#,2026-03-01,100,100"},
              {67, "O#,2026-03-01,90,100"},
              {9, "O#,2026-03-01,150,"}},
     .value = 0.11,
     .low = 0.079405,
     .high = 0.150456,
     .n = 300,
     .variant = "dearer"},
    {.header = "order_id,at,upsell,amount,base_amount",
     .rows = {{1, "O#,2026-03-01,true,150,100"}, {1, "O#,2026-03-01,false,300,300"}, {1, "O#,2026-03-01,true,90,"}},
     .value = 0.125,
     .n = 2,
     .variant = "uplift"}};

}  // namespace

PEGEL_MEASURED(upsell_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

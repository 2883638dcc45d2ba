#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kReturned, kOrders };
constexpr Measure kMeasures[] = {
    {.name = "returned",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasOrder, kIsOver, yes(Role::returned, Use::other_type)}},
    kFollowedOrders,
};
constexpr Few<Shape, 6> kShapes{{Form::share, kReturned, kOrders}};

constexpr Card kCard = {
    .id = "return_rate",
    .name = "Return rate",
    .meaning = "The share of orders of which something was sent back.",
    .formula = "{returned} / {orders}",
    .source = "By order date, 30 days or more ago; an order without the mark counts as kept",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::at, Role::returned},
    .uses = {Role::order_status},
    .unit = Unit::share,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::at,
    .variants = {{"orders", "orders returned / orders, by order date", true},
                 {"by_return", "by the day of the return", false, false}},
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,returned",
     .rows = {{14, "O#,2026-03-01,true"}, {336, "O#,2026-03-02,false"}, {9, "O#,2026-12-20,true"}},
     .value = 0.04,
     .low = 0.023978,
     .high = 0.066001,
     .n = 350},
    {.header = "order_id,at,returned", .rows = {{9, "O#,2026-12-20,false"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(return_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

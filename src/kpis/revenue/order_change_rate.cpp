#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kOrders, kChanged };
constexpr Measure kMeasures[] = {kFollowedOrders, of_kind("changed", ReturnKind::change)};
constexpr Few<Shape, 6> kShapes{{Form::common, kOrders, kChanged}};

constexpr Card kCard = {
    .id = "order_change_rate",
    .name = "Order change rate",
    .meaning = "The share of orders that were changed after they had been placed.",
    .formula = "{changed} / {orders}",
    .source = "By order date, 30 days or more ago; a change counts whenever it was",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::at},
    .also = {{Kind::returns, Role::order_id}, {Kind::returns, Role::return_kind}},
    .uses = {Role::order_status},
    .unit = Unit::share,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::at,
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,customer_id",
     .rows = {{350, "O#,2026-03-01,C#"}, {9, "O#,2026-12-20,C#"}},
     .also = {{Kind::returns,
               "return_id,order_id,at,return_kind",
               {{7, "R#,O#,2026-03-20,change"},
                {1, "R#,O1,2026-04-20,change"},
                {5, "R#,O#,2026-03-20,return"},
                {2, "R#,X#,2026-03-20,change"},
                {1, "R#,O355,2026-12-22,change"}}}},
     .value = 0.02,
     .low = 0.009719,
     .high = 0.040706,
     .n = 350},
    {.header = "order_id,at,customer_id",
     .rows = {{9, "O#,2026-12-20,C#"}},
     .also = {{Kind::returns, "return_id,order_id,at,return_kind", {{7, "R#,O#,2026-12-21,change"}}}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(order_change_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

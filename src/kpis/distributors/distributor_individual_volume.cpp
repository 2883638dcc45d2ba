#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kOrders };
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasDistributor}},
    {.name = "orders", .where = {kOrdered, kHasDistributor, kPriced}},
};
constexpr Few<Shape, 6> kShapes{{Form::total, kRevenue, kOrders}};

constexpr Card kCard = {
    .id = "distributor_individual_volume",
    .name = "Sales per distributor",
    .meaning = "The amount of the orders that each distributor brought.",
    .formula = "{revenue}",
    .source = "Revenue by distributor, before returns; cancelled orders are left out",
    .kind = Kind::orders,
    .needs = {Role::distributor_id, Role::amount},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .by = Role::distributor_id,
    .variants = {{"revenue", "amount of orders", true}},
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,distributor_id,amount",
     .rows = {{2, "O#,2026-03-01,A,800"},
              {1, "O#,2026-03-02,B,300"},
              {1, "O#,2026-03-02,B,-100"},
              {3, "O#,2026-03-01,,500"}},
     .value = 200,
     .n = 2,
     .by = "distributor_id=B"},
    {.header = "order_id,at,distributor_id,amount",
     .rows = {{2, "O#,2026-03-01,A,800"}, {1, "O#,2026-03-02,B,300"}, {3, "O#,2026-03-01,,500"}},
     .value = 1900,
     .n = 3},
    {.header = "order_id,at,distributor_id,amount",
     .rows = {{3, "O#,2026-03-01,,500"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(distributor_individual_volume, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

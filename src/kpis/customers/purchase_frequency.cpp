#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kOrders, kCustomers };
constexpr Measure kMeasures[] = {
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kHasOrder, kHasCustomer}},
    {.name = "customers", .take = Take::id, .of = Role::customer_id, .where = {kOrdered, kHasOrder}},
};
constexpr Few<Shape, 6> kShapes{{Form::per, kOrders, kCustomers}};

constexpr Card kCard = {
    .id = "purchase_frequency",
    .name = "Purchase frequency",
    .meaning = "How often a customer who bought did so: orders per different buyer.",
    .formula = "{orders} / {customers}",
    .source = "Customers with one order count; the lines of one order are one",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::customer_id},
    .uses = {Role::at, Role::order_status},
    .unit = Unit::ratio,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"buyers", "orders per customer with an order in the period", true},
                 {"active", "orders per active customer", false, false},
                 {"gap", "median days between two orders", false, false}},
};

constexpr Example kExamples[] = {{.header = "order_id,at,customer_id,product",
                                  .rows = {{150, "O#,2026-03-01,C#,pen"},
                                           {210, "O#,2026-03-02,C1,pen"},
                                           {1, "O1,2026-03-01,C1,ink"},
                                           {3, "O#,2026-03-02,,pen"}},
                                  .value = 2.4,
                                  .n = 150},
                                 {.header = "order_id,at,customer_id,order_status",
                                  .rows = {{3, "O#,2026-03-01,C1,cancelled"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(purchase_frequency, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

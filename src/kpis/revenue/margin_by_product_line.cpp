#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kProfit, kRevenue, kCost, kUnits, kPerRevenue, kPerUnit, kOrders, kOrdersOfUnits };
constexpr Measure kMeasures[] = {
    kOrderProfit,
    kCostedRevenue,
    {.name = "cost", .take = Take::amount, .of = Role::cost, .where = {kOrdered, numbered(Role::qty, Use::no_amount)}},
    {.name = "units", .take = Take::number, .of = Role::qty, .where = {kOrdered, kCosted}},
    by_order(Role::amount, Role::cost, Role::amount),
    by_order(Role::cost, Role::none, Role::qty),
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kPriced, kCosted}},
    {.name = "orders",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kCosted, numbered(Role::qty, Use::no_amount)}},
};
constexpr Few<Shape, 6> kShapes{
    {.form = Form::ratio, .top = kProfit, .bottom = kRevenue, .spread = {kPerRevenue}, .counted = kOrders},
    {.form = Form::per, .top = kCost, .bottom = kUnits, .spread = {kPerUnit}, .counted = kOrdersOfUnits}};

constexpr Card kCard = {
    .id = "margin_by_product_line",
    .name = "Margin by product line",
    .meaning = "The gross margin of each product line: the lines add up to the whole.",
    .formula = "{profit} / {revenue}",
    .source =
        "Ratio of sums, not a mean of rates; orders without a product line stand as one line of their own. Interval "
        "over orders: bootstrap, linearised for many",
    .kind = Kind::orders,
    .needs = {Role::amount, Role::cost, Role::product_line},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .by = Role::product_line,
    .variants = {{"margin", "(revenue - cost) / revenue", true},
                 {.id = "unit_cost",
                  .meaning = "cost / units: what one unit cost",
                  .formula = "{cost} / {units}",
                  .kind = Kind::orders,
                  .needs = {Role::cost, Role::qty, Role::product_line},
                  .date = Role::at,
                  .unit = Unit::money,
                  .direction = Direction::down,
                  .stands_in = false}},
};

constexpr std::string_view kHeader = "order_id,at,product_line,amount,cost";
constexpr Few<ExampleRows, 36> kRows{{10, "O#,2026-03-01,A,10000,6000"}, {5, "O#,2026-03-02,B,10000,9000"}};

constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 0.3, .n = 15},
    {.header = kHeader, .rows = kRows, .value = 0.4, .n = 10, .by = "product_line=A"},
    {.header = kHeader, .rows = kRows, .value = 0.1, .n = 5, .by = "product_line=B"},
    {.header = "order_id,at,product_line,product,amount,cost",
     .rows = {{1, "A,2026-03-01,Gold,pen,100,20"},
              {1, "A,2026-03-01,Gold,ink,100,20"},
              {3, "B,2026-03-02,Gold,pad,100,20"}},
     .value = 0.8,
     .n = 2},
    {.header = "order_id,at,product_line,cost,qty",
     .rows = {{2, "O#,2026-03-01,A,600,100"}, {1, "O#,2026-03-01,B,900,50"}, {1, "O#,2026-03-01,B,,50"}},
     .value = 8.4,
     .n = 3,
     .variant = "unit_cost"},
    {.header = kHeader, .rows = {{2, "O#,2026-03-01,A,100,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(margin_by_product_line, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

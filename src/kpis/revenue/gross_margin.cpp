#include "kpis/income.h"
#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kProfit, kRevenue, kCost, kSold, kGoods, kPerRevenue, kPerCost };
constexpr Measure kMeasures[] = {kOrderProfit,
                                 kCostedRevenue,
                                 kOrderCost,
                                 kIncomeMeasures[0],
                                 kIncomeMeasures[1],
                                 by_order(Role::amount, Role::cost, Role::amount),
                                 by_order(Role::amount, Role::cost, Role::cost)};
constexpr Few<uint8_t, 8> kBoth{kSold, kGoods};

Estimate of_goods(const Sums& sums, const Context&) { return income_share(sums, kBoth); }

constexpr Few<Shape, 6> kShapes{{.form = Form::ratio, .top = kProfit, .bottom = kRevenue, .spread = {kPerRevenue}},
                                {.form = Form::ratio, .top = kProfit, .bottom = kCost, .spread = {kPerCost}},
                                {.top = kSold, .finish = of_goods, .own = kBoth}};

constexpr Card kCard = {
    .id = "gross_margin",
    .name = "Gross margin",
    .meaning = "The share of the revenue from orders that is left after the cost of the goods.",
    .formula = "{profit} / {revenue}",
    .source =
        "Ratio of sums over orders of known cost, before returns; cancelled orders are left out. Interval over orders: "
        "bootstrap, linearised for many",
    .kind = Kind::orders,
    .needs = {Role::amount, Role::cost},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"margin", "(revenue - cost) / revenue", true},
                 {"markup", "(revenue - cost) / cost", false, true, "{profit} / {cost}"},
                 {.id = "goods",
                  .meaning = "(revenue - cost of goods of the same months) / revenue",
                  .formula = "({revenue} - {goods}) / {revenue}",
                  .kind = Kind::orders,
                  .needs = {Role::at, Role::amount},
                  .date = Role::at,
                  .sql = PEGEL_INCOME_SQL("\n                AND cost_type = 'cogs'", PEGEL_INCOME_SHARE_SQL),
                  .also = {{Kind::costs, Role::period_start}, {Kind::costs, Role::cost_type}}}},
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,amount,cost",
     .rows = {{4, "O#,2026-03-01,50000,30000"}, {1, "O#,2026-03-02,50000,30000"}, {1, "O#,2026-03-03,7000,"}},
     .value = 0.4,
     .n = 5},
    {.header = "order_id,at,amount,cost,order_status",
     .rows = {{1, "O#,2026-03-01,100,150,completed"}, {1, "O#,2026-03-02,900,0,cancelled"}},
     .value = -0.5,
     .n = 1},
    {.header = "order_id,at,amount,cost",
     .rows = {{2, "O#,2026-03-01,0,10"}},
     .value = {},
     .n = 2,
     .undefined = "zero_denominator"},
    {.header = "order_id,at,amount,cost", .rows = {{2, "O#,2026-03-01,100,"}}, .value = {}, .undefined = "no_data"},
    {.header = "order_id,at,amount",
     .rows = {{5, "O#,2026-03-05,50000"}, {1, "O#,2026-04-02,7000"}},
     .also = {{Kind::costs,
               "period_start,amount,cost_type",
               {{1, "2026-03-01,150000,cogs"}, {1, "2026-03-01,60000,operating"}, {1, "2026-04-01,900,tax"}}}},
     .value = 0.4,
     .n = 5,
     .variant = "goods"},
    {.header = "order_id,at,amount,cost",
     .rows = {{5, "O#,2026-03-01,50000,30000"}, {1, "O#,2026-03-03,,30000"}},
     .value = 0.666667,
     .n = 5,
     .variant = "markup"}};

}  // namespace

PEGEL_MEASURED(gross_margin, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

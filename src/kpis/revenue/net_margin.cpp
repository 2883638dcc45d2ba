#include "kpis/estimate.h"
#include "kpis/income.h"

namespace pegel::kpis {
namespace {

constexpr Few<Shape, 6> kShapes{
    {.finish = [](const Sums& sums, const Context&) { return income_share(sums, kNetIncome); }, .own = kNetIncome},
    {.finish = [](const Sums& sums, const Context&) { return income_share(sums, kOperatingIncome); },
     .own = kOperatingIncome},
    {.top = kWonNetIncome[0],
     .finish = [](const Sums& sums, const Context&) { return income_share(sums, kWonNetIncome); },
     .own = kWonNetIncome}};

constexpr Card kCard = {
    .id = "net_margin",
    .name = "Net margin",
    .meaning = "The share of the revenue from orders that is left after all costs of the same months.",
    .formula = "({revenue} - {goods} - {operating} - {interest_and_tax}) / {revenue}",
    .source = "As net income; of costs without interest and tax it is the operating margin",
    .kind = Kind::orders,
    .needs = {Role::at, Role::amount},
    .also = {{Kind::costs, Role::period_start}, {Kind::costs, Role::amount}, {Kind::costs, Role::cost_type}},
    .uses = {Role::currency, Role::order_status},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"net", "after interest and tax, where the costs have them", true},
                 {.id = "operating",
                  .meaning = "before interest and tax",
                  .formula = "({revenue} - {goods} - {operating}) / {revenue}",
                  .sql = PEGEL_INCOME_SQL(PEGEL_OPERATING_SQL, PEGEL_INCOME_SHARE_SQL)},
                 {.id = "won",
                  .meaning = "of deals won, after interest and tax",
                  .kind = Kind::deals,
                  .needs = {Role::status, Role::amount, Role::closed},
                  .date = Role::closed,
                  .sql = PEGEL_WON_INCOME_SQL("", PEGEL_INCOME_SHARE_SQL),
                  .also = {{Kind::costs, Role::period_start}, {Kind::costs, Role::cost_type}}}},
    .sql = PEGEL_INCOME_SQL("", PEGEL_INCOME_SHARE_SQL),
};

constexpr ExampleFile kCosts{Kind::costs,
                             "period_start,amount,cost_type",
                             {{1, "2026-03-01,150000,cogs"},
                              {1, "2026-03-01,50000,operating"},
                              {1, "2026-03-01,10000,tax"},
                              {1, "2026-03-01,2500,interest"}}};
constexpr Example kExamples[] = {
    {.header = "order_id,at,amount", .rows = {{5, "O#,2026-03-05,50000"}}, .also = {kCosts}, .value = 0.15, .n = 5},
    {.header = "order_id,at,amount",
     .rows = {{5, "O#,2026-03-05,50000"}},
     .also = {kCosts},
     .value = 0.2,
     .n = 5,
     .variant = "operating"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{5, "D#,won,2026-01-05,2026-03-05,50000"}, {2, "D#,lost,2026-01-05,2026-03-05,50000"}},
     .also = {kCosts},
     .value = 0.15,
     .n = 5,
     .variant = "won"},
    {.header = "order_id,at,amount",
     .rows = {{5, "O#,2026-03-05,0"}},
     .also = {kCosts},
     .value = {},
     .n = 5,
     .undefined = "zero_denominator"},
    {.header = "order_id,at,amount",
     .rows = {{1, "O#,2026-03-05,"}},
     .also = {kCosts},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(net_margin, kCard, kIncomeMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/estimate.h"
#include "kpis/income.h"

namespace pegel::kpis {
namespace {

constexpr Few<Shape, 6> kShapes{
    {.finish = [](const Sums& sums, const Context&) { return income_of(sums, kOperatingIncome); },
     .own = kOperatingIncome},
    {.finish = [](const Sums& sums, const Context&) { return income_of(sums, kNetIncome); }, .own = kNetIncome},
    {.top = kWonOperatingIncome[0],
     .finish = [](const Sums& sums, const Context&) { return income_of(sums, kWonOperatingIncome); },
     .own = kWonOperatingIncome}};

constexpr Card kCard = {
    .id = "net_income",
    .name = "Net income",
    .meaning =
        "What is left of the revenue from orders after the cost of goods and operating costs of the same months.",
    .formula = "{revenue} - {goods} - {operating} over {months} months",
    .source =
        "Orders by order date, before returns; months without costs are left out, and costs before the first month "
        "with "
        "orders or after the last",
    .kind = Kind::orders,
    .needs = {Role::at, Role::amount},
    .also = {{Kind::costs, Role::period_start}, {Kind::costs, Role::amount}, {Kind::costs, Role::cost_type}},
    .uses = {Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"operating", "before interest and tax", true},
                 {.id = "net",
                  .meaning = "after interest and tax",
                  .formula = "{revenue} - {goods} - {operating} - {interest_and_tax} over {months} months",
                  .sql = PEGEL_INCOME_SQL("", "sum(amount)")},
                 {.id = "won",
                  .meaning = "deals won less costs, before interest and tax",
                  .kind = Kind::deals,
                  .needs = {Role::status, Role::amount, Role::closed},
                  .date = Role::closed,
                  .sql = PEGEL_WON_INCOME_SQL(PEGEL_OPERATING_SQL, "sum(amount)"),
                  .also = {{Kind::costs, Role::period_start}, {Kind::costs, Role::cost_type}}}},
    .sql = PEGEL_INCOME_SQL(PEGEL_OPERATING_SQL, "sum(amount)"),
};

constexpr ExampleFile kCosts{Kind::costs,
                             "period_start,amount,cost_type",
                             {{1, "2026-03-01,150000,cogs"},
                              {1, "2026-03-01,60000,operating"},
                              {1, "2026-03-01,2500,"},
                              {1, "2026-03-01,4000,tax"},
                              {1, "2026-05-01,9000,operating"}}};
constexpr Example kExamples[] = {
    {.header = "order_id,at,amount",
     .rows = {{4, "O#,2026-03-05,50000"}, {1, "O#,2026-03-31,50000"}, {1, "O#,2026-04-02,7000"}, {1, "O#,2026-03-06,"}},
     .also = {kCosts},
     .value = 37500,
     .n = 5},
    {.header = "order_id,at,amount",
     .rows = {{5, "O#,2026-03-05,50000"}},
     .also = {kCosts},
     .value = 33500,
     .n = 5,
     .variant = "net"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{4, "D#,won,2026-01-05,2026-03-05,50000"},
              {1, "D#,won,2026-01-05,2026-03-31,50000"},
              {1, "D#,lost,2026-01-05,2026-03-31,90000"},
              {1, "D#,won,2026-01-05,2026-04-02,7000"}},
     .also = {kCosts},
     .value = 37500,
     .n = 5,
     .variant = "won"},
    {.header = "order_id,at,amount",
     .rows = {{5, "O#,2026-01-05,200"}, {5, "O#,2026-03-05,200"}},
     .also = {{Kind::costs,
               "period_start,amount,cost_type",
               {{1, "2025-12-01,900,operating"},
                {1, "2026-01-01,400,operating"},
                {1, "2026-02-01,700,operating"},
                {1, "2026-03-01,400,operating"},
                {1, "2026-04-01,300,operating"}}}},
     .value = 500,
     .n = 10},
    {.header = "order_id,at,amount",
     .rows = {{5, "O#,2026-04-05,50000"}},
     .also = {kCosts},
     .value = {},
     .n = 5,
     .undefined = "no_costs"},
    {.header = "order_id,at,amount,currency",
     .rows = {{5, "O#,2026-03-05,50000,EUR"}},
     .also = {{Kind::costs, "period_start,amount,cost_type,currency", {{1, "2026-03-01,9000,operating,USD"}}}},
     .value = {},
     .n = 5,
     .undefined = "mixed_currency"}};

}  // namespace

PEGEL_MEASURED(net_income, kCard, kIncomeMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/customer_value.h"
#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

constexpr Card kCard = {
    .id = "ltv_cac",
    .name = "Customer value by cost",
    .meaning = "How many times over a customer has brought in what winning a new one costs.",
    .formula = "{clv} / {cac}",
    .source =
        "Gross margin of all orders per buyer; cost of a new customer as in cac, in the period. Interval over "
        "customers, those won counted as Poisson",
    .kind = Kind::orders,
    .needs = {Role::customer_id, Role::amount, Role::cost},
    .also = {{Kind::spend, Role::amount}, {Kind::spend, Role::period_start}, {Kind::customers, Role::since}},
    .uses = {Role::currency, Role::order_status},
    .unit = Unit::ratio,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .variants = {{"margin", "by gross margin to date", true},
                 {.id = "revenue",
                  .meaning = "by revenue, which says too much",
                  .sql = PEGEL_VALUE_BY_COST_SQL("amount", "clv / NULLIF(cac, 0)")}},
    .sql = PEGEL_VALUE_BY_COST_SQL("amount - cost", "clv / NULLIF(cac, 0)"),
};

constexpr Example kExamples[] = {
    {.header = kValueHeader,
     .rows = kValueOrders,
     .also = {kValueSpent, {Kind::customers, "customer_id,since", {{60, "C#,2026-02-03"}, {7, "D#,2025-11-30"}}}},
     .value = 0.72,
     .n = 6},
    {.header = kValueHeader,
     .rows = kValueOrders,
     .also = {kValueSpent, {Kind::customers, "customer_id,since", {{7, "D#,2025-11-30"}}}},
     .value = {},
     .undefined = "zero_denominator"},
    {.header = kValueHeader,
     .rows = kValueOrders,
     .also = {kValueSpent, {Kind::customers, "customer_id,since", {{60, "C#,2026-02-03"}}}},
     .value = 1.2,
     .n = 6,
     .variant = "revenue"}};

}  // namespace

PEGEL_MEASURED(ltv_cac, kCard, kCustomerValueMeasures, kValueByCost<false>, kExamples)

}  // namespace pegel::kpis

#include "kpis/customer_value.h"
#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

constexpr Card kCard = {
    .id = "customer_roi",
    .name = "Customer ROI",
    .meaning = "What a customer has brought in beyond what winning a new one costs, as a share of that cost.",
    .formula = "({clv} - {cac}) / {cac}",
    .source =
        "Gross margin of all orders per buyer; cost of a new customer as in cac, in the period. Interval over "
        "customers, those won counted as Poisson",
    .kind = Kind::orders,
    .needs = {Role::customer_id, Role::amount, Role::cost},
    .also = {{Kind::spend, Role::amount}, {Kind::spend, Role::period_start}, {Kind::customers, Role::since}},
    .uses = {Role::currency, Role::order_status},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .variants = {{"margin", "by gross margin to date", true},
                 {.id = "revenue",
                  .meaning = "by revenue, which says too much",
                  .sql = PEGEL_VALUE_BY_COST_SQL("amount", "(clv - cac) / NULLIF(cac, 0)")}},
    .sql = PEGEL_VALUE_BY_COST_SQL("amount - cost", "(clv - cac) / NULLIF(cac, 0)"),
};

constexpr Example kExamples[] = {
    {.header = kValueHeader,
     .rows = kValueOrders,
     .also = {kValueSpent, {Kind::customers, "customer_id,since", {{60, "C#,2026-02-03"}, {7, "D#,2025-11-30"}}}},
     .value = -0.28,
     .n = 6},
    {.header = kValueHeader,
     .rows = kValueOrders,
     .also = {kValueSpent, {Kind::customers, "customer_id,since", {{7, "D#,2025-11-30"}}}},
     .value = {},
     .undefined = "zero_denominator"},
    {.header = kValueHeader,
     .rows = kValueOrders,
     .also = {kValueSpent, {Kind::customers, "customer_id,since", {{60, "C#,2026-02-03"}}}},
     .value = 0.2,
     .n = 6,
     .variant = "revenue"}};

}  // namespace

PEGEL_MEASURED(customer_roi, kCard, kCustomerValueMeasures, kValueByCost<true>, kExamples)

}  // namespace pegel::kpis

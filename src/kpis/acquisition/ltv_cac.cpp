#include "kpis/customer_value.h"
#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

constexpr Card kCard = {
    .id = "ltv_cac",
    .name = "Customer value by cost",
    .meaning = "How many times over a customer has brought in what winning a new one costs.",
    .formula = "{clv} / {cac}",
    .source = "Gross margin of all orders per buyer; cost of a new customer as in cac, in the period",
    .kind = Kind::orders,
    .needs = {Role::customer_id, Role::amount, Role::cost},
    .also = {{Kind::spend, Role::amount}, {Kind::spend, Role::period_start}, {Kind::customers, Role::since}},
    .uses = {Role::currency, Role::order_status},
    .unit = Unit::ratio,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .variants = {{"margin", "by gross margin to date", true},
                 {"revenue", "by revenue, which says too much", false, true}},
    .sql =
        "WITH time AS (SELECT date_trunc('month', min(period_start)) AS first,\n"
        "                     last_day(max(greatest(period_start, coalesce(period_end, period_start)))) AS last\n"
        "              FROM spend WHERE amount IS NOT NULL),\n"
        "     worth AS (SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1 THEN sum(amount - cost)::DOUBLE\n"
        "                           / NULLIF(count(DISTINCT customer_id), 0) END AS clv FROM orders\n"
        "               WHERE coalesce(order_status, '') <> 'cancelled' AND customer_id IS NOT NULL\n"
        "                 AND amount IS NOT NULL AND cost IS NOT NULL),\n"
        "     paid AS (SELECT (SELECT sum(amount)::DOUBLE FROM spend)\n"
        "                     / NULLIF((SELECT count(*) FROM customers, time WHERE since BETWEEN first AND last), 0)\n"
        "                     AS cac)\n"
        "SELECT clv / NULLIF(cac, 0) AS value FROM worth, paid",
};

constexpr std::string_view kHeader = "order_id,at,customer_id,amount,cost";
constexpr Few<ExampleRows, 36> kOrders{{6, "O#,2025-01-01,C#,400,160"}, {6, "O#,2026-05-01,C1,80,32"}};
constexpr ExampleFile kSpent{
    Kind::spend, "period_start,amount,spend_kind", {{1, "2026-02-01,14000,media"}, {1, "2026-03-01,10000,salary"}}};
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = kOrders,
     .also = {kSpent, {Kind::customers, "customer_id,since", {{60, "C#,2026-02-03"}, {7, "D#,2025-11-30"}}}},
     .value = 0.72,
     .n = 6},
    {.header = kHeader,
     .rows = kOrders,
     .also = {kSpent, {Kind::customers, "customer_id,since", {{7, "D#,2025-11-30"}}}},
     .value = {},
     .undefined = "zero_denominator"},
    {.header = kHeader,
     .rows = kOrders,
     .also = {kSpent, {Kind::customers, "customer_id,since", {{60, "C#,2026-02-03"}}}},
     .value = 1.2,
     .n = 6,
     .variant = "revenue"}};

}  // namespace

PEGEL_MEASURED(ltv_cac, kCard, kCustomerValueMeasures, kValueByCost<false>, kExamples)

}  // namespace pegel::kpis

#include "kpis/acquired.h"
#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kSpend, kMedia, kNew, kBegins, kEnds };
constexpr Measure kMeasures[] = {
    {.name = "spend", .take = Take::amount, .of = Role::amount},
    {.name = "spend",
     .take = Take::amount,
     .of = Role::amount,
     .where = {is(Role::spend_kind, Use::other_type, SpendKind::media)}},
    {.name = "new_customers",
     .take = Take::row_daily,
     .since = Role::since,
     .kind = Kind::customers,
     .date = Role::since},
    kSpendBegins,
    kSpendEnds,
};

template <uint8_t Spend>
Estimate cost_of(const Sums& sums, const Context&) {
  return cost_of_customers(sums, {Spend, kNew, kBegins, kEnds});
}
constexpr Few<Shape, 6> kShapes{{.top = kSpend, .finish = cost_of<kSpend>, .own = {kSpend, kNew, kBegins, kEnds}},
                                {.top = kMedia, .finish = cost_of<kMedia>, .own = {kMedia, kNew, kBegins, kEnds}}};

constexpr Card kCard = {
    .id = "cac",
    .name = "Customer acquisition cost",
    .meaning = "What was spent on marketing and sales for each new customer of the same time.",
    .formula = "{spend} / {new_customers}",
    .source =
        "All cost of the spend file, salaries too where it has them; customers of the months for which there is any",
    .kind = Kind::spend,
    .needs = {Role::amount, Role::period_start},
    .also = {{Kind::customers, Role::since}},
    .uses = {Role::spend_kind, Role::currency},
    .unit = Unit::money,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::period_start,
    .variants = {{"all", "all cost / new customers", true},
                 {"media", "cost of media / new customers"},
                 {"lagged", "cost of the time before, by the median cycle", false, false}},
    .sql =
        "WITH time AS (SELECT date_trunc('month', min(period_start)) AS first,\n"
        "                     last_day(max(greatest(period_start, coalesce(period_end, period_start)))) AS last\n"
        "              FROM spend WHERE amount IS NOT NULL)\n"
        "SELECT (SELECT sum(amount) FROM spend) * 1.0\n"
        "       / NULLIF((SELECT count(*) FROM customers, time WHERE since BETWEEN first AND last), 0) AS value",
};

constexpr ExampleFile kSixty{
    Kind::customers,
    "customer_id,since",
    {{30, "C#,2026-02-03"}, {30, "D#,2026-03-20"}, {4, "E#,"}, {9, "F#,2025-11-30"}, {5, "G#,2026-04-01"}}};
constexpr Example kExamples[] = {
    {.header = "period_start,amount,spend_kind",
     .rows = {{1, "2026-02-01,10000,media"}, {1, "2026-02-01,2000,salary"}, {1, "2026-03-01,12000,media"}},
     .also = {kSixty},
     .value = 400,
     .n = 60},
    {.header = "period_start,amount,spend_kind",
     .rows = {{1, "2026-02-01,10000,media"}, {1, "2026-02-01,2000,salary"}, {1, "2026-03-01,12000,media"}},
     .also = {kSixty},
     .value = 366.666667,
     .n = 60,
     .variant = "media"},
    {.header = "period_start,amount",
     .rows = {{1, "2026-02-01,10000"}},
     .also = {{Kind::customers, "customer_id,since", {{4, "E#,"}}}},
     .value = {},
     .undefined = "zero_denominator"}};

}  // namespace

PEGEL_MEASURED(cac, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

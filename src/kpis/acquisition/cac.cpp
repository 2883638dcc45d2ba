#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kSpend, kMedia, kNew };
constexpr Measure kMeasures[] = {
    {.name = "spend", .take = Take::amount, .of = Role::amount},
    {.name = "spend",
     .take = Take::amount,
     .of = Role::amount,
     .where = {is(Role::spend_kind, Use::other_type, SpendKind::media)}},
    {.name = "new_customers", .where = {dated(Role::since)}, .kind = Kind::customers, .date = Role::since},
};
constexpr Few<Shape, 6> kShapes{{Form::per, kSpend, kNew}, {Form::per, kMedia, kNew}};

constexpr Card kCard = {
    .id = "cac",
    .name = "Customer acquisition cost",
    .meaning = "What was spent on marketing and sales for each new customer of the same time.",
    .formula = "{spend} / {new_customers}",
    .source = "All cost of the spend file, salaries too where it has them; customers by the day they became one",
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
};

constexpr ExampleFile kSixty{
    Kind::customers, "customer_id,since", {{30, "C#,2026-02-03"}, {30, "D#,2026-03-20"}, {4, "E#,"}}};
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

#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kNew, kLost };
constexpr Measure kMeasures[] = {
    {.name = "new_customers", .where = {dated(Role::since)}},
    {.name = "lost", .where = {dated(Role::until)}, .date = Role::until},
};
constexpr Few<Shape, 6> kShapes{{Form::per, kLost, kNew}};

constexpr Card kCard = {
    .id = "customers_lost_vs_won",
    .name = "Lost against new customers",
    .meaning = "How many customers left for each one that came in the same time; below 1 there are more and more.",
    .formula = "{lost} / {new_customers}",
    .source = "Customers by the day they came and the day they left",
    .kind = Kind::customers,
    .needs = {Role::since, Role::until},
    .unit = Unit::ratio,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::since,
    .variants = {{"ratio", "lost / new", true}, {"net", "new less lost", false, false}},
};

constexpr Example kExamples[] = {{.header = "customer_id,since,until",
                                  .rows = {{20, "C#,2026-01-05,2026-05-01"}, {10, "C#,2026-02-05,"}},
                                  .value = 0.666667,
                                  .n = 30},
                                 {.header = "customer_id,since,until",
                                  .rows = {{2, "C#,,2026-05-01"}},
                                  .value = {},
                                  .undefined = "zero_denominator"}};

}  // namespace

PEGEL_MEASURED(customers_lost_vs_won, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

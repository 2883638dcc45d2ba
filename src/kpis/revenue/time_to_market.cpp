#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    {.name = "products", .take = Take::days_waited, .of = Role::launched, .since = Role::idea},
};
constexpr Few<Shape, 6> kShapes{{Form::waiting, 0}};

constexpr Card kCard = {
    .id = "time_to_market",
    .name = "Time to market",
    .meaning = "The days after which half of the products have been launched, from the idea.",
    .formula = "median wait of {products} = {median}, {waiting} still waiting",
    .source = "From the day that the file gives as the start; products not launched count as waiting until today",
    .kind = Kind::products,
    .needs = {Role::idea, Role::launched},
    .uses = {},
    .unit = Unit::days,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::idea,
    .variants = {},
};

constexpr Example kExamples[] = {{.header = "product_id,idea,launched",
                                  .rows = {{1, "P#,2025-01-01,2025-05-01"},
                                           {1, "P#,2025-01-01,2025-05-31"},
                                           {1, "P#,2025-01-01,2025-07-20"},
                                           {1, "P#,2025-01-01,2025-11-07"}},
                                  .value = 175,
                                  .n = 4},
                                 {.header = "product_id,idea,launched",
                                  .rows = {{2, "P#,2026-01-01,"}},
                                  .value = {},
                                  .n = 2,
                                  .undefined = "not_reached"}};

}  // namespace

PEGEL_MEASURED(time_to_market, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

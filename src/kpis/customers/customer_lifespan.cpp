#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    {.name = "customers", .take = Take::days_waited, .of = Role::until, .since = Role::since},
};
constexpr Few<Shape, 6> kShapes{{Form::waiting}};

constexpr Card kCard = {
    .id = "customer_lifespan",
    .name = "Customer lifespan",
    .meaning = "The number of days after which half of the customers have left.",
    .formula = "{median}",
    .source = "Kaplan-Meier over all customers: those still there count as staying longer",
    .kind = Kind::customers,
    .needs = {Role::since, Role::until},
    .uses = {},
    .unit = Unit::days,
    .direction = Direction::up,
    .semantic = Semantic::duration,
    .date = Role::since,
    .variants = {{"median", "median days, those still there counted as staying longer", true},
                 {"left", "mean days of those who left: too short", false, false},
                 {"churn", "1 / churn", false, false}},
};

constexpr Example kExamples[] = {{.header = "customer_id,since,until",
                                  .rows = {{1, "C#,2026-01-01,2026-01-02"},
                                           {2, "C#,2026-01-01,2026-01-03"},
                                           {1, "C#,2026-01-01,2026-01-04"},
                                           {1, "C#,2026-01-01,2026-01-06"},
                                           {1, "C#,2026-01-01,2026-01-09"},
                                           {1, "C#,2026-01-01,2026-01-14"},
                                           {1, "C#,2026-12-25,"},
                                           {1, "C#,2026-12-11,"},
                                           {1, "C#,,2026-02-01"}},
                                  .value = 5,
                                  .n = 9},
                                 {.header = "customer_id,since,until",
                                  .rows = {{1, "C#,2026-01-01,2026-01-02"}, {2, "C#,2026-01-01,"}},
                                  .value = {},
                                  .undefined = "not_reached"}};

}  // namespace

PEGEL_MEASURED(customer_lifespan, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {{.name = "distributors", .where = {dated(Role::enrolled)}}};
constexpr Few<Shape, 6> kShapes{{Form::events}};

constexpr Card kCard = {
    .id = "new_distributors",
    .name = "New distributors",
    .meaning = "The number of distributors who enrolled, by that day.",
    .formula = "{distributors}",
    .source = "One who enrolled again under another number counts again; interval: exact Poisson",
    .kind = Kind::distributors,
    .needs = {Role::enrolled},
    .uses = {},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::enrolled,
    .variants = {{"enrolled", "by the day of enrolment", true}},
};

constexpr Example kExamples[] = {
    {.header = "distributor_id,enrolled",
     .rows = {{25, "V#,2026-03-01"}, {2, "V#,"}},
     .value = 25,
     .low = 16.17868,
     .high = 36.90493,
     .n = 25},
    {.header = "distributor_id,enrolled", .rows = {{2, "V#,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(new_distributors, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

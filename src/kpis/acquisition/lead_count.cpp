#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {{.name = "leads"}};
constexpr Few<Shape, 6> kShapes{{Form::events, 0}};

constexpr Card kCard = {
    .id = "lead_count",
    .name = "Leads generated",
    .meaning = "The number of leads, by the day they came in.",
    .formula = "{leads}",
    .source = "Each lead once, whatever became of it",
    .kind = Kind::leads,
    .needs = {Role::created},
    .uses = {Role::lead_id},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::created,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "lead_id,created",
     .rows = {{500, "L#,2026-03-05"}},
     .value = 500,
     .low = 457.13,
     .high = 545.79,
     .n = 500},
    {.header = "lead_id,created", .rows = {{2, "L1,2026-03-05"}, {1, "L2,2026-03-06"}}, .value = 2, .n = 2},
    {.header = "lead_id,created", .rows = {}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(lead_count, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

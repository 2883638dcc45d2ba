#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {{.name = "open", .where = {known_status()}}};
constexpr Few<Shape, 6> kShapes{{Form::number}};

constexpr Card kCard = {
    .id = "pipeline_count",
    .name = "Open deals",
    .meaning = "The number of deals that are open at the end of the period.",
    .formula = "{open}",
    .source = "Entered by that day, and not decided by then; rebuilt for past days",
    .kind = Kind::deals,
    .needs = {Role::status},
    .uses = {Role::created, Role::closed},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::created,
    .variants = {{"open", "deals open at the end of the period", true}},
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed,amount",
                                  .rows = {{1, "D#,open,2026-01-05,,50000"},
                                           {1, "D#,open,2026-01-06,,80000"},
                                           {1, "D#,open,2026-01-07,,20000"},
                                           {4, "D#,lost,2026-01-07,2026-02-01,10000"},
                                           {2, "D#,won,2026-01-07,2026-02-01,10000"}},
                                  .value = 3,
                                  .n = 3},
                                 {.header = "deal_id,status,created,closed",
                                  .rows = {{4, "D#,lost,2026-01-07,2026-02-01"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(pipeline_count, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    {.name = "leads", .take = Take::minutes_waited, .of = Role::first_response, .since = Role::created},
};
constexpr Few<Shape, 6> kShapes{{Form::waiting, 0}};

constexpr Card kCard = {
    .id = "lead_response_time",
    .name = "Lead response time",
    .meaning = "The hours after which half of the leads have had a first response.",
    .formula = "median wait of {leads} = {median}, {waiting} still waiting",
    .source = "Leads without a response count as waiting until the end of today (Kaplan–Meier)",
    .kind = Kind::leads,
    .needs = {Role::created, Role::first_response},
    .uses = {},
    .unit = Unit::hours,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .variants = {},
};

constexpr Example kExamples[] = {{.header = "lead_id,created,first_response",
                                  .rows = {{1, "L#,2026-03-05 08:00,2026-03-05 09:00"},
                                           {2, "L#,2026-03-05 08:00,2026-03-05 10:00"},
                                           {1, "L#,2026-03-05 08:00,2026-03-05 11:00"},
                                           {1, "L#,2026-03-05 08:00,2026-03-05 13:00"},
                                           {1, "L#,2026-03-05 08:00,2026-03-05 16:00"},
                                           {1, "L#,2026-03-05 08:00,2026-03-05 21:00"},
                                           {1, "L#,2026-12-31 18:00,"},
                                           {1, "L#,2026-12-31 04:00,"}},
                                  .value = 5,
                                  .n = 9},
                                 {.header = "lead_id,created,first_response",
                                  .rows = {{1, "L#,2026-12-31 08:00,2026-12-31 09:00"}, {2, "L#,2026-12-31 08:00,"}},
                                  .value = {},
                                  .n = 3,
                                  .undefined = "not_reached"},
                                 {.header = "lead_id,created,first_response",
                                  .rows = {{3, "L#,2026-03-05,2026-03-06"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(lead_response_time, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

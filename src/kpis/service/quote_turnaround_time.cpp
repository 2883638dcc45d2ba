#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kFinal, kFirst };
constexpr Measure kMeasures[] = {
    {.name = "quotes", .take = Take::minutes_waited, .of = Role::final_sent, .since = Role::requested},
    {.name = "quotes", .take = Take::minutes_waited, .of = Role::sent, .since = Role::requested},
};
constexpr Few<Shape, 6> kShapes{{Form::waiting, kFinal}, {Form::waiting, kFirst}};

constexpr Card kCard = {
    .id = "quote_turnaround_time",
    .name = "Quote turnaround",
    .meaning = "The hours after which half of the requested quotes have been sent in their final form.",
    .formula = "median wait of {quotes} = {median}, {waiting} still waiting",
    .source = "Calendar hours; a quote without a final version of its own is final as sent (Kaplan–Meier)",
    .kind = Kind::quotes,
    .needs = {Role::quote_id, Role::requested, Role::final_sent},
    .uses = {Role::sent},
    .unit = Unit::hours,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::requested,
    .variants = {{"final", "hours until the final quote", true}, {"first", "hours until the first quote"}},
};

constexpr Example kExamples[] = {{.header = "quote_id,requested,sent",
                                  .rows = {{1, "Q#,2026-03-05 08:00,2026-03-05 10:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 11:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 12:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 13:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 14:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 16:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 17:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-05 20:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-06 04:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-06 15:00"},
                                           {1, "Q#,2026-03-05 08:00,2026-03-07 10:00"}},
                                  .value = 8,
                                  .n = 11},
                                 {.header = "quote_id,requested,sent,final_sent",
                                  .rows = {{3, "Q#,2026-03-05 08:00,2026-03-05 10:00,2026-03-05 14:00"}},
                                  .value = 6,
                                  .n = 3},
                                 {.header = "quote_id,requested,sent,final_sent",
                                  .rows = {{3, "Q#,2026-03-05 08:00,2026-03-05 10:00,2026-03-05 14:00"}},
                                  .value = 2,
                                  .n = 3,
                                  .variant = "first"},
                                 {.header = "quote_id,requested,sent",
                                  .rows = {{3, "Q#,2026-12-31 08:00,"}},
                                  .value = {},
                                  .n = 3,
                                  .undefined = "not_reached"}};

}  // namespace

PEGEL_MEASURED(quote_turnaround_time, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

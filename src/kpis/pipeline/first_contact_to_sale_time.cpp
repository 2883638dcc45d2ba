#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    {.name = "won",
     .take = Take::days,
     .of = Role::closed,
     .since = Role::first_contact,
     .where = {status_is(Status::won)}},
};
constexpr Few<Shape, 6> kShapes{{Form::median}, {Form::average}};

constexpr Card kCard = {
    .id = "first_contact_to_sale_time",
    .name = "First contact to sale",
    .meaning = "The median number of days from the first contact with a customer to winning the deal.",
    .formula = "median of {won} durations = {median} (mean {mean})",
    .source = "Won deals; begins before the sales cycle; interval: order statistics",
    .kind = Kind::deals,
    .needs = {Role::status, Role::first_contact, Role::closed},
    .uses = {},
    .unit = Unit::days,
    .direction = Direction::down,
    .semantic = Semantic::duration,
    .date = Role::closed,
    .variants = {{"median", "median days from first contact to won", true},
                 {"mean", "mean days from first contact to won", false, true, "mean of {won} durations"}},
};

constexpr Example kExamples[] = {{.header = "deal_id,status,first_contact,closed",
                                  .rows = {{1, "D#,won,2026-01-01,2026-01-13"},
                                           {1, "D#,won,2026-01-01,2026-01-19"},
                                           {1, "D#,won,2026-01-01,2026-01-22"},
                                           {1, "D#,won,2026-01-01,2026-01-26"},
                                           {1, "D#,won,2026-01-01,2026-01-29"},
                                           {1, "D#,won,2026-01-01,2026-01-31"},
                                           {1, "D#,won,2026-01-01,2026-02-04"},
                                           {1, "D#,won,2026-01-01,2026-02-11"},
                                           {1, "D#,won,2026-01-01,2026-02-25"},
                                           {1, "D#,won,2026-01-01,2026-05-17"},
                                           {1, "D#,won,,2026-05-17"},
                                           {1, "D#,lost,2026-01-01,2026-01-02"}},
                                  .value = 29,
                                  .low = 18,
                                  .high = 55,
                                  .n = 10},
                                 {.header = "deal_id,status,first_contact,closed",
                                  .rows = {{1, "D#,won,2026-02-01,2026-01-01"}},
                                  .value = {},
                                  .undefined = "no_data"},
                                 {.header = "deal_id,status,first_contact,closed",
                                  .rows = {{1, "D#,won,2026-01-01,2026-01-11"},
                                           {1, "D#,won,2026-01-01,2026-01-13"},
                                           {1, "D#,won,2026-01-01,2026-01-25"}},
                                  .value = 15.3333,
                                  .n = 3,
                                  .variant = "mean"}};

}  // namespace

PEGEL_MEASURED(first_contact_to_sale_time, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

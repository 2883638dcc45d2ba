#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr int32_t kHours = 24;  // promised
constexpr Condition kIsOld = over(Role::created, 1);
constexpr Condition kIsClocked = clocked(Role::first_response, Role::created);

enum : uint8_t { kHoursWaited, kDaysWaited, kInTime, kOldLeads };
constexpr Measure kMeasures[] = {
    {.name = "leads", .take = Take::minutes_waited, .of = Role::first_response, .since = Role::created},
    {.name = "leads", .take = Take::days_waited, .of = Role::first_response, .since = Role::created},
    {.name = "in_time", .where = {kIsOld, kIsClocked, in_hours(Role::first_response, kHours, Role::created)}},
    {.name = "leads", .where = {kIsOld, kIsClocked}},
};
constexpr Few<Shape, 6> kShapes{
    {Form::waiting, kHoursWaited}, {Form::waiting, kDaysWaited}, {Form::share, kInTime, kOldLeads}};

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
    .variants = {{"hours", "hours until the first response", true},
                 {.id = "days",
                  .meaning = "days until the first response, where no time of day is known",
                  .unit = Unit::days},
                 {.id = "in_day",
                  .meaning = "leads with a response within 24 hours / leads",
                  .formula = "{in_time} / {leads}",
                  .unit = Unit::share,
                  .direction = Direction::up}},
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
                                  .rows = {{3, "L#,2026-03-05,2026-03-06"}, {1, "L#,2026-03-05,2026-03-09"}},
                                  .value = 1,
                                  .n = 4,
                                  .variant = "days"},
                                 {.header = "lead_id,created,first_response",
                                  .rows = {{1, "L#,2026-03-05 08:00,2026-03-06 08:00"},
                                           {1, "L#,2026-03-05 08:00,2026-03-06 08:01"},
                                           {2, "L#,2026-03-05 08:00,"},
                                           {1, "L#,2026-12-30 08:00,2026-12-30 09:00"}},
                                  .value = 0.25,
                                  .n = 4,
                                  .variant = "in_day"},
                                 {.header = "lead_id,created,first_response",
                                  .rows = {{3, "L#,2026-03-05,2026-03-06"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(lead_response_time, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

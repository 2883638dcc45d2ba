#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr int32_t kHours = 24;  // promised
constexpr Condition kIsOld = over(Role::opened, 1);
constexpr Condition kIsClocked = clocked(Role::resolved, Role::opened);

enum : uint8_t { kResolved, kReplied, kInTime, kOldTickets };
constexpr Measure kMeasures[] = {
    {.name = "tickets", .take = Take::minutes_waited, .of = Role::resolved, .since = Role::opened},
    {.name = "tickets", .take = Take::minutes_waited, .of = Role::first_reply, .since = Role::opened},
    {.name = "in_time", .where = {kIsOld, kIsClocked, in_hours(Role::resolved, kHours, Role::opened)}},
    {.name = "tickets", .where = {kIsOld, kIsClocked}},
};
constexpr Few<Shape, 6> kShapes{
    {Form::waiting, kResolved}, {Form::waiting, kReplied}, {Form::share, kInTime, kOldTickets}};

constexpr Card kCard = {
    .id = "time_to_resolution",
    .name = "Time to resolution",
    .meaning = "The hours after which half of the tickets are resolved.",
    .formula = "median wait of {tickets} = {median}, {waiting} still waiting",
    .source = "Tickets not resolved count as waiting until the end of today (Kaplan–Meier)",
    .kind = Kind::tickets,
    .needs = {Role::opened, Role::resolved},
    .uses = {Role::ticket_status, Role::first_reply, Role::resolution_time, Role::reply_time},
    .unit = Unit::hours,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::opened,
    .variants = {{"resolved", "hours until the ticket is resolved", true},
                 {"first_reply", "hours until the first reply"},
                 {.id = "in_day",
                  .meaning = "tickets resolved within 24 hours / tickets",
                  .formula = "{in_time} / {tickets}",
                  .unit = Unit::share,
                  .direction = Direction::up}},
};

constexpr Example kExamples[] = {{.header = "ticket_id,opened,resolved",
                                  .rows = {{1, "T#,2026-03-05 08:00,2026-03-05 09:00"},
                                           {2, "T#,2026-03-05 08:00,2026-03-05 10:00"},
                                           {1, "T#,2026-03-05 08:00,2026-03-05 11:00"},
                                           {1, "T#,2026-03-05 08:00,2026-03-05 13:00"},
                                           {1, "T#,2026-03-05 08:00,2026-03-05 16:00"},
                                           {1, "T#,2026-03-05 08:00,2026-03-05 21:00"},
                                           {1, "T#,2026-12-31 18:00,"},
                                           {1, "T#,2026-12-31 04:00,"}},
                                  .value = 5,
                                  .n = 9},
                                 {.header = "ticket_id,opened,first_reply,resolved",
                                  .rows = {{3, "T#,2026-03-05 08:00,2026-03-05 08:30,2026-03-05 20:00"}},
                                  .value = 0.5,
                                  .n = 3,
                                  .variant = "first_reply"},
                                 {.header = "ticket_id,opened,resolved",
                                  .rows = {{3, "T#,2026-03-05 08:00,2026-03-06 08:00"},
                                           {1, "T#,2026-03-05 08:00,2026-03-06 08:01"},
                                           {1, "T#,2026-03-05 08:00,"},
                                           {2, "T#,2026-12-31 08:00,2026-12-31 09:00"}},
                                  .value = 0.6,
                                  .n = 5,
                                  .variant = "in_day"},
                                 {.header = "ticket_id,opened,resolved",
                                  .rows = {{2, "T#,2026-12-31 08:00,"}},
                                  .value = {},
                                  .n = 2,
                                  .undefined = "not_reached"}};

}  // namespace

PEGEL_MEASURED(time_to_resolution, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

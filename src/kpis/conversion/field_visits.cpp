#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr std::string_view kCancelled = "cancel|no show|no-show|storni|abgesagt|ausgefallen|geannuleerd|afgezegd|չեղ";

enum : uint8_t { kVisits, kActivities };
constexpr Measure kMeasures[] = {
    {.name = "visits",
     .where = {is(Role::activity_type, Use::other_type, ActivityType::visit), unlike(Role::outcome, kCancelled)}},
    {.name = "activities"},
};
constexpr Few<Shape, 6> kShapes{{Form::events, kVisits, kNoMeasure, kActivities}};

constexpr Card kCard = {
    .id = "field_visits",
    .name = "Field visits",
    .meaning = "The number of visits that sales reps made.",
    .formula = "{visits}",
    .source =
        "Activities of the type visit; meetings are none, nor are visits whose outcome is that they were cancelled",
    .kind = Kind::activities,
    .needs = {Role::at, Role::activity_type},
    .uses = {Role::outcome},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "activity_id,at,activity_type",
     .rows = {{21, "A#,2026-03-05,visit"}, {9, "A#,2026-03-06,meeting"}},
     .value = 21,
     .low = 12.9993,
     .high = 32.1007,
     .n = 21},
    {.header = "activity_id,at,activity_type,outcome",
     .rows = {{4, "A#,2026-03-05,visit,order"},
              {1, "A#,2026-03-05,visit,"},
              {2, "A#,2026-03-05,visit,Cancelled by customer"},
              {1, "A#,2026-03-05,visit,Storniert"}},
     .value = 5,
     .n = 5},
    {.header = "activity_id,at,activity_type",
     .rows = {{3, "A#,2026-03-05,mail"}},
     .value = 0,
     .low = 0,
     .high = 3.68888,
     .n = 3},
    {.header = "activity_id,at,activity_type", .rows = {}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(field_visits, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

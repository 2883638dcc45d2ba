#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kCalls, kAllCalls, kActivities };
constexpr Condition kIsCallIn = is(Role::activity_type, Use::other_type, ActivityType::call_in);
constexpr Measure kMeasures[] = {
    {.name = "calls", .where = {kIsCallIn, is_where_given(Role::reason, Use::other_type, Reason::price, Reason::info)}},
    {.name = "calls", .where = {kIsCallIn}},
    {.name = "activities"},
};
constexpr Few<Shape, 6> kShapes{{Form::events, kCalls, kNoMeasure, kActivities},
                                {Form::events, kAllCalls, kNoMeasure, kActivities}};

constexpr Card kCard = {
    .id = "calls_received",
    .name = "Calls received",
    .meaning = "The number of calls that came in to ask for a price or for information.",
    .formula = "{calls}",
    .source = "Without a column of reasons every call that came in; calls of unknown direction are none",
    .kind = Kind::activities,
    .needs = {Role::at, Role::activity_type},
    .uses = {Role::reason},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"asking", "calls to ask for a price or for information", true}, {"all", "all calls that came in"}},
};

constexpr Example kExamples[] = {
    {.header = "activity_id,at,activity_type,reason",
     .rows = {{20, "A#,2026-03-05,call_in,price"},
              {26, "A#,2026-03-06,call_in,info"},
              {4, "A#,2026-03-06,call_in,complaint"},
              {9, "A#,2026-03-06,call_out,price"}},
     .value = 46,
     .low = 33.6779,
     .high = 61.3575,
     .n = 46},
    {.header = "activity_id,at,activity_type", .rows = {{5, "A#,2026-03-05,call_in"}}, .value = 5, .n = 5},
    {.header = "activity_id,at,activity_type,reason",
     .rows = {{2, "A#,2026-03-05,call_in,price"}, {4, "A#,2026-03-06,call_in,complaint"}},
     .value = 6,
     .n = 6,
     .variant = "all"},
    {.header = "activity_id,at,activity_type",
     .rows = {{3, "A#,2026-03-05,mail"}},
     .value = 0,
     .low = 0,
     .high = 3.68888,
     .n = 3},
    {.header = "activity_id,at,activity_type", .rows = {}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(calls_received, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

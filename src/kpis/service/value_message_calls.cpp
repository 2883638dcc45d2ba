#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWithMessage, kCalls };
constexpr Condition kIsCall =
    is(Role::activity_type, Use::other_type, ActivityType::call, ActivityType::call_in, ActivityType::call_out);
constexpr Measure kMeasures[] = {
    {.name = "with_message", .where = {kIsCall, yes(Role::value_message, Use::other_type)}},
    {.name = "calls", .where = {kIsCall}},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kWithMessage, kCalls}};

constexpr Card kCard = {
    .id = "value_message_calls",
    .name = "Calls with value-added messages",
    .meaning = "The share of calls that brought the customer a value-added message.",
    .formula = "{with_message} / {calls}",
    .source = "As the callers say it themselves; a call without a mark is one without a message",
    .kind = Kind::activities,
    .needs = {Role::at, Role::activity_type, Role::value_message},
    .uses = {},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "activity_id,at,activity_type,value_message",
     .rows = {{52, "A#,2026-03-05,call_out,yes"}, {28, "A#,2026-03-05,call,no"}, {9, "A#,2026-03-05,mail,yes"}},
     .value = 0.65,
     .low = 0.5408,
     .high = 0.745454,
     .n = 80},
    {.header = "activity_id,at,activity_type,value_message",
     .rows = {{3, "A#,2026-03-05,mail,yes"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(value_message_calls, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

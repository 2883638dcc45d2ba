#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kVisits, kSessions };
constexpr Measure kMeasures[] = {
    {.name = "visits",
     .take = Take::weight,
     .of = Role::visits,
     .where = {is(Role::channel_class, Use::other_type, ChannelClass::paid)}},
    {.name = "sessions", .take = Take::weight, .of = Role::visits},
};
constexpr Few<Shape, 6> kShapes{{Form::events, kVisits, kNoMeasure, kSessions}};

constexpr Card kCard = {
    .id = "ad_visits",
    .name = "Visits from advertising",
    .meaning = "The number of visits to the website that paid channels brought.",
    .formula = "{visits}",
    .source = "Sessions of a paid channel, or the sum of the visits that the rows name",
    .kind = Kind::sessions,
    .needs = {Role::at, Role::channel_class},
    .uses = {Role::visits},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "at,visits,channel_class",
     .rows = {{1, "2026-03-05,20,paid"}, {1, "2026-03-06,1,paid"}, {1, "2026-03-06,90,earned"}},
     .value = 21,
     .low = 12.9993,
     .high = 32.1007,
     .n = 21},
    {.header = "session_id,at,channel_class",
     .rows = {{3, "S#,2026-03-05,owned"}},
     .value = 0,
     .low = 0,
     .high = 3.68888,
     .n = 3},
    {.header = "at,visits,channel_class", .rows = {}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(ad_visits, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

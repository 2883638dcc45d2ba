#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kSessions, kVisitors };
constexpr Measure kMeasures[] = {
    {.name = "sessions", .take = Take::weight, .of = Role::visits},
    {.name = "visitors", .take = Take::id, .of = Role::visitor_id},
};
constexpr Few<Shape, 6> kShapes{{Form::number, kSessions}, {Form::units, kVisitors}};

constexpr Card kCard = {
    .id = "website_visits",
    .name = "Website visits",
    .meaning = "The number of visits to the website.",
    .formula = "{sessions}",
    .source = "A row a session, or the sum of the visits that the rows name",
    .kind = Kind::sessions,
    .needs = {Role::at},
    .uses = {Role::visits, Role::visitor_id},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"sessions", "sessions", true},
                 {"visitors", "different visitors: those of two periods do not add up", false, true, "{visitors}"}},
};

constexpr Example kExamples[] = {
    {.header = "at,visits,source", .rows = {{30, "2026-03-05,400,web"}, {1, "2026-03-06,400,web"}}, .value = 12400},
    {.header = "session_id,at,visitor_id",
     .rows = {{3, "S#,2026-03-05,V1"}, {1, "S#,2026-03-06,V2"}},
     .value = 4,
     .n = 4},
    {.header = "session_id,at,visitor_id",
     .rows = {{3, "S#,2026-03-05,V1"}, {1, "S#,2026-03-06,V2"}},
     .value = 2,
     .n = 4,
     .variant = "visitors"},
    {.header = "session_id,at,visits", .rows = {{3, "S#,2026-03-05,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(website_visits, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

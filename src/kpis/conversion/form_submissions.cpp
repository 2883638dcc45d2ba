#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kForms, kSessions };
constexpr Measure kMeasures[] = {
    {.name = "forms", .where = {yes(Role::form_submitted, Use::other_type)}},
    {.name = "sessions"},
};
constexpr Few<Shape, 6> kShapes{{Form::events, kForms, kNoMeasure, kSessions}};

constexpr Card kCard = {
    .id = "form_submissions",
    .name = "Forms received",
    .meaning = "The number of website sessions in which a form was sent.",
    .formula = "{forms}",
    .source = "One a session; spam counts as the file has it",
    .kind = Kind::sessions,
    .needs = {Role::form_submitted},
    .uses = {Role::at},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "session_id,at,form_submitted",
     .rows = {{62, "S#,2026-03-05,yes"}, {338, "S#,2026-03-05,no"}},
     .value = 62,
     .low = 47.535,
     .high = 79.482,
     .n = 62},
    {.header = "session_id,at,form_submitted",
     .rows = {{3, "S#,2026-03-05,no"}},
     .value = 0,
     .low = 0,
     .high = 3.68888,
     .n = 3},
    {.header = "session_id,at,form_submitted", .rows = {}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(form_submissions, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

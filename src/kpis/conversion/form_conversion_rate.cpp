#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kForms, kSessions };
constexpr Condition kTold = told(Role::form_submitted, Use::unknown_status);
constexpr Measure kMeasures[] = {
    {.name = "forms", .where = {kTold, yes(Role::form_submitted, Use::other_type)}},
    {.name = "sessions", .where = {kTold}},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kForms, kSessions}};

constexpr Card kCard = {
    .id = "form_conversion_rate",
    .name = "Form conversion rate",
    .meaning = "The share of website sessions in which a form was sent.",
    .formula = "{forms} / {sessions}",
    .source = "Sessions, not visitors; spam counts as the file has it",
    .kind = Kind::sessions,
    .needs = {Role::form_submitted},
    .uses = {Role::at},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "session_id,at,form_submitted",
     .rows = {{62, "S#,2026-03-05,yes"}, {12338, "S#,2026-03-05,no"}},
     .value = 0.005,
     .low = 0.003903,
     .high = 0.006404,
     .n = 12400},
    {.header = "session_id,at,form_submitted", .rows = {{3, "S#,2026-03-05,"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(form_conversion_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

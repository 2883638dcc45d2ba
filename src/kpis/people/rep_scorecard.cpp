#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    {.name = "people", .take = Take::id, .of = Role::owner, .where = {known_status(), given(Role::owner, Use::nobody)}},
};
constexpr Few<Shape, 6> kShapes{{Form::units}};

constexpr Card kCard = {
    .id = "rep_scorecard",
    .name = "Scorecard of people",
    .meaning =
        "Each person's deals won, revenue, close rate, deal size, conversion and visits side by side; the number "
        "is that of the people with deals.",
    .formula = "{people}",
    .source = "No composite: each measure keeps its own interval and rank; fewer than 5 units are not ranked",
    .kind = Kind::deals,
    .needs = {Role::status, Role::owner},
    .uses = {Role::amount, Role::closed, Role::currency},
    .unit = Unit::count,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::owner,
    .variants = {},
    .panel = {"deal_count", "revenue", "close_rate", "avg_deal_size", "conversion_by_rep", "field_visits"},
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,owner,amount";
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{21, "D#,won,2026-03-01,2026-03-05,Ada,4000"},
              {119, "D#,lost,2026-03-01,2026-03-05,Ada,"},
              {2, "D#,open,2026-03-02,,Bo,500"},
              {3, "D#,won,2026-03-02,2026-03-05,,900"}},
     .value = 2,
     .n = 142},
    {.header = kHeader, .rows = {{3, "D#,won,2026-03-02,2026-03-05,,900"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(rep_scorecard, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

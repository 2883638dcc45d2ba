#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    {.name = "teams", .take = Take::id, .of = Role::team, .where = {known_status(), given(Role::team, Use::nobody)}},
};
constexpr Few<Shape, 6> kShapes{{Form::units}};

constexpr Card kCard = {
    .id = "team_scorecard",
    .name = "Scorecard of teams",
    .meaning =
        "Each team's open deals, their value, win rate and sales cycle side by side; the number is that of the "
        "teams with deals.",
    .formula = "{teams}",
    .source = "The team that the deal names; deals without one stand in a row of their own, so that the rows add up",
    .kind = Kind::deals,
    .needs = {Role::status, Role::team},
    .uses = {Role::amount, Role::created, Role::closed, Role::currency},
    .unit = Unit::count,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::team,
    .variants = {},
    .panel = {"pipeline_value", "pipeline_count", "win_rate", "sales_cycle_length"},
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,team,amount";
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{6, "D#,open,2026-03-01,,North,11000"},
              {4, "D#,open,2026-03-01,,South,10000"},
              {1, "D#,open,2026-03-01,,,4000"},
              {5, "D#,won,2026-03-02,2026-03-05,South,900"}},
     .value = 2,
     .n = 15},
    {.header = kHeader, .rows = {{1, "D#,open,2026-03-01,,,4000"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(team_scorecard, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kActivities, kWon };
constexpr Measure kMeasures[] = {
    {.name = "activities"},
    {.name = "won", .where = {status_is(Status::won)}, .kind = Kind::deals, .date = Role::closed},
};
constexpr Few<Shape, 6> kShapes{{Form::per, kActivities, kWon}};

constexpr Card kCard = {
    .id = "sales_efficiency",
    .name = "Activities per deal won",
    .meaning = "How many calls, visits, mails and meetings there were for each deal won in the same time.",
    .formula = "{activities} / {won}",
    .source = "Efficiency stands beside effectiveness: win rate and deal size",
    .kind = Kind::activities,
    .needs = {Role::at},
    .also = {{Kind::deals, Role::status}},
    .unit = Unit::ratio,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"activities", "activities / deals won", true},
                 {"cost", "cost / deals won", false, false},
                 {"cycle", "median days to win: see sales_cycle_length", false, false}},
};

constexpr Example kExamples[] = {
    {.header = "activity_id,at,activity_type",
     .rows = {{300, "A#,2026-03-02,call_out"}, {120, "B#,2026-03-09,visit"}},
     .also = {{Kind::deals,
               "deal_id,status,created,closed",
               {{21, "D#,won,2026-01-05,2026-03-10"}, {9, "D#,lost,2026-01-05,2026-03-10"}}}},
     .value = 20,
     .n = 21},
    {.header = "activity_id,at,activity_type",
     .rows = {{3, "A#,2026-03-02,call_out"}},
     .also = {{Kind::deals, "deal_id,status,created,closed", {{9, "D#,lost,2026-01-05,2026-03-10"}}}},
     .value = {},
     .undefined = "zero_denominator"}};

}  // namespace

PEGEL_MEASURED(sales_efficiency, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWon, kDecided, kQualified, kWonQualified, kRegistered };
constexpr Condition kIsQualified = yes_where_given(Role::qualified, Use::unqualified);
constexpr Condition kIsMarked = yes(Role::qualified, Use::unqualified);
constexpr Measure kMeasures[] = {
    {.name = "won", .where = {kIsQualified, status_is(Status::won)}},
    {.name = "decided", .where = {kIsQualified, decided_status()}},
    {.name = "qualified", .where = {kIsMarked}, .date = Role::created},
    {.name = "won", .where = {kIsMarked, status_is(Status::won)}, .date = Role::created},
    {.name = "registered", .date = Role::created},
};
constexpr Few<Shape, 6> kShapes{{Form::share, kWon, kDecided, kNoMeasure, "lost"},
                                {Form::share, kQualified, kRegistered},
                                {Form::share, kWonQualified, kRegistered}};
constexpr Few<Role, 4> kFactors{Role::status, Role::qualified, Role::created};

constexpr Card kCard = {
    .id = "deal_success",
    .name = "Deal success",
    .meaning = "The share of decided qualified deals that were won; without a qualified column, the win rate.",
    .formula = "{won} / ({won} + {lost}) of qualified deals",
    .source = "Qualified deals only: rows without the mark count as not qualified",
    .kind = Kind::deals,
    .needs = {Role::status},
    .uses = {Role::qualified, Role::closed},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"success", "won / (won + lost) of qualified deals", true},
                 {"qualification", "qualified / registered deals", false, true, "{qualified} / {registered}",
                  Kind::deals, kFactors, Role::created},
                 {"product", "won qualified / registered deals", false, true, "{won} / {registered}", Kind::deals,
                  kFactors, Role::created}},
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,qualified";
constexpr Few<ExampleRows, 36> kThirty{{8, "D#,won,2026-01-05,2026-02-10,true"},
                                       {12, "D#,lost,2026-01-06,2026-02-11,true"},
                                       {4, "D#,open,2026-01-07,,true"},
                                       {5, "D#,lost,2026-01-07,2026-02-11,false"},
                                       {1, "D#,won,2026-01-07,2026-02-11,"}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kThirty, .value = 0.4, .low = 0.218807, .high = 0.613418, .n = 20},
    {.header = kHeader, .rows = kThirty, .value = 0.8, .n = 30, .variant = "qualification"},
    {.header = kHeader, .rows = kThirty, .value = 0.266667, .n = 30, .variant = "product"},
    {.header = "deal_id,status,created,closed",
     .rows = {{12, "D#,won,2026-01-05,2026-02-10"}, {18, "D#,lost,2026-01-06,2026-02-11"}},
     .value = 0.4,
     .n = 30},
    {.header = kHeader, .rows = {{2, "D#,won,2026-01-05,2026-02-10,false"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(deal_success, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

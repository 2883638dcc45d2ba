#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWon, kProspects, kQualifiedWon, kQualified, kDecidedWon, kDecided };
constexpr Condition kIsQualified = yes(Role::qualified, Use::unqualified);
constexpr Measure kMeasures[] = {
    {.name = "won", .where = {status_is(Status::won)}},
    {.name = "prospects", .where = {known_status()}},
    {.name = "won", .where = {status_is(Status::won), kIsQualified}},
    {.name = "prospects", .where = {known_status(), kIsQualified}},
    {.name = "won", .where = {status_is(Status::won)}, .date = Role::closed},
    {.name = "decided", .where = {decided_status()}, .date = Role::closed},
};
constexpr Few<Shape, 6> kShapes{{.form = Form::share, .top = kWon, .bottom = kProspects, .ripens = true},
                                {.form = Form::share, .top = kQualifiedWon, .bottom = kQualified, .ripens = true},
                                {Form::share, kDecidedWon, kDecided, kNoMeasure, "lost"}};

constexpr Card kCard = {
    .id = "close_rate",
    .name = "Close rate",
    .meaning = "The share of all deals that entered in the period that were won, open ones included.",
    .formula = "{won} / {prospects}",
    .source =
        "All prospects; over decided deals only it is the win rate. A month is incomplete while nine in ten wins take "
        "longer than it is old",
    .kind = Kind::deals,
    .needs = {Role::status},
    .uses = {Role::created, Role::qualified},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .variants = {{"prospects", "won / all deals created in the period", true},
                 {"qualified", "won / qualified deals created in the period"},
                 {"decided",
                  "won / (won + lost): see win_rate",
                  false,
                  true,
                  "{won} / ({won} + {lost})",
                  Kind::deals,
                  {Role::status},
                  Role::closed,
                  "",
                  {},
                  {},
                  Semantic::flow}},
    .rests_on = "sales_cycle_length",
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed",
     .rows = {{12, "D#,won,2026-01-05,2026-02-10"}, {18, "D#,lost,2026-01-06,2026-02-11"}, {20, "D#,open,2026-01-07,"}},
     .value = 0.24,
     .low = 0.142974,
     .high = 0.374127,
     .n = 50},
    {.header = "deal_id,status,created,closed", .rows = {{3, "D#,,2026-01-05,"}}, .value = {}, .undefined = "no_data"},
    {.header = "deal_id,status,created,closed,qualified",
     .rows = {{3, "D#,won,2026-01-05,2026-02-10,true"},
              {9, "D#,lost,2026-01-05,2026-02-11,true"},
              {8, "D#,won,2026-01-05,2026-02-12,false"}},
     .value = 0.25,
     .n = 12,
     .variant = "qualified"},
    {.header = "deal_id,status,created,closed",
     .rows = {{12, "D#,won,2026-01-05,2026-02-10"}, {18, "D#,lost,2026-01-06,2026-02-11"}, {20, "D#,open,2026-01-07,"}},
     .value = 0.4,
     .low = 0.24593,
     .high = 0.57679,
     .n = 30,
     .variant = "decided"}};

}  // namespace

PEGEL_MEASURED(close_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

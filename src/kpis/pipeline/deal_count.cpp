#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWon, kClosed, kCreated };
constexpr Measure kMeasures[] = {
    {.name = "won", .where = {status_is(Status::won)}},
    {.name = "closed", .where = {decided_status()}},
    {.name = "created", .date = Role::created},
};
constexpr Few<Shape, 6> kShapes{
    {Form::events, kWon, kNoMeasure, kClosed}, {Form::events, kClosed}, {Form::events, kCreated}};

constexpr Card kCard = {
    .id = "deal_count",
    .name = "Deals won",
    .meaning = "The number of deals won, by the day they were won.",
    .formula = "{won}",
    .source = "Won deals; closed deals would count lost ones too",
    .kind = Kind::deals,
    .needs = {Role::status},
    .uses = {Role::closed},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"won", "deals won", true},
                 {"closed", "deals won or lost", false, true, "{closed}"},
                 {"created",
                  "deals created",
                  false,
                  true,
                  "{created}",
                  Kind::deals,
                  {Role::status, Role::created},
                  Role::created}},
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200"},
              {1, "D#,won,2026-03-02,2026-03-12,400"},
              {3, "D#,open,2026-03-03,,900"}},
     .value = 2,
     .low = 0.242209,
     .high = 7.22469,
     .n = 2},
    {.header = "deal_id,status,created,closed",
     .rows = {{4, "D#,lost,2026-03-01,2026-03-05"}},
     .value = 0,
     .low = 0,
     .high = 3.68888,
     .n = 4},
    {.header = "deal_id,status,created,closed",
     .rows = {{3, "D#,open,2026-03-03,"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "deal_id,status,created,closed",
     .rows = {{2, "D#,won,2026-03-01,2026-03-05"}, {5, "D#,lost,2026-03-02,2026-03-12"}, {3, "D#,open,2026-03-03,"}},
     .value = 7,
     .n = 7,
     .variant = "closed"},
    {.header = "deal_id,status,created,closed",
     .rows = {{2, "D#,won,2026-03-01,2026-03-05"}, {5, "D#,lost,2026-03-02,2026-03-12"}, {3, "D#,open,2026-03-03,"}},
     .value = 10,
     .low = 4.79539,
     .high = 18.39036,
     .n = 10,
     .variant = "created"}};

}  // namespace

PEGEL_MEASURED(deal_count, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

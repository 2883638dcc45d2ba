#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kWon, kDecided };
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {status_is(Status::won)}},
    {.name = "won", .where = {status_is(Status::won)}},
    {.name = "decided", .where = {decided_status()}},
};
constexpr Few<Shape, 6> kShapes{{Form::total, kRevenue, kWon, kDecided}};

constexpr Card kCard = {
    .id = "revenue",
    .name = "Revenue",
    .meaning = "The amount of all deals won, by the day they were won.",
    .formula = "sum of {won} amounts = {revenue}",
    .source = "Bookings: not what was invoiced or paid",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"bookings", "deals won, by the day they were won", true},
                 {"orders", "orders, by order date", false, false},
                 {"billed", "invoices, by issue date", false, false},
                 {"cash", "payments, by payment date", false, false}},
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200"},
              {1, "D#,won,2026-03-02,2026-03-12,400"},
              {1, "D#,lost,2026-03-02,2026-03-12,999"},
              {1, "D#,won,2026-03-02,2026-03-13,"}},
     .value = 600,
     .n = 2},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{3, "D#,lost,2026-03-01,2026-03-05,70"}},
     .value = 0,
     .n = 0},
    {.header = "deal_id,status,created,closed,amount,currency",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200,EUR"}, {1, "D#,won,2026-03-02,2026-03-12,400,USD"}},
     .value = {},
     .n = 2,
     .undefined = "mixed_currency"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{2, "D#,won,2026-03-01,2026-03-05,"}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(revenue, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

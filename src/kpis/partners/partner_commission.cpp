#include "kpis/kpi.h"
#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kCommission, kWon, kDecided };
constexpr Measure kMeasures[] = {
    {.name = "commission",
     .take = Take::amount,
     .of = Role::commission,
     .where = {kHasPartner, status_is(Status::won)}},
    {.name = "won", .where = {kHasPartner, status_is(Status::won)}},
    {.name = "decided", .where = {kHasPartner, decided_status()}},
};
constexpr Few<Shape, 6> kShapes{{Form::total, kCommission, kWon, kDecided}};

constexpr Card kCard = {
    .id = "partner_commission",
    .name = "Partner commission",
    .meaning = "The commission that partners earned on deals won, by the day they were won.",
    .formula = "sum of {won} commissions = {commission}",
    .source = "What was taken back stands as a negative amount; deals without a partner are left out",
    .kind = Kind::deals,
    .needs = {Role::status, Role::commission, Role::partner_id},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::partner_id,
    .variants = {{"earned", "sum of commissions", true}, {"share", "commission / revenue", false, false}},
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed,commission,partner_id",
                                  .rows = {{1, "D#,won,2026-03-01,2026-03-05,900,A"},
                                           {1, "D#,won,2026-03-01,2026-03-05,400,B"},
                                           {1, "D#,won,2026-03-01,2026-03-05,-100,B"},
                                           {1, "D#,open,2026-03-01,,700,A"},
                                           {1, "D#,won,2026-03-01,2026-03-05,50,"}},
                                  .value = 1200,
                                  .n = 3},
                                 {.header = "deal_id,status,created,closed,commission,partner_id",
                                  .rows = {{1, "D#,won,2026-03-01,2026-03-05,900,A"},
                                           {1, "D#,won,2026-03-01,2026-03-05,400,B"},
                                           {1, "D#,won,2026-03-01,2026-03-05,-100,B"}},
                                  .value = 300,
                                  .n = 2,
                                  .by = "partner_id=B"},
                                 {.header = "deal_id,status,created,closed,commission,partner_id",
                                  .rows = {{1, "D#,won,2026-03-01,2026-03-05,,A"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(partner_commission, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/kpi.h"
#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kCommission, kWon, kDecided, kRevenue };
constexpr Measure kMeasures[] = {
    {.name = "commission",
     .take = Take::amount,
     .of = Role::commission,
     .where = {kHasPartner, status_is(Status::won)}},
    {.name = "won", .where = {kHasPartner, status_is(Status::won)}},
    {.name = "decided", .where = {kHasPartner, decided_status()}},
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {status_is(Status::won)}},
};
constexpr Few<Shape, 6> kShapes{{Form::total, kCommission, kWon, kDecided}, {Form::ratio, kCommission, kRevenue}};

constexpr Card kCard = {
    .id = "partner_commission",
    .name = "Partner commission",
    .meaning = "The commission that partners earned on deals won, by the day they were won.",
    .formula = "sum of {won} commissions = {commission}",
    .source =
        "What was taken back stands as a negative amount; deals without a partner are left out, but not of the "
        "revenue of a share",
    .kind = Kind::deals,
    .needs = {Role::status, Role::commission, Role::partner_id},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::partner_id,
    .variants = {{"earned", "sum of commissions", true},
                 {"share",
                  "commission / revenue",
                  false,
                  true,
                  "{commission} / {revenue}",
                  Kind::deals,
                  {Role::status, Role::commission, Role::partner_id, Role::amount},
                  Role::closed,
                  "",
                  Unit::share}},
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,commission,partner_id,amount";
constexpr Few<ExampleRows, 36> kShared{{1, "D#,won,2026-03-01,2026-03-05,900,A,5000"},
                                       {1, "D#,won,2026-03-01,2026-03-05,400,B,1500"},
                                       {1, "D#,won,2026-03-01,2026-03-05,-100,B,500"},
                                       {1, "D#,won,2026-03-01,2026-03-05,,,3000"},
                                       {1, "D#,lost,2026-03-01,2026-03-05,80,A,7000"}};
constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed,commission,partner_id",
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
     .undefined = "no_data"},
    {.header = kHeader, .rows = kShared, .value = 0.12, .n = 4, .variant = "share"},
    {.header = kHeader, .rows = kShared, .value = 0.15, .n = 2, .by = "partner_id=B", .variant = "share"},
    {.header = "deal_id,status,created,closed,commission,partner_id,amount,currency",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,300,A,,CHF"}, {1, "D#,won,2026-03-01,2026-03-05,,A,3000,EUR"}},
     .value = {},
     .undefined = "mixed_currency",
     .variant = "share"}};

}  // namespace

PEGEL_MEASURED(partner_commission, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

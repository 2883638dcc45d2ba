#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kWon };
constexpr Condition kPriced = not_zero(Role::amount, Use::zero_amount);
constexpr Measure kPartners[] = {
    {.name = "revenue",
     .take = Take::amount,
     .of = Role::amount,
     .where = {kHasPartner, status_is(Status::won), kPriced}},
    {.name = "won", .take = Take::value, .of = Role::amount, .where = {kHasPartner, status_is(Status::won), kPriced}},
};
constexpr auto kMeasures = with_direct(kPartners);
constexpr auto kShapes = with_direct(Few<Shape, 6>{{Form::mean, kRevenue, kWon}}, std::size(kPartners));

constexpr Card kCard = {
    .id = "partner_avg_deal_size",
    .name = "Partners’ average deal size",
    .meaning = "The mean amount of the deals that partners won; deals of amount 0 are left out.",
    .formula = "{revenue} / {won}",
    .source = "The average deal size over deals with a partner",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount, Role::partner_id},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::partner_id,
    .variants = {{"won", "deals won", true}},
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed,amount,partner_id",
                                  .rows = {{1, "D#,won,2026-03-01,2026-03-05,200,A"},
                                           {1, "D#,won,2026-03-02,2026-03-12,400,A"},
                                           {1, "D#,won,2026-03-02,2026-03-12,0,A"},
                                           {1, "D#,won,2026-03-02,2026-03-12,900,B"},
                                           {1, "D#,won,2026-03-02,2026-03-12,7000,"}},
                                  .value = 300,
                                  .n = 2,
                                  .by = "partner_id=A"},
                                 {.header = "deal_id,status,created,closed,amount,partner_id",
                                  .rows = {{1, "D#,won,2026-03-01,2026-03-05,200,A"},
                                           {1, "D#,won,2026-03-02,2026-03-12,400,A"},
                                           {1, "D#,won,2026-03-02,2026-03-12,900,B"}},
                                  .value = 500,
                                  .n = 3},
                                 {.header = "deal_id,status,created,closed,amount,partner_id",
                                  .rows = {{2, "D#,won,2026-03-01,2026-03-05,200,"}},
                                  .value = {},
                                  .undefined = "no_data"}};

Table beside(const Sums& sums, const Context& context) {
  return beside_direct(kCard, kShapes, std::size(kPartners), sums, context);
}

}  // namespace

PEGEL_MEASURED_WITH_TABLE(partner_avg_deal_size, kCard, kMeasures, kShapes, kExamples, beside)

}  // namespace pegel::kpis

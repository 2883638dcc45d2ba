#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWon, kDecided };
constexpr Measure kPartners[] = {
    {.name = "won", .where = {kHasPartner, status_is(Status::won)}},
    {.name = "decided", .where = {kHasPartner, decided_status()}},
};
constexpr auto kMeasures = with_direct(kPartners);
constexpr auto kShapes = with_direct(
    Few<Shape, 6>{{Form::events, kWon, kNoMeasure, kDecided}, {Form::events, kDecided}}, std::size(kPartners));

constexpr Card kCard = {
    .id = "partner_deal_count",
    .name = "Deals won by partners",
    .meaning = "The number of deals that partners won, by the day they were won.",
    .formula = "{won}",
    .source = "Deals without a partner are left out; interval: exact Poisson",
    .kind = Kind::deals,
    .needs = {Role::status, Role::partner_id},
    .uses = {Role::closed},
    .unit = Unit::count,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::partner_id,
    .variants = {{"won", "deals won", true}, {"closed", "deals won or lost", false, true, "{decided}"}},
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed,partner_id",
     .rows = {{2, "D#,won,2026-03-01,2026-03-05,A"},
              {1, "D#,won,2026-03-01,2026-03-05,B"},
              {5, "D#,won,2026-03-01,2026-03-05,"}},
     .value = 3,
     .n = 3},
    {.header = "deal_id,status,created,closed,partner_id",
     .rows = {{2, "D#,won,2026-03-01,2026-03-05,A"}, {1, "D#,won,2026-03-01,2026-03-05,B"}},
     .value = 2,
     .low = 0.242209,
     .high = 7.22469,
     .n = 2,
     .by = "partner_id=A"},
    {.header = "deal_id,status,created,closed,partner_id",
     .rows = {{2, "D#,won,2026-03-01,2026-03-05,"}, {1, "D#,open,2026-03-01,,B"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "deal_id,status,created,closed,partner_id",
     .rows = {{2, "D#,won,2026-03-01,2026-03-05,A"}, {3, "D#,lost,2026-03-01,2026-03-05,A"}},
     .value = 5,
     .n = 5,
     .variant = "closed"}};

Table beside(const Sums& sums, const Context& context) {
  return beside_direct(kCard, kShapes, std::size(kPartners), sums, context);
}

}  // namespace

PEGEL_MEASURED_WITH_TABLE(partner_deal_count, kCard, kMeasures, kShapes, kExamples, beside)

}  // namespace pegel::kpis

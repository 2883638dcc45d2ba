#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

constexpr Measure kPartners[] = {
    {.name = "won",
     .take = Take::days,
     .of = Role::closed,
     .since = Role::created,
     .where = {kHasPartner, status_is(Status::won)}},
};
constexpr auto kMeasures = with_direct(kPartners);
constexpr auto kShapes = with_direct(Few<Shape, 6>{{Form::average}, {Form::median}}, std::size(kPartners));

constexpr Card kCard = {
    .id = "partner_deal_velocity",
    .name = "Partners’ deal velocity",
    .meaning = "The mean number of days from the creation of a partner’s deal to winning it: the fewer, the faster.",
    .formula = "mean of {won} durations",
    .source = "The deal velocity over deals with a partner",
    .kind = Kind::deals,
    .needs = {Role::status, Role::created, Role::closed, Role::partner_id},
    .uses = {},
    .unit = Unit::days,
    .direction = Direction::down,
    .semantic = Semantic::duration,
    .date = Role::closed,
    .by = Role::partner_id,
    .variants = {{"mean", "mean days from created to won", true},
                 {"median", "median days from created to won", false, true,
                  "median of {won} durations = {median} (mean {mean})"}},
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{1, "D#,won,2026-01-01,2026-01-13,A"},
                                           {1, "D#,won,2026-01-01,2026-01-19,A"},
                                           {1, "D#,won,2026-01-01,2026-01-22,B"},
                                           {1, "D#,won,2026-01-01,2026-06-19,"}},
                                  .value = 17,
                                  .n = 3},
                                 {.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{1, "D#,won,2026-01-01,2026-01-13,A"},
                                           {1, "D#,won,2026-01-01,2026-01-19,A"},
                                           {1, "D#,won,2026-01-01,2026-01-22,B"}},
                                  .value = 15,
                                  .n = 2,
                                  .by = "partner_id=A"},
                                 {.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{2, "D#,lost,2026-01-01,2026-01-13,A"}},
                                  .value = {},
                                  .undefined = "no_data"},
                                 {.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{1, "D#,won,2026-01-01,2026-01-13,A"},
                                           {1, "D#,won,2026-01-01,2026-01-19,A"},
                                           {1, "D#,won,2026-01-01,2026-01-22,B"}},
                                  .value = 18,
                                  .n = 3,
                                  .variant = "median"}};

Table beside(const Sums& sums, const Context& context) {
  return beside_direct(kCard, kShapes, std::size(kPartners), sums, context);
}

}  // namespace

PEGEL_MEASURED_WITH_TABLE(partner_deal_velocity, kCard, kMeasures, kShapes, kExamples, beside)

}  // namespace pegel::kpis

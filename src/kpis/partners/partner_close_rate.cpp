#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWon, kProspects, kDecidedWon, kDecided };
constexpr Measure kPartners[] = {
    {.name = "won", .where = {kHasPartner, status_is(Status::won)}},
    {.name = "prospects", .where = {kHasPartner, known_status()}},
    {.name = "won", .where = {kHasPartner, status_is(Status::won)}, .date = Role::closed},
    {.name = "decided", .where = {kHasPartner, decided_status()}, .date = Role::closed},
};
constexpr auto kMeasures = with_direct(kPartners);
constexpr auto kShapes = with_direct(
    Few<Shape, 6>{{Form::share, kWon, kProspects}, {Form::share, kDecidedWon, kDecided, kNoMeasure, "lost"}},
    std::size(kPartners));

constexpr Card kCard = {
    .id = "partner_close_rate",
    .name = "Partners’ close rate",
    .meaning = "The share of all deals of partners that entered in the period that were won, open ones included.",
    .formula = "{won} / {prospects}",
    .source = "The close rate over deals with a partner",
    .kind = Kind::deals,
    .needs = {Role::status, Role::partner_id},
    .uses = {Role::created},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::created,
    .by = Role::partner_id,
    .variants = {{"prospects", "won / all deals created in the period", true},
                 {"decided",
                  "won / (won + lost): see partner_deal_success",
                  false,
                  true,
                  "{won} / ({won} + {lost})",
                  Kind::deals,
                  {Role::status, Role::partner_id},
                  Role::closed,
                  "",
                  {},
                  {},
                  Semantic::flow}},
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{12, "D#,won,2026-01-05,2026-02-10,A"},
                                           {18, "D#,lost,2026-01-06,2026-02-11,A"},
                                           {20, "D#,open,2026-01-07,,B"},
                                           {9, "D#,won,2026-01-05,2026-02-10,"}},
                                  .value = 0.24,
                                  .low = 0.142974,
                                  .high = 0.374127,
                                  .n = 50},
                                 {.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{12, "D#,won,2026-01-05,2026-02-10,A"},
                                           {18, "D#,lost,2026-01-06,2026-02-11,A"},
                                           {20, "D#,open,2026-01-07,,B"}},
                                  .value = 0.4,
                                  .n = 30,
                                  .by = "partner_id=A"},
                                 {.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{2, "D#,won,2026-01-05,2026-02-10,"}},
                                  .value = {},
                                  .undefined = "no_data"},
                                 {.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{12, "D#,won,2026-01-05,2026-02-10,A"},
                                           {18, "D#,lost,2026-01-06,2026-02-11,A"},
                                           {20, "D#,open,2026-01-07,,B"},
                                           {9, "D#,won,2026-01-05,2026-02-10,"}},
                                  .value = 0.4,
                                  .low = 0.24593,
                                  .high = 0.57679,
                                  .n = 30,
                                  .variant = "decided"}};

Table beside(const Sums& sums, const Context& context) {
  return beside_direct(kCard, kShapes, std::size(kPartners), sums, context);
}

}  // namespace

PEGEL_MEASURED_WITH_TABLE(partner_close_rate, kCard, kMeasures, kShapes, kExamples, beside)

}  // namespace pegel::kpis

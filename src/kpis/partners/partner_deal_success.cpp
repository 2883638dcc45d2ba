#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWon, kDecided };
constexpr Condition kIsQualified = yes_where_given(Role::qualified, Use::unqualified);
constexpr Measure kPartners[] = {
    {.name = "won", .where = {kHasPartner, kIsQualified, status_is(Status::won)}},
    {.name = "decided", .where = {kHasPartner, kIsQualified, decided_status()}},
};
constexpr auto kMeasures = with_direct(kPartners);
constexpr auto kShapes =
    with_direct(Few<Shape, 6>{{Form::share, kWon, kDecided, kNoMeasure, "lost"}}, std::size(kPartners));

constexpr Card kCard = {
    .id = "partner_deal_success",
    .name = "Partners’ deal success",
    .meaning =
        "The share of decided qualified deals of partners that were won; without a qualified column, of all decided "
        "ones.",
    .formula = "{won} / ({won} + {lost})",
    .source = "The deal success over deals with a partner",
    .kind = Kind::deals,
    .needs = {Role::status, Role::partner_id},
    .uses = {Role::qualified, Role::closed},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .by = Role::partner_id,
    .variants = {{"success", "won / (won + lost) of qualified deals", true}},
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed,qualified,partner_id",
                                  .rows = {{8, "D#,won,2026-01-05,2026-02-10,true,A"},
                                           {12, "D#,lost,2026-01-06,2026-02-11,true,B"},
                                           {4, "D#,open,2026-01-07,,true,A"},
                                           {5, "D#,lost,2026-01-07,2026-02-11,false,A"},
                                           {6, "D#,won,2026-01-05,2026-02-10,true,"}},
                                  .value = 0.4,
                                  .low = 0.218807,
                                  .high = 0.613418,
                                  .n = 20},
                                 {.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{1, "D#,won,2026-01-05,2026-02-10,A"},
                                           {3, "D#,lost,2026-01-06,2026-02-11,A"},
                                           {3, "D#,won,2026-01-06,2026-02-11,B"}},
                                  .value = 0.25,
                                  .n = 4,
                                  .by = "partner_id=A"},
                                 {.header = "deal_id,status,created,closed,partner_id",
                                  .rows = {{2, "D#,won,2026-01-05,2026-02-10,"}},
                                  .value = {},
                                  .undefined = "no_data"}};

Table beside(const Sums& sums, const Context& context) {
  return beside_direct(kCard, kShapes, std::size(kPartners), sums, context);
}

}  // namespace

PEGEL_MEASURED_WITH_TABLE(partner_deal_success, kCard, kMeasures, kShapes, kExamples, beside)

}  // namespace pegel::kpis

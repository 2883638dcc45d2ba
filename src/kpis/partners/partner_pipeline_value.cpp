#include "kpis/partner_deals.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kValue, kOpen, kWeighted };
constexpr Measure kPartners[] = {
    {.name = "value", .take = Take::amount, .of = Role::amount, .where = {kHasPartner, known_status()}},
    {.name = "open", .where = {kHasPartner, known_status()}},
    {.name = "weighted",
     .take = Take::amount,
     .of = Role::amount,
     .times = Role::probability,
     .where = {kHasPartner, known_status()}},
};
constexpr auto kMeasures = with_direct(kPartners);
constexpr auto kShapes =
    with_direct(Few<Shape, 6>{{Form::total, kValue, kOpen}, {Form::total, kWeighted, kOpen}}, std::size(kPartners));

constexpr Card kCard = {
    .id = "partner_pipeline_value",
    .name = "Partners’ pipeline value",
    .meaning = "The amount of all deals of partners that are open at the end of the period.",
    .formula = "sum of {open} amounts = {value}",
    .source = "The pipeline value over deals with a partner",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount, Role::partner_id},
    .uses = {Role::created, Role::closed, Role::currency, Role::probability},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::created,
    .by = Role::partner_id,
    .variants = {{"unweighted", "sum of amounts", true},
                 {"weighted", "sum of amount times probability", false, true,
                  "sum of {open} amounts times probability = {weighted}"}},
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed,amount,probability,partner_id",
                                  .rows = {{1, "D#,open,2026-01-05,,50000,20,A"},
                                           {1, "D#,open,2026-01-06,,80000,50,A"},
                                           {1, "D#,open,2026-01-07,,20000,80,B"},
                                           {1, "D#,open,2026-01-07,,9000,80,"},
                                           {4, "D#,lost,2026-01-07,2026-02-01,10000,90,B"}},
                                  .value = 150000,
                                  .n = 3},
                                 {.header = "deal_id,status,created,closed,amount,probability,partner_id",
                                  .rows = {{1, "D#,open,2026-01-05,,50000,20,A"},
                                           {1, "D#,open,2026-01-06,,80000,50,A"},
                                           {1, "D#,open,2026-01-07,,20000,80,B"}},
                                  .value = 130000,
                                  .n = 2,
                                  .by = "partner_id=A"},
                                 {.header = "deal_id,status,created,closed,amount,partner_id",
                                  .rows = {{2, "D#,open,2026-01-05,,100,"}},
                                  .value = {},
                                  .undefined = "no_data"},
                                 {.header = "deal_id,status,created,closed,amount,probability,partner_id",
                                  .rows = {{1, "D#,open,2026-01-05,,50000,20,A"},
                                           {1, "D#,open,2026-01-06,,80000,50,A"},
                                           {1, "D#,open,2026-01-07,,20000,80,B"}},
                                  .value = 66000,
                                  .n = 3,
                                  .variant = "weighted"}};

Table beside(const Sums& sums, const Context& context) {
  return beside_direct(kCard, kShapes, std::size(kPartners), sums, context);
}

}  // namespace

PEGEL_MEASURED_WITH_TABLE(partner_pipeline_value, kCard, kMeasures, kShapes, kExamples, beside)

}  // namespace pegel::kpis

#include "kpis/distributor_sales.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kSales };
constexpr Measure kMeasures[] = {kEnrolled, kDistributorSales};

Estimate engaged(const Sums& sums, const Context& context) {
  partial::Ratio ratio;
  with_visits(sums.stays(kStays).all(), sums.visits(kSales), [&](const partial::Stay& stay, auto sales) {
    if (stay.holds(context.last())) ratio.add(partial::any_within(sales, context.period.start, context.last()));
  });
  return share(ratio, {{"engaged", static_cast<double>(ratio.x.n), Unit::count},
                       {"enrolled", static_cast<double>(ratio.n.n), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{.finish = engaged}};

constexpr Card kCard = {
    .id = "distributor_engagement_rate",
    .name = "Distributor engagement",
    .meaning = "The share of the enrolled distributors who sold something in the period.",
    .formula = "{engaged} / {enrolled}",
    .source = "There is no standard: counted are sales; enrolled and not ended at the end of the period",
    .kind = Kind::distributors,
    .needs = {Role::distributor_id, Role::enrolled},
    .also = {{Kind::orders, Role::distributor_id}, {Kind::orders, Role::amount}, {Kind::orders, Role::at}},
    .uses = {Role::ended},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::enrolled,
    .sql = PEGEL_SELLING_SHARE_SQL("first"),
};

constexpr Example kExamples[] = {{.header = "distributor_id,enrolled,ended",
                                  .rows = {{150, "D#,2026-01-01,"}, {1, "D#,2026-01-01,2026-12-31"}},
                                  .also = {kDecemberSales},
                                  .value = 0.646667,
                                  .n = 150},
                                 {.header = "distributor_id,enrolled",
                                  .rows = {{3, "D#,2027-12-01"}},
                                  .also = {kDecemberSales},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(distributor_engagement_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

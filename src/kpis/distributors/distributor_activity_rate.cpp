#include "kpis/distributor_sales.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kSales };
constexpr Measure kMeasures[] = {kEnrolled, kDistributorSales};

template <Day kDays>
Estimate share_active(const Sums& sums, const Context& context) {
  partial::Ratio ratio;
  ratio.n.n = sums.stays(kStays).on(context.last());
  ratio.x.n = stayed(sums.stays(kStays), sums.visits(kSales), context, kDays).end;
  return share(ratio, {{"active", static_cast<double>(ratio.x.n), Unit::count},
                       {"enrolled", static_cast<double>(ratio.n.n), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{.finish = share_active<kActiveMonth>},
                                {.finish = share_active<kActiveDays>},
                                {.finish = share_active<2 * kActiveDays>}};

constexpr Card kCard = {
    .id = "distributor_activity_rate",
    .name = "Distributor activity rate",
    .meaning =
        "The share of the enrolled distributors who have sold something in the 30 days up to the end of the period.",
    .formula = "{active} / {enrolled}",
    .source = "Enrolled and not ended at the end of the period",
    .kind = Kind::distributors,
    .needs = {Role::distributor_id, Role::enrolled},
    .also = {{Kind::orders, Role::distributor_id}, {Kind::orders, Role::amount}, {Kind::orders, Role::at}},
    .uses = {Role::ended},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::enrolled,
    .variants = {{"month", "with a sale in the last 30 days", true},
                 {"quarter",
                  "with a sale in the last 90 days",
                  false,
                  true,
                  "",
                  Kind::none,
                  {},
                  Role::none,
                  PEGEL_SELLING_SHARE_SQL("last - 89")},
                 {"half_year",
                  "with a sale in the last 180 days",
                  false,
                  true,
                  "",
                  Kind::none,
                  {},
                  Role::none,
                  PEGEL_SELLING_SHARE_SQL("last - 179")}},
    .sql = PEGEL_SELLING_SHARE_SQL("last - 29"),
};

constexpr Example kExamples[] = {{.header = "distributor_id,enrolled,ended",
                                  .rows = {{150, "D#,2026-01-01,"}, {1, "D#,2026-01-01,2026-12-31"}},
                                  .also = {kDecemberSales},
                                  .value = 0.64,
                                  .low = 0.560613,
                                  .high = 0.712439,
                                  .n = 150},
                                 {.header = "distributor_id,enrolled",
                                  .rows = {{3, "D#,2027-12-01"}},
                                  .also = {kDecemberSales},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(distributor_activity_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

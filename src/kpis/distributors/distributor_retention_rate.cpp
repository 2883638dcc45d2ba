#include "base/civil_date.h"
#include "kpis/cohorts.h"
#include "kpis/distributor_sales.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kSales };
constexpr Measure kMeasures[] = {kEnrolled, kDistributorSales};

Estimate kept(const Sums& sums, const Context& context) {
  return retention(stayed(sums.stays(kStays), sums.visits(kSales), context, kActiveMonth), sums.stays(kStays).n());
}

// Up to the latest month that is over.
Table cohorts(const Sums& sums, const Context& context) {
  return cohorts_of(sums.stays(kStays), sums.visits(kSales), base::month_of(context.period.end) - 1);
}

constexpr Few<Shape, 6> kShapes{{.finish = kept}};

constexpr Card kCard = {
    .id = "distributor_retention_rate",
    .name = "Distributor retention",
    .meaning = "The share of the distributors active at the start of the period who are still active at its end.",
    .formula = "{stayed} / {start}",
    .source = "Active: enrolled, with a sale in the 30 days up to the day; retention and turnover add up to 1",
    .kind = Kind::distributors,
    .needs = {Role::distributor_id, Role::enrolled},
    .also = {{Kind::orders, Role::distributor_id}, {Kind::orders, Role::amount}, {Kind::orders, Role::at}},
    .uses = {Role::ended},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::enrolled,
    .sql = PEGEL_SELLING_STILL_SQL("after"),
};

constexpr Example kExamples[] = {{.header = "distributor_id,enrolled",
                                  .rows = {{200, "D#,2026-01-01"}, {1, "D999,2026-12-30"}},
                                  .also = {kNovemberSales, kSalesAgain},
                                  .value = 0.783333,
                                  .low = 0.717521,
                                  .high = 0.837309,
                                  .n = 180},
                                 {.header = "distributor_id,enrolled",
                                  .rows = {{3, "D#,2026-12-10"}},
                                  .also = {kNovemberSales},
                                  .value = {},
                                  .undefined = "zero_denominator"}};

}  // namespace

PEGEL_MEASURED_WITH_TABLE(distributor_retention_rate, kCard, kMeasures, kShapes, kExamples, cohorts)

}  // namespace pegel::kpis

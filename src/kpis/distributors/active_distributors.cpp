#include "kpis/distributor_sales.h"

#define PEGEL_SELLERS_SQL(from)       \
  "WITH " PEGEL_SOLD_SQL              \
  "\nSELECT CASE WHEN count(*) > 0\n" \
  "            THEN count(*) FILTER (WHERE " PEGEL_SOLD_WITHIN_SQL(from, "last") ") END AS value\n" PEGEL_ENROLLED_SQL

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kSales };
constexpr Measure kMeasures[] = {kEnrolled, kDistributorSales};

template <Day kDays>
Estimate sellers(const Sums& sums, const Context& context) {
  if (sums.stays(kStays).on(context.last()) == 0) return undefined("no_data");
  const int64_t sellers = stayed(sums.stays(kStays), sums.visits(kSales), context, kDays).end;
  return full_count(sellers, sellers, {{"active", static_cast<double>(sellers), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{
    {.finish = sellers<kActiveMonth>}, {.finish = sellers<kActiveDays>}, {.finish = sellers<2 * kActiveDays>}};

constexpr Card kCard = {
    .id = "active_distributors",
    .name = "Active distributors",
    .meaning = "How many distributors have sold something in the 30 days up to the end of the period.",
    .formula = "number of {active} distributors",
    .source = "Own purchases cannot be told from sales unless the files tell them apart",
    .kind = Kind::distributors,
    .needs = {Role::distributor_id, Role::enrolled},
    .also = {{Kind::orders, Role::distributor_id}, {Kind::orders, Role::amount}, {Kind::orders, Role::at}},
    .uses = {Role::ended},
    .unit = Unit::count,
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
                  PEGEL_SELLERS_SQL("last - 89")},
                 {"half_year",
                  "with a sale in the last 180 days",
                  false,
                  true,
                  "",
                  Kind::none,
                  {},
                  Role::none,
                  PEGEL_SELLERS_SQL("last - 179")}},
    .sql = PEGEL_SELLERS_SQL("last - 29"),
};

constexpr Example kExamples[] = {{.header = "distributor_id,enrolled,ended",
                                  .rows = {{150, "D#,2026-01-01,"}, {1, "D#,2026-01-01,2026-12-31"}},
                                  .also = {kDecemberSales},
                                  .value = 96,
                                  .n = 96},
                                 {.header = "distributor_id,enrolled",
                                  .rows = {{3, "D#,2027-12-01"}},
                                  .also = {kDecemberSales},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(active_distributors, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

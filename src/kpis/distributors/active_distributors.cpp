#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kSales };
constexpr Measure kMeasures[] = {kEnrolled, kDistributorSales};

template <Day kDays>
Estimate sellers(const Sums& sums, const Context& context) {
  if (sums.stays(kStays).on(context.last()) == 0) return undefined("no_data");
  Estimate estimate;
  estimate.n = stayed(sums.stays(kStays), sums.visits(kSales), context, kDays).end;
  estimate.value = static_cast<double>(estimate.n);
  estimate.parts = {{"active", *estimate.value, Unit::count}};
  return estimate;
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
                 {"quarter", "with a sale in the last 90 days"},
                 {"half_year", "with a sale in the last 180 days"}},
    .sql =
        "WITH sold AS (SELECT distributor_id, \"at\" AS day FROM orders WHERE amount > 0 AND coalesce(order_status, "
        "'') <> 'cancelled')\n"
        "SELECT CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE EXISTS\n"
        "         (SELECT 1 FROM sold s WHERE s.distributor_id = d.distributor_id AND s.day BETWEEN last - 29 AND "
        "last)) END AS value\n"
        "FROM distributors d, period WHERE d.distributor_id IS NOT NULL AND enrolled <= last AND coalesce(ended > "
        "last, TRUE)",
};

constexpr ExampleFile kSold{Kind::orders,
                            "order_id,at,distributor_id,amount",
                            {{96, "O#,2026-12-20,D#,50"},
                             {1, "P#,2026-12-21,D1,50"},
                             {1, "Q#,2026-12-31,D149,0"},
                             {1, "R#,2026-12-21,D151,9"},
                             {1, "S#,2026-12-01,D148,9"}}};
constexpr Example kExamples[] = {{.header = "distributor_id,enrolled,ended",
                                  .rows = {{150, "D#,2026-01-01,"}, {1, "D#,2026-01-01,2026-12-31"}},
                                  .also = {kSold},
                                  .value = 96,
                                  .n = 96},
                                 {.header = "distributor_id,enrolled",
                                  .rows = {{3, "D#,2027-12-01"}},
                                  .also = {kSold},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(active_distributors, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/active.h"

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
                 {"quarter", "with a sale in the last 90 days"},
                 {"half_year", "with a sale in the last 180 days"}},
    .sql =
        "WITH sold AS (SELECT distributor_id, \"at\" AS day FROM orders WHERE amount > 0 AND coalesce(order_status, "
        "'') <> 'cancelled')\n"
        "SELECT count(*) FILTER (WHERE EXISTS\n"
        "         (SELECT 1 FROM sold s WHERE s.distributor_id = d.distributor_id AND s.day BETWEEN last - 29 AND "
        "last)) * 1.0\n"
        "       / NULLIF(count(*), 0) AS value\n"
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
                                  .value = 0.64,
                                  .low = 0.560613,
                                  .high = 0.712439,
                                  .n = 150},
                                 {.header = "distributor_id,enrolled",
                                  .rows = {{3, "D#,2027-12-01"}},
                                  .also = {kSold},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(distributor_activity_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

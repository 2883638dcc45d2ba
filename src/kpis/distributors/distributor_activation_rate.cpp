#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kNew, kSales };
constexpr Day kStart = 30;  // days in which a first sale is hoped for
constexpr Measure kMeasures[] = {
    {.name = "enrolled",
     .take = Take::visit,
     .of = Role::distributor_id,
     .since = Role::enrolled,
     .where = {over(Role::enrolled, kStart)}},
    kDistributorSales,
};

Estimate activated(const Sums& sums, const Context&) {
  partial::Ratio ratio;
  with_visits(sums.visits(kNew).sorted(), sums.visits(kSales), [&](const partial::Visit& enrolled, auto sales) {
    ratio.add(partial::any_within(sales, enrolled.day, enrolled.day + kStart));
  });
  return share(ratio, {{"active", static_cast<double>(ratio.x.n), Unit::count},
                       {"enrolled", static_cast<double>(ratio.n.n), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{.finish = activated}};

constexpr Card kCard = {
    .id = "distributor_activation_rate",
    .name = "Distributor activation",
    .meaning = "The share of new distributors with a first sale within 30 days of enrolment.",
    .formula = "{active} / {enrolled}",
    .source = "By the day of enrolment; those enrolled less than 30 days ago are left out until the days are over",
    .kind = Kind::distributors,
    .needs = {Role::distributor_id, Role::enrolled},
    .also = {{Kind::orders, Role::distributor_id}, {Kind::orders, Role::amount}, {Kind::orders, Role::at}},
    .uses = {Role::order_status},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::enrolled,
    .sql =
        "WITH started AS (SELECT d.distributor_id FROM distributors d\n"
        "                 JOIN all_orders o ON o.distributor_id = d.distributor_id\n"
        "                 WHERE o.amount > 0 AND coalesce(o.order_status, '') <> 'cancelled'\n"
        "                   AND o.\"at\" BETWEEN d.enrolled AND d.enrolled + 30)\n"
        "SELECT count(*) FILTER (WHERE distributor_id IN (SELECT distributor_id FROM started)) * 1.0\n"
        "       / NULLIF(count(*), 0) AS value\n"
        "FROM distributors WHERE distributor_id IS NOT NULL AND enrolled + 30 < CURRENT_DATE",
};

constexpr Example kExamples[] = {
    {.header = "distributor_id,enrolled",
     .rows = {{25, "D#,2026-06-01"}, {4, "D#,2026-12-20"}},
     .also = {{Kind::orders,
               "order_id,at,distributor_id,amount",
               {{14, "O#,2026-06-20,D#,50"},
                {1, "O#,2026-07-01,D#,50"},
                {1, "O#,2026-07-02,D#,50"},
                {1, "O#,2026-06-20,D#,0"}}}},
     .value = 0.6,
     .low = 0.407378,
     .high = 0.765953,
     .n = 25},
    {.header = "distributor_id,enrolled",
     .rows = {{3, "D#,2026-12-20"}},
     .also = {{Kind::orders, "order_id,at,distributor_id,amount", {{1, "O#,2026-12-21,D1,50"}}}},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(distributor_activation_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

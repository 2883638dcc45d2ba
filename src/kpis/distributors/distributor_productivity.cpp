#include "kpis/orders.h"
#include "kpis/per_unit.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kDistributors, kEnrolled };
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasDistributor, kSold}},
    {.name = "revenue",
     .take = Take::amount_apart,
     .of = Role::amount,
     .by = Role::distributor_id,
     .where = {kOrdered, kHasDistributor, kSold}},
    {.name = "distributors",
     .take = Take::id,
     .of = Role::distributor_id,
     .kind = Kind::distributors,
     .date = Role::enrolled,
     .reach = Reach::ever},
};

Estimate of_active(const Sums& sums, const Context& context) {
  return per_unit(sums, context, kRevenue, kDistributors, "distributors");
}

constexpr Few<Shape, 6> kShapes{{.top = kRevenue, .finish = of_active, .own = {kRevenue, kDistributors}},
                                {Form::per, kRevenue, kEnrolled}};

constexpr Card kCard = {
    .id = "distributor_productivity",
    .name = "Distributor productivity",
    .meaning = "What a distributor who sold anything sold: the amount of orders by the number of such distributors.",
    .formula = "{revenue} / {distributors}",
    .source =
        "Distributors with an order of more than 0 in the period; orders without a distributor are left out; interval "
        "over "
        "distributors: bootstrap, linearised for many",
    .kind = Kind::orders,
    .needs = {Role::distributor_id, Role::amount},
    .uses = {Role::at, Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"active", "per distributor with sales", true},
                 {.id = "all",
                  .meaning = "per distributor enrolled",
                  .also = {{Kind::distributors, Role::distributor_id}}}},
    .sql =
        "SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1\n"
        "            THEN sum(amount) * 1.0 / count(DISTINCT distributor_id) END AS value\n"
        "FROM orders\n"
        "WHERE distributor_id IS NOT NULL AND amount > 0 AND coalesce(order_status, '') <> 'cancelled'",
};

constexpr Example kExamples[] = {{.header = "order_id,at,distributor_id,amount",
                                  .rows = {{96, "O#,2026-03-01,V#,800"},
                                           {12, "O#,2026-03-02,V1,800"},
                                           {1, "O#,2026-03-01,X,0"},
                                           {3, "O#,2026-03-01,,500"}},
                                  .value = 900,
                                  .n = 96},
                                 {.header = "order_id,at,distributor_id,amount",
                                  .rows = {{1, "O#,2026-03-01,,500"}},
                                  .value = {},
                                  .undefined = "no_data"},
                                 {.header = "order_id,at,distributor_id,amount",
                                  .rows = {{6, "O#,2026-03-01,V#,800"}, {1, "O#,2026-03-01,V1,0"}},
                                  .also = {{Kind::distributors, "distributor_id,enrolled", {{12, "V#,2025-03-01"}}}},
                                  .value = 400,
                                  .n = 12,
                                  .variant = "all"}};

}  // namespace

PEGEL_MEASURED(distributor_productivity, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

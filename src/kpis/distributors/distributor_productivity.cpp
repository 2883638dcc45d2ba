#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "kpis/over_units.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kApart, kSellers, kEnrolled };
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasDistributor}},
    {.name = "revenue",
     .take = Take::amount_apart,
     .of = Role::amount,
     .by = Role::distributor_id,
     .where = {kOrdered, kHasDistributor}},
    {.name = "distributors",
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

// All that each who sold anything sold; orders below 0, as credit notes, are taken off.
partial::Pairs of_sellers(const Sums& sums) {
  partial::Pairs sellers;
  auto sold = sums.amounts_apart(kApart).units().begin();
  for (const auto& [seller, amounts] : sums.amounts_apart(kSellers).units()) {
    while (sold->entity != seller) ++sold;  // in the same order, and among them
    sellers.add(seller, static_cast<base::Micros>(sold->value.x), 0);
  }
  return sellers;
}

Estimate of_active(const Sums& sums, const Context& context) {
  const partial::Money& money = sums.amount(kRevenue);
  if (const auto why_not = no_sum(money); !why_not.empty()) return undefined(why_not, money.n());
  const partial::Pairs sellers = of_sellers(sums);
  if (sellers.n() == 0) return undefined("no_data");
  const double revenue = base::to_double(sellers.sums().x);
  Estimate estimate;
  estimate.value = revenue / static_cast<double>(sellers.n());
  estimate.n = sellers.n();
  estimate.currency = dataset::name_of(money.currency());
  estimate.parts = {{"revenue", revenue, Unit::money}, {"distributors", static_cast<double>(sellers.n()), Unit::count}};
  bracket_over_each(estimate, sellers, 0, context.plan.seed);
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.top = kRevenue, .finish = of_active, .own = {kRevenue, kApart, kSellers}},
                                {Form::per, kRevenue, kEnrolled}};

constexpr Card kCard = {
    .id = "distributor_productivity",
    .name = "Distributor productivity",
    .meaning = "What a distributor who sold anything sold: the amount of orders by the number of such distributors.",
    .formula = "{revenue} / {distributors}",
    .source =
        "Distributors with an order of more than 0 in the period, whose orders below 0 are taken off; orders without a "
        "distributor are left out; interval over distributors: bootstrap, linearised for many",
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
        "WITH sold AS (SELECT distributor_id, amount, currency FROM orders\n"
        "              WHERE distributor_id IS NOT NULL AND amount IS NOT NULL\n"
        "                AND coalesce(order_status, '') <> 'cancelled')\n"
        "SELECT CASE WHEN (SELECT count(DISTINCT coalesce(currency, '')) FROM sold) = 1\n"
        "            THEN sum(amount) * 1.0 / count(DISTINCT distributor_id) END AS value\n"
        "FROM sold WHERE distributor_id IN (SELECT distributor_id FROM sold WHERE amount > 0)",
};

constexpr Example kExamples[] = {{.header = "order_id,at,distributor_id,amount",
                                  .rows = {{96, "O#,2026-03-01,V#,800"},
                                           {12, "O#,2026-03-02,V1,800"},
                                           {1, "O#,2026-03-01,X,0"},
                                           {3, "O#,2026-03-01,,500"}},
                                  .value = 900,
                                  .n = 96},
                                 {.header = "order_id,at,distributor_id,amount",
                                  .rows = {{8, "O#,2026-03-01,V1,100"},
                                           {1, "R#,2026-03-02,V1,-300"},
                                           {1, "O#,2026-03-02,V2,200"},
                                           {1, "R#,2026-03-02,V3,-50"}},
                                  .value = 350,
                                  .n = 2},
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

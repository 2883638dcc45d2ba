#include "kpis/estimate.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kReturned, kOrders, kReturns, kAllOrders };
constexpr Measure kMeasures[] = {
    {.name = "returned",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasOrder, kIsOver, yes(Role::returned, Use::other_type)}},
    kFollowedOrders,
    {.name = "returned",
     .take = Take::id,
     .of = Role::order_id,
     .where = {is(Role::return_kind, Use::other_type, ReturnKind::unknown, ReturnKind::returned), kHasOrder},
     .kind = Kind::returns,
     .date = Role::at},
    {.name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kHasOrder}},
};

// What came back need not have been ordered in the same days: it is no share of them, and may be more.
Estimate by_return(const Sums& sums, const Context&) {
  const int64_t returned = sums.ids(kReturns).distinct();
  const int64_t orders = sums.ids(kAllOrders).distinct();
  Parts parts{{"returned", static_cast<double>(returned), Unit::count},
              {"orders", static_cast<double>(orders), Unit::count}};
  if (orders == 0) return undefined(returned == 0 ? "no_data" : "zero_denominator", returned, std::move(parts));
  Estimate estimate;
  estimate.value = static_cast<double>(returned) / static_cast<double>(orders);
  estimate.n = orders;
  estimate.parts = std::move(parts);
  bracket(estimate, "poisson", stats::garwood_rate(returned, static_cast<double>(orders)));
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{Form::share, kReturned, kOrders},
                                {.top = kAllOrders, .finish = by_return, .own = {kAllOrders, kReturns}}};

constexpr Card kCard = {
    .id = "return_rate",
    .name = "Return rate",
    .meaning = "The share of orders of which something was sent back.",
    .formula = "{returned} / {orders}",
    .source = "By order date, 30 days or more ago; an order without the mark counts as kept",
    .kind = Kind::orders,
    .needs = {Role::order_id, Role::at, Role::returned},
    .uses = {Role::order_status},
    .unit = Unit::share,
    .direction = Direction::down,
    .semantic = Semantic::cohort,
    .date = Role::at,
    .variants =
        {{"orders", "orders returned / orders, by order date", true},
         {"by_return",
          "by the day of the return",
          false,
          true,
          "",
          Kind::orders,
          {Role::order_id, Role::at},
          Role::at,
          "SELECT (SELECT count(DISTINCT order_id) FROM returns WHERE coalesce(return_kind, 'return') = 'return')\n"
          "       * 1.0 / NULLIF((SELECT count(DISTINCT order_id) FROM orders\n"
          "                       WHERE coalesce(order_status, '') <> 'cancelled'), 0) AS value",
          {},
          {},
          Semantic::flow,
          {{Kind::returns, Role::order_id}, {Kind::returns, Role::at}}}},
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,returned",
     .rows = {{14, "O#,2026-03-01,true"}, {336, "O#,2026-03-02,false"}, {9, "O#,2026-12-20,true"}},
     .value = 0.04,
     .low = 0.023978,
     .high = 0.066001,
     .n = 350},
    {.header = "order_id,at,returned", .rows = {{9, "O#,2026-12-20,false"}}, .value = {}, .undefined = "no_data"},
    {.header = "order_id,at",
     .rows = {{350, "O#,2026-03-01"}},
     .also = {{Kind::returns,
               "return_id,order_id,at,return_kind",
               {{12, "R#,X#,2026-04-01,return"},
                {2, "R#,Y#,2026-04-01,"},
                {3, "R#,Y13,2026-04-02,return"},
                {5, "R#,Z#,2026-04-01,exchange"}}}},
     .value = 0.04,
     .low = 0.021868,
     .high = 0.067113,
     .n = 350,
     .variant = "by_return"}};

}  // namespace

PEGEL_MEASURED(return_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kNew, kLost, kVisits, kAllVisits };
constexpr Measure kMeasures[] = {
    {.name = "new_customers", .where = {dated(Role::since)}},
    {.name = "lost", .where = {dated(Role::until)}, .date = Role::until},
    kCustomerOrders,
    of_company(kCustomerOrders),
};

Estimate net(const Sums& sums, const Context&) {
  const int64_t came = sums.rows(kNew);
  const int64_t left = sums.rows(kLost);
  if (came + left == 0) return undefined("no_data");
  return full_count(came - left, came + left,
                    {{sums.name(kNew), static_cast<double>(came), Unit::count},
                     {sums.name(kLost), static_cast<double>(left), Unit::count}});
}

// Active at one end of the period only.
Estimate of_buyers(const Sums& sums, const Context& context) {
  const Stayed buyers = stayed(sums.visits(kVisits), context, usual_gap(sums.visits(kAllVisits)));
  const int64_t left = buyers.start - buyers.both;
  const int64_t came = buyers.end - buyers.both;
  Parts parts{{sums.name(kLost), static_cast<double>(left), Unit::count},
              {sums.name(kNew), static_cast<double>(came), Unit::count}};
  if (sums.visits(kVisits).n() == 0 || left + came == 0) return undefined("no_data");
  if (came == 0) return undefined("zero_denominator", left, std::move(parts));
  Estimate estimate;
  estimate.value = static_cast<double>(left) / static_cast<double>(came);
  estimate.n = came;
  estimate.parts = std::move(parts);
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{Form::per, kLost, kNew},
                                {.finish = net, .own = {kNew, kLost}},
                                {.top = kVisits, .finish = of_buyers, .own = {kVisits, kAllVisits}}};

constexpr Card kCard = {
    .id = "customers_lost_vs_won",
    .name = "Lost against new customers",
    .meaning = "How many customers left for each one that came in the same time; below 1 there are more and more.",
    .formula = "{lost} / {new_customers}",
    .source = "Customers by the day they came and the day they left",
    .kind = Kind::customers,
    .needs = {Role::since, Role::until},
    .unit = Unit::ratio,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::since,
    .variants = {{"ratio", "lost / new", true},
                 {"net",
                  "new less lost",
                  false,
                  true,
                  "{new_customers} - {lost}",
                  Kind::none,
                  {},
                  Role::none,
                  "SELECT (SELECT count(*) FROM customers WHERE since IS NOT NULL)\n"
                  "       - (SELECT count(*) FROM customers WHERE until IS NOT NULL) AS value",
                  Unit::count,
                  Direction::up},
                 {.id = "buyers",
                  .meaning = "no order any more / with one again or for the first time, as churn has it by orders",
                  .kind = Kind::orders,
                  .needs = {Role::customer_id, Role::at},
                  .date = Role::at,
                  .sql = PEGEL_SEEN_SQL
                  "SELECT count(*) FILTER (WHERE before AND NOT after) * 1.0\n"
                  "       / NULLIF(count(*) FILTER (WHERE after AND NOT before), 0) AS value FROM seen",
                  .semantic = Semantic::stock}},
};

constexpr Example kExamples[] = {
    {.header = "customer_id,since,until",
     .rows = {{20, "C#,2026-01-05,2026-05-01"}, {10, "C#,2026-02-05,"}},
     .value = 0.666667,
     .n = 30},
    {.header = "customer_id,since,until",
     .rows = {{2, "C#,,2026-05-01"}},
     .value = {},
     .undefined = "zero_denominator"},
    {.header = "customer_id,since,until",
     .rows = {{20, "C#,2026-01-05,2026-05-01"}, {10, "C#,2026-02-05,"}},
     .value = 10,
     .n = 50,
     .variant = "net"},
    {.header = "order_id,at,customer_id",
     .rows = {{1, "O#,2026-11-05,A"}, {1, "O#,2026-12-05,A"}, {1, "O#,2026-09-20,B"}, {2, "O#,2026-12-31,C#"}},
     .value = 0.5,
     .n = 2,
     .variant = "buyers"},
    {.header = "customer_id,since,until", .rows = {{2, "C#,,2026-05-01"}}, .value = -2, .n = 2, .variant = "net"}};

}  // namespace

PEGEL_MEASURED(customers_lost_vs_won, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kNew, kLost };
constexpr Measure kMeasures[] = {
    {.name = "new_customers", .where = {dated(Role::since)}},
    {.name = "lost", .where = {dated(Role::until)}, .date = Role::until},
};

Estimate net(const Sums& sums, const Context&) {
  const int64_t came = sums.rows(kNew);
  const int64_t left = sums.rows(kLost);
  if (came + left == 0) return undefined("no_data");
  return full_count(came - left, came + left,
                    {{sums.name(kNew), static_cast<double>(came), Unit::count},
                     {sums.name(kLost), static_cast<double>(left), Unit::count}});
}

constexpr Few<Shape, 6> kShapes{{Form::per, kLost, kNew}, {.finish = net}};

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
                  Direction::up}},
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
    {.header = "customer_id,since,until", .rows = {{2, "C#,,2026-05-01"}}, .value = -2, .n = 2, .variant = "net"}};

}  // namespace

PEGEL_MEASURED(customers_lost_vs_won, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

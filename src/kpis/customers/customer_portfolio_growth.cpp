#include "kpis/active.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kVisits, kAllVisits };
constexpr Measure kMeasures[] = {kMembers, kCustomerOrders, of_company(kCustomerOrders)};

Estimate growth(const Stayed& stayed, int64_t known) {
  Parts parts{{"end", static_cast<double>(stayed.end), Unit::count},
              {"start", static_cast<double>(stayed.start), Unit::count}};
  if (known == 0) return undefined("no_data");
  if (stayed.start == 0) return undefined("zero_denominator", 0, std::move(parts));
  Estimate estimate;
  estimate.value = static_cast<double>(stayed.end - stayed.start) / static_cast<double>(stayed.start);
  estimate.n = stayed.start;
  estimate.parts = std::move(parts);
  return estimate;
}

Estimate of_members(const Sums& sums, const Context& context) {
  return growth(stayed(sums.stays(kStays), context), sums.stays(kStays).n());
}

Estimate of_buyers(const Sums& sums, const Context& context) {
  return growth(stayed(sums.visits(kVisits), context, usual_gap(sums.visits(kAllVisits))), sums.visits(kVisits).n());
}

constexpr Few<Shape, 6> kShapes{{.top = kStays, .finish = of_members, .own = {kStays}},
                                {.top = kVisits, .finish = of_buyers, .own = {kVisits, kAllVisits}}};

constexpr Card kCard = {
    .id = "customer_portfolio_growth",
    .name = "Customer portfolio growth",
    .meaning = "By how much the number of customers has grown from the start of the period to its end.",
    .formula = "({end} - {start}) / {start}",
    .source = "Customers at both days, by the list or by their orders; keep to one target group with a filter",
    .kind = Kind::customers,
    .needs = {Role::customer_id, Role::since},
    .uses = {Role::until},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::since,
    .variants = {{"members", "by the days they became customers and left", true},
                 {"buyers",
                  "by their orders, as churn has it",
                  false,
                  true,
                  "",
                  Kind::orders,
                  {Role::customer_id, Role::at},
                  Role::at,
                  PEGEL_SEEN_SQL "SELECT (count(*) FILTER (WHERE after) - count(*) FILTER (WHERE before)) * 1.0\n"
                                 "       / NULLIF(count(*) FILTER (WHERE before), 0) AS value FROM seen"}},
    .sql =
        "SELECT (count(*) FILTER (WHERE since <= last AND coalesce(until > last, TRUE))\n"
        "        - count(*) FILTER (WHERE since < first AND coalesce(until >= first, TRUE))) * 1.0\n"
        "       / NULLIF(count(*) FILTER (WHERE since < first AND coalesce(until >= first, TRUE)), 0) AS value\n"
        "FROM customers, period WHERE customer_id IS NOT NULL",
};

constexpr Example kExamples[] = {
    {.header = "customer_id,since,until",
     .rows = {{180, "C#,2025-01-01,"}, {20, "C#,2025-01-01,2026-12-30"}, {30, "C#,2026-12-30,"}},
     .value = 0.05,
     .n = 200},
    {.header = "order_id,at,customer_id",
     .rows = {{3, "O#,2026-11-05,A"}, {1, "O#,2026-12-05,A"}, {1, "O#,2026-09-20,B"}, {2, "O#,2026-12-31,C#"}},
     .value = 0.5,
     .n = 2,
     .variant = "buyers"},
    {.header = "customer_id,since", .rows = {{3, "C#,2026-12-30"}}, .value = {}, .undefined = "zero_denominator"}};

}  // namespace

PEGEL_MEASURED(customer_portfolio_growth, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/active.h"
#include "kpis/kept_revenue.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kVisits, kAllVisits, kPaid, kRevenue };
constexpr Measure kMeasures[] = {kMembers, kCustomerOrders, of_company(kCustomerOrders), kCustomerPurchases,
                                 kCustomerRevenue};

Estimate of_members(const Sums& sums, const Context& context) {
  return churn(stayed(sums.stays(kStays), context), sums.stays(kStays).n());
}

Estimate of_buyers(const Sums& sums, const Context& context) {
  const Day days = usual_gap(sums.visits(kAllVisits));
  return within(churn(stayed(sums.visits(kVisits), context, days), sums.visits(kVisits).n()), days);
}

// Who left may have come in between, so that it is no share of the average base.
Estimate of_average(const Sums& sums, const Context& context) {
  const partial::Stays& stays = sums.stays(kStays);
  const double start = static_cast<double>(stays.on(context.before()));
  const double end = static_cast<double>(stays.on(context.last()));
  const int64_t lost = stays.count([&](const partial::Stay& stay) {
    return stay.until > context.before() && stay.until <= context.last() && stay.from < stay.until;
  });
  Parts parts{
      {"lost", static_cast<double>(lost), Unit::count}, {"start", start, Unit::count}, {"end", end, Unit::count}};
  if (stays.n() == 0) return undefined("no_data");
  if (start + end == 0) return undefined("zero_denominator", 0, std::move(parts));
  Estimate estimate;
  estimate.value = 2 * static_cast<double>(lost) / (start + end);
  estimate.n = static_cast<int64_t>((start + end) / 2);
  estimate.parts = std::move(parts);
  return estimate;
}

Estimate of_revenue(const Sums& sums, const Context& context) {
  return kept_revenue(sums, context, Kept::lost, kPaid, kRevenue);
}

constexpr Few<Shape, 6> kShapes{{.top = kStays, .finish = of_members, .own = {kStays}},
                                {.top = kVisits, .finish = of_buyers, .own = {kVisits, kAllVisits}},
                                {.top = kStays, .finish = of_average, .own = {kStays}},
                                {.top = kPaid, .finish = of_revenue, .own = {kPaid, kRevenue}}};

constexpr Card kCard = {
    .id = "churn_rate",
    .name = "Customer churn",
    .meaning = "The share of the customers at the start of the period who are none any more at its end.",
    .formula = "{lost} / {start}",
    .source = "1 - retention, of the same customers; a month's churn c is 1 - (1 - c)^12 in a year, not 12 c",
    .kind = Kind::customers,
    .needs = {Role::customer_id, Role::since, Role::until},
    .uses = {},
    .unit = Unit::share,
    .direction = Direction::down,
    .semantic = Semantic::stock,
    .date = Role::since,
    .variants =
        {{"members", "by the days they became customers and left", true},
         {"buyers",
          "no order for longer than nine in ten gaps between two orders; for 90 days where there are too few",
          false,
          true,
          "no order for {window}: {lost} / {start}",
          Kind::orders,
          {Role::customer_id, Role::at},
          Role::at,
          PEGEL_SEEN_SQL
          "SELECT count(*) FILTER (WHERE NOT after) * 1.0 / NULLIF(count(*), 0) AS value FROM seen WHERE before"},
         {"average",
          "all who left / the average of start and end",
          false,
          true,
          "{lost} / (({start} + {end}) / 2)",
          Kind::customers,
          {Role::customer_id, Role::since, Role::until},
          Role::since,
          "SELECT count(*) FILTER (WHERE until BETWEEN first AND last AND since < until) * 2.0\n"
          "       / NULLIF(count(*) FILTER (WHERE since < first AND coalesce(until >= first, TRUE))\n"
          "                + count(*) FILTER (WHERE since <= last AND coalesce(until > last, TRUE)), 0) AS value\n"
          "FROM customers, period WHERE customer_id IS NOT NULL"},
         {"revenue",
          "revenue lost with customers / revenue at the start",
          false,
          true,
          "{lost} / {before}",
          Kind::orders,
          {Role::customer_id, Role::at, Role::amount},
          Role::at,
          PEGEL_KEPT_REVENUE_SQL
          "SELECT CASE WHEN (SELECT currency FROM one)\n"
          "            THEN coalesce(sum(before) FILTER (WHERE now IS NULL), 0) / NULLIF(sum(before), 0) END AS value\n"
          "FROM paid"}},
    .sql =
        "SELECT count(*) FILTER (WHERE until <= last) * 1.0 / NULLIF(count(*), 0) AS value\n"
        "FROM customers, period\n"
        "WHERE customer_id IS NOT NULL AND since < first AND coalesce(until >= first, TRUE)",
};

constexpr Example kExamples[] = {
    {.header = "customer_id,since,until",
     .rows = {{180, "C#,2025-01-01,"},
              {20, "C#,2025-01-01,2026-12-30"},
              {30, "C#,2026-12-30,"},
              {4, "C#,2024-01-01,2025-01-01"}},
     .value = 0.1,
     .low = 0.06567,
     .high = 0.149389,
     .n = 200},
    {.header = "customer_id,since,until",
     .rows = {{180, "C#,2025-01-01,"},
              {20, "C#,2025-01-01,2026-12-30"},
              {40, "C#,2026-12-30,"},
              {1, "C#,2026-12-29,2026-12-30"}},
     .value = 0.1,
     .n = 210,
     .variant = "average"},
    {.header = "order_id,at,customer_id",
     .rows = {{3, "O#,2026-11-05,A"}, {1, "O#,2026-12-05,A"}, {1, "O#,2026-09-20,B"}, {1, "O#,2026-12-31,C"}},
     .value = 0.5,
     .n = 2,
     .variant = "buyers"},
    {.header = "order_id,at,customer_id,amount",
     .rows = {{2, "O#,2026-11-05,A,100"},
              {1, "O#,2026-11-30,B,200"},
              {1, "O#,2026-11-15,D,600"},
              {1, "O#,2026-12-01,A,50"},
              {1, "O#,2026-12-31,B,900"},
              {1, "O#,2026-12-31,E,900"}},
     .value = 0.6,
     .n = 3,
     .variant = "revenue"},
    {.header = "customer_id,since,until",
     .rows = {{3, "C#,2026-12-30,"}},
     .value = {},
     .undefined = "zero_denominator"}};

}  // namespace

PEGEL_MEASURED(churn_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "base/civil_date.h"
#include "kpis/active.h"
#include "kpis/cohorts.h"
#include "kpis/kept_revenue.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kStays, kVisits, kAllVisits, kPaid, kRevenue };
constexpr Measure kMeasures[] = {kMembers, kCustomerOrders, of_company(kCustomerOrders), kCustomerPurchases,
                                 kCustomerRevenue};

Estimate of_members(const Sums& sums, const Context& context) {
  return retention(stayed(sums.stays(kStays), context), sums.stays(kStays).n());
}

Estimate of_buyers(const Sums& sums, const Context& context) {
  const Day days = usual_gap(sums.visits(kAllVisits));
  return within(retention(stayed(sums.visits(kVisits), context, days), sums.visits(kVisits).n()), days);
}

// Customers with a second order by the end, of those with a first by then.
Estimate repeat(const Sums& sums, const Context& context) {
  partial::Ratio ratio;
  sums.visits(kVisits).each_customer([&](std::span<const partial::Visit> own) {
    if (own.front().day <= context.last()) ratio.add(own.size() > 1 && own[1].day <= context.last());
  });
  return share(ratio, {{"again", static_cast<double>(ratio.x.n), Unit::count},
                       {"customers", static_cast<double>(ratio.n.n), Unit::count}});
}

template <Kept kept>
Estimate of_revenue(const Sums& sums, const Context& context) {
  return kept_revenue(sums, context, kept, kPaid, kRevenue);
}

// Up to the latest month that is over.
Table cohorts(const Sums& sums, const Context& context) {
  return cohorts_of(sums.visits(kAllVisits), base::month_of(context.period.end) - 1);
}

constexpr Few<Shape, 6> kShapes{
    {.top = kStays, .finish = of_members, .own = {kStays, kAllVisits}},
    {.top = kVisits, .finish = of_buyers, .own = {kVisits, kAllVisits}},
    {.top = kVisits, .finish = repeat, .own = {kVisits, kAllVisits}},
    {.top = kPaid, .finish = of_revenue<Kept::net>, .own = {kPaid, kRevenue, kAllVisits}},
    {.top = kPaid, .finish = of_revenue<Kept::gross>, .own = {kPaid, kRevenue, kAllVisits}}};

constexpr Card kCard = {
    .id = "retention_rate",
    .name = "Customer retention rate",
    .meaning = "The share of the customers at the start of the period who are still customers at its end.",
    .formula = "{stayed} / {start}",
    .source = "Told apart by their ids: customers won or won again in between do not raise it",
    .kind = Kind::customers,
    .needs = {Role::customer_id, Role::since, Role::until},
    .uses = {},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::stock,
    .date = Role::since,
    .variants =
        {{"members", "by the days they became customers and left", true},
         {"buyers",
          "by an order within what nine in ten gaps between two take; within 90 days where there are too few",
          false,
          true,
          "an order within {window}: {stayed} / {start}",
          Kind::orders,
          {Role::customer_id, Role::at},
          Role::at,
          PEGEL_SEEN_SQL
          "SELECT count(*) FILTER (WHERE after) * 1.0 / NULLIF(count(*), 0) AS value FROM seen WHERE before"},
         {"repeat",
          "customers with a second order / customers",
          false,
          true,
          "{again} / {customers}",
          Kind::orders,
          {Role::customer_id, Role::at},
          Role::at,
          "WITH times AS (SELECT customer_id, count(*) AS n FROM orders, period\n"
          "               WHERE customer_id IS NOT NULL AND \"at\" <= last\n"
          "                 AND coalesce(order_status, '') <> 'cancelled' GROUP BY customer_id)\n"
          "SELECT count(*) FILTER (WHERE n > 1) * 1.0 / NULLIF(count(*), 0) AS value FROM times"},
         {"revenue",
          "revenue of the customers at the start, now / then",
          false,
          true,
          "{now} / {before}",
          Kind::orders,
          {Role::customer_id, Role::at, Role::amount},
          Role::at,
          PEGEL_KEPT_REVENUE_SQL
          "SELECT CASE WHEN (SELECT currency FROM one) THEN coalesce(sum(now), 0) / NULLIF(sum(before), 0) END AS "
          "value FROM paid"},
         {"gross",
          "the same, of each customer no more than then",
          false,
          true,
          "{now} / {before}",
          Kind::orders,
          {Role::customer_id, Role::at, Role::amount},
          Role::at,
          PEGEL_KEPT_REVENUE_SQL
          "SELECT CASE WHEN (SELECT currency FROM one)\n"
          "            THEN sum(least(coalesce(now, 0), before)) / NULLIF(sum(before), 0) END AS value FROM paid"}},
    .sql =
        "SELECT count(*) FILTER (WHERE coalesce(until > last, TRUE)) * 1.0 / NULLIF(count(*), 0) AS value\n"
        "FROM customers, period\n"
        "WHERE customer_id IS NOT NULL AND since < first AND coalesce(until >= first, TRUE)",
};

constexpr Few<ExampleRows, 36> kPayments{
    {2, "O#,2026-11-05,A,100"}, {1, "O#,2026-11-30,B,200"}, {1, "O#,2026-11-30,C,300"}, {1, "O#,2026-11-15,D,300"},
    {1, "O#,2026-12-01,A,500"}, {2, "O#,2026-12-31,B,100"}, {1, "O#,2026-12-31,C,200"}, {1, "O#,2026-12-31,E,900"},
    {1, "O#,2026-10-31,F,900"}, {4, "O#,2026-12-31,,900"}};
constexpr Example kExamples[] = {
    {.header = "customer_id,since,until",
     .rows = {{180, "C#,2025-01-01,"},
              {20, "C#,2025-01-01,2026-12-30"},
              {30, "C#,2026-12-30,"},
              {4, "C#,2024-01-01,2025-01-01"}},
     .value = 0.9,
     .low = 0.850611,
     .high = 0.93433,
     .n = 200},
    {.header = "customer_id,since,until",
     .rows = {{3, "C#,2026-12-30,"}},
     .value = {},
     .undefined = "zero_denominator"},
    {.header = "order_id,at,customer_id",
     .rows = {{3, "O#,2026-11-05,A"}, {1, "O#,2026-12-05,A"}, {1, "O#,2026-09-20,B"}, {1, "O#,2026-12-31,C"}},
     .value = 0.5,
     .n = 2,
     .variant = "buyers"},
    {.header = "order_id,at,customer_id",
     .rows = {{3, "O#,2026-11-05,A"}, {1, "O#,2026-09-20,B"}, {1, "O#,2026-12-31,C"}},
     .value = 0.333333,
     .n = 3,
     .variant = "repeat"},
    {.header = "order_id,at,customer_id,amount", .rows = kPayments, .value = 0.9, .n = 4, .variant = "revenue"},
    {.header = "order_id,at,customer_id,amount", .rows = kPayments, .value = 0.6, .n = 4, .variant = "gross"},
    {.header = "order_id,at,customer_id,amount",
     .rows = {{3, "O#,2026-12-05,A,100"}},
     .value = {},
     .undefined = "no_reference",
     .variant = "revenue"}};

}  // namespace

PEGEL_MEASURED_WITH_TABLE(retention_rate, kCard, kMeasures, kShapes, kExamples, cohorts)

}  // namespace pegel::kpis

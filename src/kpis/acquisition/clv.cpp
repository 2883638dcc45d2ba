#include <algorithm>
#include <limits>

#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "kpis/per_unit.h"
#include "stats/estimates.h"
#include "stats/kaplan_meier.h"

/// What is made of revenue, margin, years as customers in the time that orders are known of, their median days as one, and
/// the share retained of those a year ago; of a year or more, in one currency.
#define PEGEL_CLV_SQL(worth)                                                                                           \
  "WITH sold AS (SELECT *, \"at\" BETWEEN DATE '1990-01-01' AND CURRENT_DATE AND order_id IS NOT NULL AS dated FROM "  \
  "orders\n"                                                                                                           \
  "              WHERE coalesce(order_status, '') <> 'cancelled' AND customer_id IS NOT NULL AND amount IS NOT "       \
  "NULL),\n"                                                                                                           \
  "     time AS (SELECT min(\"at\") AS first, max(\"at\") AS last, CAST(sum(amount) AS DOUBLE) AS revenue,\n"          \
  "                     count(DISTINCT coalesce(currency, '')) AS currencies FROM sold WHERE dated),\n"                \
  "     margins AS (SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1\n"                                     \
  "                             THEN CAST(sum(amount - cost) AS DOUBLE) / NULLIF(sum(amount), 0) END AS margin\n"      \
  "                 FROM sold WHERE cost IS NOT NULL),\n"                                                              \
  "     known AS (SELECT customer_id, since, until FROM customers\n"                                                   \
  "               WHERE since BETWEEN DATE '1950-01-01' AND CURRENT_DATE\n"                                            \
  "                 AND (until IS NOT NULL OR NOT coalesce(until_said, FALSE))),\n"                                    \
  "     stays AS (SELECT since, coalesce(until, DATE '9999-12-31') AS until FROM known WHERE customer_id IS NOT "      \
  "NULL),\n"                                                                                                           \
  "     kept AS (SELECT NULLIF(sum(greatest(0, least(until, last + 1) - greatest(since, first))), 0) / 365.25 AS "     \
  "years,\n"                                                                                                           \
  "                     count(*) FILTER (WHERE since <= last - 365 AND until > last) * 1.0\n"                          \
  "                     / NULLIF(count(*) FILTER (WHERE since <= last - 365 AND until > last - 365), 0) AS retained\n" \
  "              FROM stays, time),\n"                                                                                 \
  "     waits AS (SELECT coalesce(until, CURRENT_DATE) - since AS t, until IS NOT NULL AS done FROM known\n"           \
  "               WHERE coalesce(until, CURRENT_DATE) BETWEEN since AND CURRENT_DATE),\n"                              \
  "     times AS (SELECT t, count(*) FILTER (WHERE done) AS finished, sum(count(*)) OVER (ORDER BY t DESC) AS n\n"     \
  "               FROM waits GROUP BY t),\n"                                                                           \
  "     curve AS (SELECT t, exp(sum(CASE WHEN finished < n THEN ln(1.0 - finished * 1.0 / n) ELSE -1000 END)\n"        \
  "                             OVER (ORDER BY t)) AS open FROM times WHERE finished > 0),\n"                          \
  "     lives AS (SELECT (min(t) FILTER (WHERE open < 0.5 + 1e-12)\n"                                                  \
  "                       + coalesce(min(t) FILTER (WHERE open < 0.5 - 1e-12), (SELECT max(t) FROM waits))) / 2.0 AS " \
  "median\n"                                                                                                           \
  "               FROM curve)\n"                                                                                       \
  "SELECT CASE WHEN last - first >= 364 AND currencies = 1 THEN " worth                                                \
  " END AS value FROM time, margins, kept, lives"

namespace pegel::kpis {
namespace {

enum : uint8_t { kProfit, kProfitApart, kCostedSum, kRevenue, kOrders, kStays, kLives };
constexpr Measure kMeasures[] = {
    {.name = "profit", .take = Take::amount, .of = Role::amount, .less = Role::cost, .where = {kOrdered, kHasCustomer}},
    {.name = "profit",
     .take = Take::amount_apart,
     .of = Role::amount,
     .less = Role::cost,
     .by = Role::customer_id,
     .where = {kOrdered, kHasCustomer}},
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kHasCustomer, kCosted}},
    {.name = "revenue",
     .take = Take::amount_daily,
     .of = Role::amount,
     .since = Role::at,
     .where = {kOrdered, kHasCustomer, kHasOrder}},
    {.name = "orders",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered, kHasCustomer, kPriced, dated(Role::at)}},
    {.name = "customers",
     .take = Take::stay,
     .of = Role::customer_id,
     .since = Role::since,
     .until = Role::until,
     .kind = Kind::customers},
    {.name = "lives", .take = Take::days_waited, .of = Role::until, .since = Role::since, .kind = Kind::customers},
};

constexpr double kYear = 365.25;
constexpr int32_t kFullYear = 365;
constexpr double kDiscount = 0.1;  // a year: what money later is worth less, by custom

Estimate historic(const Sums& sums, const Context& context) {
  return per_unit(sums, context, kProfit, kProfitApart, "customers");
}

/// The days from the first to the last that orders are known of.
Period history(const Sums& sums) {
  const auto days = sums.amounts_daily(kRevenue).days();
  return days.empty() ? Period{0, 0} : Period{days.front().day, days.back().day + 1};
}

// Years in which customers were customers, within the time that orders are known of.
double customer_years(const Sums& sums, const Period& time) {
  int64_t days = 0;
  for (const partial::Stay& stay : sums.stays(kStays).all()) {
    days += std::max(0, std::min(stay.until, time.end) - std::max(stay.from, time.start));
  }
  return static_cast<double>(days) / kYear;
}

/// Order value × orders a year × years, times `margin`, which has a part of its own if `named`.
Estimate simple(const Sums& sums, double margin, bool named) {
  const partial::Money revenue = sums.amounts_daily(kRevenue).before(std::numeric_limits<int32_t>::max());
  if (const auto why_not = no_sum(revenue); !why_not.empty()) return undefined(why_not, revenue.n());
  const Period time = history(sums);
  const int64_t customers = sums.rows(kStays);
  if (time.end - time.start < kFullYear) return undefined("short_history", revenue.n());
  const auto median = stats::KaplanMeier(sums.waited(kLives)).quantile(0.5);
  if (!median) return undefined(customers == 0 ? "no_data" : "not_reached", customers);
  const auto orders = static_cast<double>(sums.ids(kOrders).distinct());
  const double years = customer_years(sums, time);
  if (orders == 0 || years == 0) return undefined("zero_denominator", customers);
  Estimate estimate;
  estimate.n = customers;
  estimate.currency = dataset::name_of(revenue.currency());
  estimate.parts = {{"order_value", amount_of(revenue) / orders, Unit::money},
                    {"orders_a_year", orders / years, Unit::ratio},
                    {"years", *median / kYear, Unit::ratio}};
  if (named) estimate.parts.push_back({"margin", margin, Unit::share});
  estimate.value = margin;
  for (std::size_t p = 0; p < 3; ++p) *estimate.value *= estimate.parts[p].value;
  return estimate;
}

Estimate of_margin(const Sums& sums, const Context&) {
  const partial::Money& costed = sums.amount(kCostedSum);
  if (const auto why_not = no_sum(costed); !why_not.empty()) return undefined(why_not, costed.n());
  if (costed.sum() == 0) return undefined("zero_denominator", costed.n());
  return simple(sums, amount_of(sums.amount(kProfit)) / amount_of(costed), true);
}

Estimate of_revenue(const Sums& sums, const Context&) { return simple(sums, 1, false); }

// Customers who were one a year before `last`, and those of them who still were on it.
partial::Ratio retained(const Sums& sums, Day last) {
  partial::Ratio kept;
  for (const partial::Stay& stay : sums.stays(kStays).all()) {
    if (stay.holds(last - kFullYear)) kept.add(stay.holds(last));
  }
  return kept;
}

/// Of margins a year of those who are left: the first is there at once, or after a year.
double worth(double margin, double retention, bool at_once) {
  return margin * (at_once ? 1 + kDiscount : retention) / (1 + kDiscount - retention);
}

// The interval is that of the share who stay.
template <bool kAtOnce>
Estimate of_retention(const Sums& sums, const Context&) {
  const partial::Money revenue = sums.amounts_daily(kRevenue).before(std::numeric_limits<int32_t>::max());
  const partial::Money& costed = sums.amount(kCostedSum);
  for (const partial::Money* money : {&revenue, &costed}) {
    if (const auto why_not = no_sum(*money); !why_not.empty()) return undefined(why_not, money->n());
  }
  const Period time = history(sums);
  if (time.end - time.start < kFullYear) return undefined("short_history", revenue.n());
  const partial::Ratio kept = retained(sums, time.end - 1);
  const double years = customer_years(sums, time);
  if (kept.n.n == 0 || years == 0 || costed.sum() == 0) return undefined("zero_denominator", kept.n.n);
  const double margin = amount_of(revenue) / years * amount_of(sums.amount(kProfit)) / amount_of(costed);
  const double retention = static_cast<double>(kept.x.n) / static_cast<double>(kept.n.n);
  Estimate estimate;
  estimate.value = worth(margin, retention, kAtOnce);
  estimate.n = kept.n.n;
  estimate.currency = dataset::name_of(revenue.currency());
  estimate.parts = {{"margin_a_year", margin, Unit::money},
                    {"discount", kDiscount, Unit::share},
                    {"retention", retention, Unit::share}};
  const auto share = stats::wilson(kept.x.n, kept.n.n);
  const auto [low, high] = std::minmax({worth(margin, share->low, kAtOnce), worth(margin, share->high, kAtOnce)});
  bracket(estimate, "wilson", stats::Interval{low, high});
  return estimate;
}

constexpr Few<Shape, 6> kShapes{
    {.finish = historic, .own = {kProfit, kProfitApart}},
    {.top = kRevenue, .finish = of_margin, .own = {kRevenue, kOrders, kStays, kLives, kProfit, kCostedSum}},
    {.top = kRevenue, .finish = of_revenue, .own = {kRevenue, kOrders, kStays, kLives}},
    {.top = kRevenue, .finish = of_retention<true>, .own = {kRevenue, kStays, kProfit, kCostedSum}},
    {.top = kRevenue, .finish = of_retention<false>, .own = {kRevenue, kStays, kProfit, kCostedSum}}};

constexpr Card kCard = {
    .id = "clv",
    .name = "Customer lifetime value",
    .meaning = "What a customer has brought so far: the gross margin of all orders by the number of buyers.",
    .formula = "{profit} / {customers}",
    .source =
        "Orders of all time, whatever the period; years as a customer: median of the customers' file, those still "
        "there counted as staying longer",
    .kind = Kind::orders,
    .needs = {Role::customer_id, Role::amount, Role::cost},
    .uses = {Role::at, Role::order_id, Role::currency, Role::order_status},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .variants = {{"historic", "gross margin to date per customer", true},
                 {.id = "simple",
                  .meaning = "order value * orders a year * years as a customer * gross margin",
                  .formula = "{order_value} * {orders_a_year} * {years} * {margin}",
                  .sql = PEGEL_CLV_SQL("revenue / years * median / 365.25 * margin"),
                  .also = {{Kind::customers, Role::since}, {Kind::customers, Role::until}}},
                 {.id = "revenue",
                  .meaning = "order value * orders a year * years as a customer",
                  .formula = "{order_value} * {orders_a_year} * {years}",
                  .sql = PEGEL_CLV_SQL("revenue / years * median / 365.25"),
                  .also = {{Kind::customers, Role::since}, {Kind::customers, Role::until}}},
                 {"retention",
                  "margin of a year, retained and discounted",
                  false,
                  true,
                  "{margin_a_year} * (1 + {discount}) / (1 + {discount} - {retention})",
                  Kind::none,
                  {},
                  Role::none,
                  PEGEL_CLV_SQL("revenue / years * margin * 1.1 / (1.1 - retained)"),
                  {},
                  {},
                  {},
                  {{Kind::customers, Role::since}, {Kind::customers, Role::until}}},
                 {.id = "retention_later",
                  .meaning = "the same, the first margin after a year",
                  .formula = "{margin_a_year} * {retention} / (1 + {discount} - {retention})",
                  .sql = PEGEL_CLV_SQL("revenue / years * margin * retained / (1.1 - retained)"),
                  .also = {{Kind::customers, Role::since}, {Kind::customers, Role::until}}}},
    .sql =
        "SELECT CASE WHEN count(DISTINCT coalesce(currency, '')) = 1 THEN sum(amount - cost) * 1.0\n"
        "            / NULLIF(count(DISTINCT customer_id), 0) END AS value FROM orders\n"
        "WHERE coalesce(order_status, '') <> 'cancelled' AND customer_id IS NOT NULL\n"
        "  AND amount IS NOT NULL AND cost IS NOT NULL",
};

constexpr std::string_view kHeader = "order_id,at,customer_id,amount,cost";
constexpr Few<ExampleRows, 36> kThreeYears{{12, "O#,2023-01-01,C1,60,36"},
                                           {24, "O#,2024-05-01,C2,60,36"},
                                           {12, "O#,2025-12-31,C3,60,36"},
                                           {5, "O#,2025-12-31,,60,36"}};
constexpr Few<ExampleRows, 36> kFourYears{
    {11, "O#,2023-01-01,C1,60,36"}, {24, "O#,2024-05-01,C2,60,36"}, {11, "O#,2025-12-31,C3,60,36"}};
constexpr ExampleFile kFour{
    Kind::customers, "customer_id,since,until", {{3, "C#,2023-01-01,"}, {1, "C#,2023-01-01,2025-07-02"}}};
constexpr ExampleFile kCustomers{Kind::customers, "customer_id,since,until", {{4, "C#,2023-01-01,2026-01-01"}}};
constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{5, "O#,2025-01-01,C#,100,60"}, {5, "O#,2026-05-01,C1,80,40"}, {1, "O#,2026-05-01,C1,80,"}},
     .value = 80,
     .n = 5},
    {.header = kHeader, .rows = kThreeYears, .also = {kCustomers}, .value = 720, .n = 4, .variant = "revenue"},
    {.header = kHeader, .rows = kThreeYears, .also = {kCustomers}, .value = 288, .n = 4, .variant = "simple"},
    {.header = kHeader,
     .rows = {{12, "O#,2026-01-01,C1,60,36"}, {12, "O#,2026-05-01,C2,60,36"}},
     .also = {kCustomers},
     .value = {},
     .undefined = "short_history",
     .variant = "simple"},
    {.header = kHeader, .rows = {{3, "O#,2026-05-01,C1,80,"}}, .value = {}, .undefined = "no_data"},
    {.header = kHeader, .rows = kFourYears, .also = {kFour}, .value = 205.71, .n = 4, .variant = "retention_later"},
    {.header = kHeader,
     .rows = kFourYears,
     .also = {kFour},
     .value = 301.71,
     .low = 132.106,
     .high = 725.338,
     .n = 4,
     .variant = "retention"},
    {.header = kHeader,
     .rows = {{12, "O#,2026-01-01,C1,60,36"}, {12, "O#,2026-05-01,C2,60,36"}},
     .also = {kCustomers},
     .value = {},
     .undefined = "short_history",
     .variant = "retention"}};

}  // namespace

PEGEL_MEASURED(clv, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

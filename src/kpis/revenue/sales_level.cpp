#include <algorithm>

#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "kpis/periods.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kUnits, kWon };
constexpr Measure kMeasures[] = {
    {.name = "revenue",
     .take = Take::amount_daily,
     .of = Role::amount,
     .since = Role::at,
     .where = {kOrdered},
     .reach = Reach::ever},
    {.name = "units",
     .take = Take::number_daily,
     .of = Role::qty,
     .since = Role::at,
     .where = {kOrdered},
     .reach = Reach::ever},
    {.name = "revenue",
     .take = Take::amount_daily,
     .of = Role::amount,
     .since = Role::closed,
     .where = {status_is(Status::won)},
     .kind = Kind::deals,
     .reach = Reach::ever},
};
constexpr int kYears = 3;

/// The level of a period and of the same periods of past years that the days reach back to.
template <class P>
struct Levels {
  P now;
  std::vector<P> past;
};

template <class P>
Levels<P> levels(const partial::Daily<P>& days, const Context& context) {
  Levels<P> found{days.between(context.period.start, context.period.end), {}};
  for (int years = 1; years <= kYears; ++years) {
    const Period past = years_before(context.period, context.whole, years);
    const bool known = !days.empty() && int64_t{days.first() - past.start} * 10 <= past.end - past.start;
    if (known) found.past.push_back(days.between(past.start, past.end));
  }
  return found;
}

Estimate index(std::string_view name, Unit unit, double now, const std::vector<double>& past, int64_t n) {
  double sum = 0;
  for (const double level : past) sum += level;
  const double mean = past.empty() ? 0 : sum / static_cast<double>(past.size());
  Estimate estimate;
  estimate.n = n;
  estimate.parts = {
      {name, now, unit}, {"past_mean", mean, unit}, {"years", static_cast<double>(past.size()), Unit::count}};
  if (past.empty() || mean <= 0) {
    estimate.undefined = past.empty() ? "no_reference" : "zero_denominator";
    return estimate;
  }
  estimate.value = 100 * now / mean;
  const auto [least, most] = std::minmax_element(past.begin(), past.end());
  estimate.parts.push_back({"past_least", 100 * *least / mean, Unit::index});
  estimate.parts.push_back({"past_most", 100 * *most / mean, Unit::index});
  return estimate;
}

template <uint8_t kOf>
Estimate by_revenue(const Sums& sums, const Context& context) {
  const auto found = levels(sums.amounts_daily(kOf), context);
  partial::Money all = found.now;
  std::vector<double> past;
  for (const partial::Money& level : found.past) {
    all.merge(level);
    past.push_back(amount_of(level));
  }
  if (const auto why_not = no_sum(all); !why_not.empty()) return undefined(why_not, all.n());
  Estimate estimate = index("revenue", Unit::money, amount_of(found.now), past, found.now.n());
  estimate.currency = dataset::name_of(all.currency());
  return estimate;
}

double units_in(const partial::Sum& sum) { return static_cast<double>(sum.sum) / base::kOne; }

Estimate by_units(const Sums& sums, const Context& context) {
  const auto found = levels(sums.numbers_daily(kUnits), context);
  if (sums.numbers_daily(kUnits).empty()) return undefined("no_data");
  std::vector<double> past;
  for (const partial::Sum& level : found.past) past.push_back(units_in(level));
  return index("units", Unit::count, units_in(found.now), past, found.now.n);
}

constexpr Few<Shape, 6> kShapes{{.top = kUnits, .finish = by_units, .own = {kUnits}},
                                {.top = kRevenue, .finish = by_revenue<kRevenue>, .own = {kRevenue}},
                                {.top = kWon, .finish = by_revenue<kWon>, .own = {kWon}}};

// A day of the period so many `years` before; of weeks and single days 52 weeks a year, as the year before is.
#define PEGEL_YEARS_BACK_SQL(day)                \
  "CASE WHEN first - year_first = 364 THEN " day \
  " - CAST(364 * years AS INTEGER)\n"            \
  "                                    ELSE CAST(" day " - years * INTERVAL '1 year' AS DATE) END"
// Of `value` a row by `day`, where `alike` holds of all rows.
#define PEGEL_LEVEL_SQL(day, value, rows, alike) \
  "WITH dated AS (SELECT " day " AS day, " value                                                                   \
  " AS value, coalesce(currency, '') AS currency\n"                                                                \
  "               FROM " rows " AND " value                                                                        \
  " IS NOT NULL),\n"                                                                                               \
  "     levels AS (SELECT years, coalesce(sum(value), 0) AS level, min(currency) AS one, max(currency) AS other\n" \
  "                FROM period CROSS JOIN (VALUES (0), (1), (2), (3)) AS back (years)\n"                           \
  "                LEFT JOIN dated ON day >= " PEGEL_YEARS_BACK_SQL("first") "\n"                                  \
  "                               AND day < " PEGEL_YEARS_BACK_SQL("last + 1") "\n"                                \
  "                WHERE (SELECT min(day) FROM dated) - " PEGEL_YEARS_BACK_SQL("first") "\n"                       \
  "                      <= (last - first + 1) / 10 OR years = 0 GROUP BY years)\n"                                \
  "SELECT CASE WHEN " alike                                                                                        \
  " THEN 100.0 * (SELECT level FROM levels WHERE years = 0)\n"                                                     \
  "                 / NULLIF((SELECT avg(level) FROM levels WHERE years > 0), 0) END AS value"
#define PEGEL_ONE_CURRENCY "(SELECT min(one) = max(other) FROM levels)"
#define PEGEL_ORDERED "orders WHERE coalesce(order_status, '') <> 'cancelled'"

constexpr Card kCard = {
    .id = "sales_level",
    .name = "Sales level",
    .meaning = "Sales of the period against the mean of the same period in up to three past years: 100 is that mean.",
    .formula = "100 * {units} / {past_mean}",
    .source = "Beside it the least and most of those years; years that the data do not reach back to are left out",
    .kind = Kind::orders,
    .needs = {Role::qty, Role::at},
    .uses = {Role::currency, Role::order_status},
    .unit = Unit::index,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"units", "units ordered", true},
                 {.id = "revenue",
                  .meaning = "revenue of orders",
                  .formula = "100 * {revenue} / {past_mean}",
                  .kind = Kind::orders,
                  .needs = {Role::amount, Role::at},
                  .date = Role::at,
                  .sql = PEGEL_LEVEL_SQL("\"at\"", "amount", PEGEL_ORDERED, PEGEL_ONE_CURRENCY)},
                 {.id = "won",
                  .meaning = "revenue of deals won",
                  .formula = "100 * {revenue} / {past_mean}",
                  .kind = Kind::deals,
                  .needs = {Role::status, Role::amount, Role::closed},
                  .date = Role::closed,
                  .sql = PEGEL_LEVEL_SQL("closed", "amount", "deals WHERE status = 'won'", PEGEL_ONE_CURRENCY)}},
    .sql = PEGEL_LEVEL_SQL("\"at\"", "qty", PEGEL_ORDERED, "TRUE"),
};

constexpr Example kExamples[] = {
    {.header = "order_id,at,qty,amount",
     .rows = {{1, "O#,2023-12-01,900,90"},
              {1, "O#,2024-12-01,1000,200"},
              {1, "O#,2025-12-05,1100,110"},
              {1, "O#,2026-12-31,1150,300"}},
     .value = 115},
    {.header = "order_id,at,qty,amount",
     .rows = {{1, "O#,2024-12-01,1000,200"}, {1, "O#,2025-12-05,1100,100"}, {5, "O#,2026-12-31,1150,60"}},
     .value = 200,
     .n = 5,
     .variant = "revenue"},
    {.header = "order_id,at,qty", .rows = {{5, "O#,2026-12-31,60"}}, .value = {}, .undefined = "no_reference"}};

}  // namespace

PEGEL_MEASURED(sales_level, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include <algorithm>
#include <map>

#include "kpis/estimate.h"
#include "kpis/orders.h"
#include "stats/correlation.h"

#define PEGEL_NPS_SCORES_SQL                                                                    \
  "(question = 'nps' OR NOT EXISTS (SELECT 1 FROM all_responses WHERE question IS NOT NULL))\n" \
  "                  AND coalesce(scale_max, 10) = 10 AND coalesce(scale_min, 0) = 0\n"         \
  "                  AND score = floor(score) AND score BETWEEN 0 AND 10"
#define PEGEL_CSAT_SCORES_SQL                                                                                        \
  "question = 'csat'\n"                                                                                              \
  "                  AND coalesce(scale_max, 5) = 5 AND score = floor(score) AND score BETWEEN coalesce(scale_min, " \
  "1) AND 5"
#define PEGEL_SPENT_SQL "sum(amount) AS y FROM orders\n                WHERE amount IS NOT NULL"
#define PEGEL_DAYS_BOUGHT_SQL                 \
  "count(DISTINCT \"at\") AS y FROM orders\n" \
  "                WHERE \"at\" BETWEEN DATE '1990-01-01' AND CURRENT_DATE"
#define PEGEL_ONE_SCALE_SQL \
  "(SELECT count(DISTINCT scale_max) FROM responses WHERE question = 'csat' AND customer_id IS NOT NULL) <= 1"
#define PEGEL_ONE_CURRENCY_SQL                                                                            \
  "(SELECT count(DISTINCT coalesce(currency, '')) FROM orders\n"                                          \
  "                             WHERE coalesce(order_status, '') <> 'cancelled' AND amount IS NOT NULL\n" \
  "                               AND customer_id IS NOT NULL) = 1"
/// Of customers the ranks of their mean score and of what they `bought`, where it is `one`.
#define PEGEL_LOYALTY_SQL(scores, bought, one)                                                            \
  "WITH scores AS (SELECT customer_id, avg(score) AS x FROM responses\n"                                  \
  "                WHERE customer_id IS NOT NULL AND " scores                                             \
  "\n"                                                                                                    \
  "                GROUP BY customer_id),\n"                                                              \
  "     bought AS (SELECT customer_id, " bought                                                           \
  "\n"                                                                                                    \
  "                  AND coalesce(order_status, '') <> 'cancelled' AND customer_id IS NOT NULL GROUP BY " \
  "customer_id),\n"                                                                                       \
  "     ranks AS (SELECT rank() OVER (ORDER BY x) + (count(*) OVER (PARTITION BY x) - 1) / 2.0 AS x,\n"   \
  "                      rank() OVER (ORDER BY y) + (count(*) OVER (PARTITION BY y) - 1) / 2.0 AS y\n"    \
  "               FROM scores JOIN bought USING (customer_id))\n"                                         \
  "SELECT CASE WHEN count(*) >= 10 AND " one                                                              \
  "\n"                                                                                                    \
  "            THEN corr(x, y) END AS value\n"                                                            \
  "FROM ranks"

namespace pegel::kpis {
namespace {

constexpr std::size_t kEnoughCustomers = 10;

enum : uint8_t { kNps, kCsat, kScales, kSpent, kRevenue, kBought };
constexpr Measure kMeasures[] = {
    {.name = "nps_score",
     .take = Take::amount_apart,
     .of = Role::score,
     .by = Role::customer_id,
     .where = {is(Role::question, Use::other_question, Question::nps), on_scale(10, true), kHasCustomer}},
    {.name = "csat_score",
     .take = Take::amount_apart,
     .of = Role::score,
     .by = Role::customer_id,
     .where = {is(Role::question, Use::other_question, Question::csat), on_scale(5), kHasCustomer}},
    {.name = "scale",
     .take = Take::value,
     .of = Role::scale_max,
     .where = {is(Role::question, Use::other_question, Question::csat), kHasCustomer}},
    {.name = "revenue",
     .take = Take::amount_apart,
     .of = Role::amount,
     .by = Role::customer_id,
     .where = {kOrdered, kHasCustomer},
     .kind = Kind::orders,
     .date = Role::at},
    {.name = "revenue",
     .take = Take::amount,
     .of = Role::amount,
     .where = {kOrdered, kHasCustomer},
     .kind = Kind::orders,
     .date = Role::at},
    {.name = "order_days",
     .take = Take::visit,
     .of = Role::customer_id,
     .since = Role::at,
     .where = {kOrdered},
     .kind = Kind::orders,
     .date = Role::at},
};

/// One value a customer.
using ByCustomer = std::map<uint64_t, double>;

ByCustomer mean_scores(const partial::Pairs& scores) {
  ByCustomer means;
  for (const auto& [customer, sums] : scores.units()) {
    means[customer] = base::to_double(sums.x) / base::to_double(sums.y);
  }
  return means;
}

ByCustomer spent(const Sums& sums) {
  ByCustomer amounts;
  for (const auto& [customer, both] : sums.amounts_apart(kSpent).units()) amounts[customer] = base::to_double(both.x);
  return amounts;
}

ByCustomer days_bought(const Sums& sums) {
  ByCustomer counts;
  sums.visits(kBought).each_customer([&](std::span<const partial::Visit> visits) {
    double days = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) days += i == 0 || visits[i].day != visits[i - 1].day ? 1 : 0;
    counts[visits.front().customer] = days;
  });
  return counts;
}

// Why scores of several scales, or amounts of several currencies, are not held against each other; empty: they are.
std::string_view why_not_scores(const Sums& sums, uint8_t score) {
  bool first = true, mixed = false;
  int64_t scale = 0;
  if (score != kCsat) return {};
  sums.values(kScales).each([&](int64_t value, int64_t) {
    mixed = mixed || (!first && value != scale);
    first = false;
    scale = value;
  });
  return mixed ? "mixed_scale" : "";
}
std::string_view why_not_amounts(const Sums& sums, uint8_t against) {
  return against == kSpent && sums.amount(kRevenue).mixed() ? "mixed_currency" : "";
}

Estimate together(const Sums& sums, uint8_t score, uint8_t against) {
  const ByCustomer scores = mean_scores(sums.amounts_apart(score));
  const ByCustomer others = against == kSpent ? spent(sums) : days_bought(sums);
  std::vector<double> x, y;
  for (const auto& [customer, value] : scores) {
    const auto other = others.find(customer);
    if (other == others.end()) continue;
    x.push_back(value);
    y.push_back(other->second);
  }
  const auto n = static_cast<int64_t>(x.size());
  if (n == 0) return undefined("no_data");
  Parts parts{{"customers", static_cast<double>(n), Unit::count}};
  for (const auto why_not : {why_not_scores(sums, score), why_not_amounts(sums, against)}) {
    if (!why_not.empty()) return undefined(why_not, n, std::move(parts));
  }
  if (x.size() < kEnoughCustomers) return undefined("few", n, std::move(parts));
  const auto rho = stats::spearman(x, y);
  if (!rho) return undefined("no_spread", n, std::move(parts));
  Estimate estimate;
  estimate.value = rho->value;
  estimate.n = n;
  parts.insert(parts.begin(), {"rho", rho->value, Unit::ratio});
  estimate.parts = std::move(parts);
  bracket(estimate, "bonett_wright", rho->interval);
  return estimate;
}

template <uint8_t Score, uint8_t Against>
Estimate correlation(const Sums& sums, const Context&) {
  return together(sums, Score, Against);
}

Table side_by_side(const Sums& sums, const Context&) {
  Table table{.id = "correlations",
              .kpi = {},
              .title = {},
              .columns = {{"kpi", "text"},
                          {"against", "text"},
                          {"rho", "ratio"},
                          {"rho_low", "ratio"},
                          {"rho_high", "ratio"},
                          {"customers", "count"}},
              .rows = {},
              .notes = {"not_cause"}};
  for (const uint8_t score : {kNps, kCsat}) {
    for (const uint8_t against : {kSpent, kBought}) {
      const Estimate estimate = together(sums, score, against);
      if (estimate.n == 0) continue;
      table.rows.push_back({{{}, score == kNps ? "nps" : "csat"},
                            {{}, against == kSpent ? "revenue" : "purchase_frequency"},
                            {estimate.value, std::string(estimate.undefined)},
                            {estimate.low, {}},
                            {estimate.high, {}},
                            {static_cast<double>(estimate.n), {}}});
    }
  }
  return table;
}

constexpr Few<Shape, 6> kShapes{{.top = kNps, .finish = correlation<kNps, kSpent>},
                                {.top = kNps, .finish = correlation<kNps, kBought>},
                                {.top = kCsat, .finish = correlation<kCsat, kSpent>},
                                {.top = kCsat, .finish = correlation<kCsat, kBought>}};

constexpr Card kCard = {
    .id = "loyalty_correlation",
    .name = "Do loyal customers buy more?",
    .meaning =
        "How far the scores that customers give go with what they buy: 1 means always together, 0 not at all, -1 "
        "always "
        "against each other. Correlation is not cause.",
    .formula = "{rho}: {customers}",
    .source =
        "Spearman's rank correlation over customers with both, of their mean score in the period with their orders in "
        "it; from ten customers on; interval: Bonett and Wright 2000. Correlation is not cause",
    .kind = Kind::responses,
    .needs = {Role::score, Role::customer_id},
    .also = {{Kind::orders, Role::customer_id}, {Kind::orders, Role::amount}, {Kind::orders, Role::at}},
    .uses = {Role::question, Role::at, Role::scale_max},
    .unit = Unit::ratio,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"nps_revenue", "NPS score with the amount of orders", true},
                 {.id = "nps_orders",
                  .meaning = "NPS score with the number of days of purchase",
                  .sql = PEGEL_LOYALTY_SQL(PEGEL_NPS_SCORES_SQL, PEGEL_DAYS_BOUGHT_SQL, "TRUE")},
                 {.id = "csat_revenue",
                  .meaning = "satisfaction with the amount of orders",
                  .sql = PEGEL_LOYALTY_SQL(PEGEL_CSAT_SCORES_SQL, PEGEL_SPENT_SQL,
                                           PEGEL_ONE_SCALE_SQL " AND " PEGEL_ONE_CURRENCY_SQL)},
                 {.id = "csat_orders",
                  .meaning = "satisfaction with the number of days of purchase",
                  .sql = PEGEL_LOYALTY_SQL(PEGEL_CSAT_SCORES_SQL, PEGEL_DAYS_BOUGHT_SQL, PEGEL_ONE_SCALE_SQL)}},
    .sql = PEGEL_LOYALTY_SQL(PEGEL_NPS_SCORES_SQL, PEGEL_SPENT_SQL, PEGEL_ONE_CURRENCY_SQL),
};

constexpr std::string_view kHeader = "response_id,at,question,score,customer_id";
constexpr Few<ExampleRows, 36> kScores{
    {1, "R#,2026-04-01,nps,0,C1"}, {1, "R#,2026-04-01,nps,3,C2"},  {1, "R#,2026-04-01,nps,4,C3"},
    {1, "R#,2026-04-01,nps,5,C4"}, {1, "R#,2026-04-01,nps,6,C5"},  {1, "R#,2026-04-01,nps,7,C6"},
    {1, "R#,2026-04-01,nps,7,C7"}, {1, "R#,2026-04-01,nps,10,C8"}, {1, "R#,2026-05-01,nps,6,C8"},
    {1, "R#,2026-04-01,nps,9,C9"}, {1, "R#,2026-04-01,nps,10,C0"}, {1, "R#,2026-04-01,csat,1,C0"},
    {1, "R#,2026-04-01,nps,10,X"}};
constexpr ExampleFile kOrders{Kind::orders,
                              "order_id,at,customer_id,amount,order_status",
                              {{1, "O#,2026-03-01,C1,20,"},
                               {1, "O#,2026-03-01,C2,10,"},
                               {1, "O#,2026-03-01,C3,40,"},
                               {1, "O#,2026-03-01,C4,30,"},
                               {1, "O#,2026-03-01,C5,60,"},
                               {1, "O#,2026-03-01,C6,50,"},
                               {1, "O#,2026-03-01,C7,80,"},
                               {1, "O#,2026-03-01,C8,70,"},
                               {1, "O#,2026-03-01,C9,95,"},
                               {1, "O#,2026-03-01,C0,50,"},
                               {1, "O#,2026-03-02,C0,50,"},
                               {1, "O#,2026-03-02,C1,999,cancelled"}}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kScores, .also = {kOrders}, .value = 0.936175, .n = 10},
    {.header = kHeader, .rows = kScores, .also = {kOrders}, .value = 0.523823, .n = 10, .variant = "nps_orders"},
    {.header = kHeader,
     .rows = kScores,
     .also = {kOrders},
     .value = {},
     .n = 1,
     .undefined = "few",
     .variant = "csat_revenue"},
    {.header = kHeader,
     .rows = {{12, "R#,2026-04-01,nps,9,C#"}},
     .also = {kOrders},
     .value = {},
     .n = 9,
     .undefined = "few"}};

}  // namespace

PEGEL_MEASURED_WITH_TABLE(loyalty_correlation, kCard, kMeasures, kShapes, kExamples, side_by_side)

}  // namespace pegel::kpis

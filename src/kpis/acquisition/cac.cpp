#include <algorithm>

#include "kpis/acquired.h"
#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kSpend, kMedia, kNew, kBegins, kEnds, kSpendDays, kNewDays, kCycle };
constexpr Measure kMeasures[] = {
    {.name = "spend", .take = Take::amount, .of = Role::amount},
    {.name = "spend",
     .take = Take::amount,
     .of = Role::amount,
     .where = {is(Role::spend_kind, Use::other_type, SpendKind::media)}},
    {.name = "new_customers",
     .take = Take::row_daily,
     .since = Role::since,
     .kind = Kind::customers,
     .date = Role::since},
    kSpendBegins,
    kSpendEnds,
    {.name = "spend",
     .take = Take::amount_daily,
     .of = Role::amount,
     .since = Role::period_start,
     .reach = Reach::ever},
    {.name = "new_customers",
     .take = Take::row_daily,
     .since = Role::since,
     .kind = Kind::customers,
     .reach = Reach::ever},
    {.name = "cycle",
     .take = Take::days,
     .of = Role::closed,
     .since = Role::created,
     .where = {status_is(Status::won)},
     .kind = Kind::deals,
     .reach = Reach::company},
};

template <uint8_t Spend>
Estimate cost_of(const Sums& sums, const Context&) {
  return cost_of_customers(sums, {Spend, kNew, kBegins, kEnds});
}
// Cost of a day is held against the customers who came as many days later as half of the deals won took at most.
Estimate lagged(const Sums& sums, const Context& context) {
  const partial::Quantiles& cycle = sums.values(kCycle);
  const auto& spend_days = sums.amounts_daily(kSpendDays);
  if (cycle.n() == 0 || spend_days.empty()) return undefined("no_data");
  const auto lag = static_cast<Day>(cycle.quantile(0.5) + 0.5);
  const Period time = spending_time(sums, kBegins, kEnds);
  const Day from = std::max(context.period.start, time.start + lag);
  const Day until = std::min(context.period.end, time.end + lag);
  const partial::Money spend = spend_days.between(from - lag, until - lag);
  if (const auto why_not = no_sum(spend); !why_not.empty()) return undefined(why_not, spend.n());
  const int64_t customers = sums.rows_daily(kNewDays).between(from, until).n;
  return cost_each(spend, "new_customers", customers, Part{"cycle", static_cast<double>(lag), Unit::days});
}

constexpr Few<Shape, 6> kShapes{
    {.top = kSpend, .finish = cost_of<kSpend>, .own = {kSpend, kNew, kBegins, kEnds}},
    {.top = kMedia, .finish = cost_of<kMedia>, .own = {kMedia, kNew, kBegins, kEnds}},
    {.top = kSpendDays, .finish = lagged, .own = {kSpendDays, kNewDays, kCycle, kBegins, kEnds}, .all_days = true}};

constexpr Card kCard = {
    .id = "cac",
    .name = "Customer acquisition cost",
    .meaning = "What was spent on marketing and sales for each new customer of the same time.",
    .formula = "{spend} / {new_customers}",
    .source =
        "All cost of the spend file, salaries too where it has them; customers of the months for which there is any. "
        "Interval: exact Poisson of their number, the cost taken as spent",
    .kind = Kind::spend,
    .needs = {Role::amount, Role::period_start},
    .also = {{Kind::customers, Role::since}},
    .uses = {Role::spend_kind, Role::currency},
    .unit = Unit::money,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::period_start,
    .variants = {{"all", "all cost / new customers", true},
                 {.id = "media",
                  .meaning = "cost of media / new customers",
                  .sql = PEGEL_COST_EACH_SQL(" AND spend_kind = 'media'", PEGEL_NEW_CUSTOMERS_SQL)},
                 {"lagged",
                  "cost of the time before, by the median cycle",
                  false,
                  true,
                  "",
                  Kind::none,
                  {},
                  Role::none,
                  "WITH " PEGEL_SPENDING_TIME_SQL ",\n"
                  "     cycle AS (SELECT CAST(floor(median(closed - created) + 0.5) AS INTEGER) AS lag FROM all_deals\n"
                  "               WHERE status = 'won' AND created >= DATE '1990-01-01'\n"
                  "                 AND closed BETWEEN created AND CURRENT_DATE),\n"
                  "     days AS (SELECT greatest(period.first, time.first + lag) AS a,\n"
                  "                     least(period.last, time.last + lag) AS b, lag FROM period, time, cycle)\n"
                  "SELECT (SELECT " PEGEL_ONE_SUM_SQL(
                      "amount") " FROM spend, days\n"
                                "        WHERE amount IS NOT NULL AND period_start + lag BETWEEN a AND b\n"
                                "          AND period_start BETWEEN DATE '1990-01-01' AND CURRENT_DATE) * 1.0\n"
                                "       / NULLIF((SELECT count(*) FROM customers, days WHERE since BETWEEN a AND "
                                "least(b, CURRENT_DATE)), 0)\n"
                                "       AS value",
                  {},
                  {},
                  {},
                  {{Kind::deals, Role::created}, {Kind::deals, Role::status}}}},
    .sql = PEGEL_COST_EACH_SQL("", PEGEL_NEW_CUSTOMERS_SQL),
};

constexpr ExampleFile kSixty{
    Kind::customers,
    "customer_id,since",
    {{30, "C#,2026-02-03"}, {30, "D#,2026-03-20"}, {4, "E#,"}, {9, "F#,2025-11-30"}, {5, "G#,2026-04-01"}}};
constexpr Example kExamples[] = {
    {.header = "period_start,amount,spend_kind",
     .rows = {{1, "2026-02-01,10000,media"}, {1, "2026-02-01,2000,salary"}, {1, "2026-03-01,12000,media"}},
     .also = {kSixty},
     .value = 400,
     .low = 310.752449,
     .high = 524.174022,
     .n = 60},
    {.header = "period_start,amount,spend_kind",
     .rows = {{1, "2026-02-01,10000,media"}, {1, "2026-02-01,2000,salary"}, {1, "2026-03-01,12000,media"}},
     .also = {kSixty},
     .value = 366.666667,
     .n = 60,
     .variant = "media"},
    {.header = "period_start,amount",
     .rows = {{1, "2026-02-01,10000"}},
     .also = {{Kind::customers, "customer_id,since", {{4, "E#,"}}}},
     .value = {},
     .undefined = "zero_denominator"},
    {.header = "period_start,amount",
     .rows = {{1, "2026-02-01,12000"}, {1, "2026-03-01,18000"}, {1, "2026-04-01,50000"}},
     .also = {{Kind::deals,
               "deal_id,status,created,closed",
               {{1, "D#,won,2026-01-01,2026-01-21"},
                {1, "D#,won,2026-01-01,2026-01-31"},
                {1, "D#,won,2026-01-01,2026-02-10"},
                {2, "D#,lost,2026-01-01,2026-09-01"}}},
              {Kind::customers,
               "customer_id,since",
               {{9, "C#,2026-03-02"}, {20, "D#,2026-03-03"}, {30, "E#,2026-04-30"}, {7, "F#,2026-05-31"}}}},
     .value = 1600,
     .n = 50,
     .variant = "lagged"},
    {.header = "period_start,amount",
     .rows = {{1, "2026-02-01,10000"}},
     .also = {kSixty, {Kind::deals, "deal_id,status,created,closed", {{3, "D#,lost,2026-01-01,2026-02-02"}}}},
     .value = {},
     .undefined = "no_data",
     .variant = "lagged"}};

}  // namespace

PEGEL_MEASURED(cac, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

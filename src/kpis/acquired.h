#pragma once
// What customers cost, and brought, in the time for which there is spending: from its first month to the end of its last.
// Those of other times cost something, too, which nobody wrote down.

#include "kpis/sums.h"
#include "pegel/plan.h"
#include "pegel/report.h"

/// SQL of that time: a table `time` of one row, its days `first` and `last`; to be put after WITH.
#define PEGEL_SPENDING_TIME_SQL                                                                                        \
  "time AS (SELECT CAST(date_trunc('month', min(day) FILTER (WHERE begins)) AS DATE) AS first, last_day(max(day)) AS " \
  "last\n"                                                                                                             \
  "         FROM (SELECT period_start AS day, TRUE AS begins, amount FROM all_spend\n"                                 \
  "               UNION ALL SELECT period_end, FALSE, amount FROM all_spend) AS days\n"                                \
  "         WHERE amount IS NOT NULL AND day BETWEEN DATE '1990-01-01' AND CURRENT_DATE)"
/// Whether a day lies in it.
#define PEGEL_IN_SPENDING_TIME_SQL(day) day " BETWEEN first AND least(last, CURRENT_DATE)"
/// The sum of `amount`, where all are of one currency.
#define PEGEL_ONE_SUM_SQL(amount) "CASE WHEN count(DISTINCT coalesce(currency, '')) = 1 THEN sum(" amount ") END"
/// Spending that meets `spent`, by what is `counted` of that time.
#define PEGEL_COST_EACH_SQL(spent, counted)                                                             \
  "WITH " PEGEL_SPENDING_TIME_SQL                                                                       \
  "\nSELECT (SELECT " PEGEL_ONE_SUM_SQL("amount") " FROM spend\n        WHERE amount IS NOT NULL" spent \
                                                  ") * 1.0\n"                                           \
                                                  "       / NULLIF((SELECT " counted "), 0) AS value"
#define PEGEL_NEW_CUSTOMERS_SQL "count(*) FROM customers, time WHERE " PEGEL_IN_SPENDING_TIME_SQL("since")

namespace pegel::kpis {

constexpr Condition kSpent = numbered(Role::amount, Use::no_amount);

/// The days of all spending, wherever else it is counted: when each of it begins, and ends where that is said.
inline constexpr Measure kSpendBegins{.name = "spend_begins",
                                      .take = Take::row_daily,
                                      .since = Role::period_start,
                                      .where = {kSpent},
                                      .kind = Kind::spend,
                                      .reach = Reach::company};
inline constexpr Measure kSpendEnds{.name = "spend_ends",
                                    .take = Take::row_daily,
                                    .since = Role::period_end,
                                    .where = {kSpent},
                                    .kind = Kind::spend,
                                    .reach = Reach::company};

/// Positions of Measures in a KPI's list: a sum of spending, customers, or what else is acquired, by day, and the two above.
struct Acquisition {
  uint8_t spend = 0;
  uint8_t customers = 0;
  uint8_t begins = 0;
  uint8_t ends = 0;
  uint8_t all = kNoMeasure;  ///< customers, those too of whom nobody knows what brought them
};

/// Whole months; empty where there is no spending.
Period spending_time(const Sums& sums, uint8_t begins, uint8_t ends);

/// Spending, that can be added, by as many customers as are named so, with both as parts and `more`, and the interval of
/// their number (bracket_by_events); "zero_denominator" without customers.
Estimate cost_each(const partial::Money& spend, std::string_view name, int64_t customers,
                   const std::optional<Part>& more);

/// Spending by the customers of its time, with the parts "spend" and that of the customers, and "unattributed", the share
/// of all customers that are not among them, where `all` are given; "no_data" without spending,
/// "zero_denominator" without customers, "mixed_currency". Days of an id count it once (Take::visit), others each row.
Estimate cost_of_customers(const Sums& sums, const Acquisition& at);

}  // namespace pegel::kpis

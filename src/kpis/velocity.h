#pragma once
// How fast deals bring money: opportunities * win rate * deal size / cycle.

#include "kpis/sums.h"

/// SQL of the money a day, of a number of `opportunities` that SQL gives over deals.
#define PEGEL_VELOCITY_SQL(opportunities)                                                                           \
  "SELECT CASE WHEN currencies = 1\n"                                                                               \
  "            THEN opportunities * won * 1.0 / decided * size / CASE WHEN cycle < 1 THEN 1 ELSE cycle END END AS " \
  "value\n"                                                                                                         \
  "FROM (SELECT " opportunities                                                                                     \
  " AS opportunities,\n"                                                                                            \
  "             count(*) FILTER (WHERE status IN ('won', 'lost')) AS decided,\n"                                    \
  "             count(*) FILTER (WHERE status = 'won') AS won,\n"                                                   \
  "             avg(amount) FILTER (WHERE status = 'won' AND amount <> 0) AS size,\n"                               \
  "             count(DISTINCT coalesce(currency, '')) FILTER (WHERE status = 'won' AND amount <> 0) AS "           \
  "currencies,\n"                                                                                                   \
  "             median(closed - created) FILTER (WHERE status = 'won' AND created >= DATE '1990-01-01'\n"           \
  "                                                AND closed BETWEEN created AND CURRENT_DATE) AS "                \
  "cycle\n"                                                                                                         \
  "      FROM deals) AS factors"
#define PEGEL_DECIDED_SQL "count(*) FILTER (WHERE status IN ('won', 'lost'))"
#define PEGEL_MEAN_CYCLE_SQL                           \
  "SELECT avg(closed - created) AS value FROM deals\n" \
  "WHERE status = 'won' AND created >= DATE '1990-01-01' AND closed BETWEEN created AND CURRENT_DATE"

namespace pegel::kpis {

struct Context;

constexpr Measure kDecidedDeals{
    .name = "decided", .take = Take::deal, .where = {decided_status()}, .kind = Kind::deals, .date = Role::closed};
constexpr Measure kWonRevenue{.name = "won",
                              .take = Take::amount,
                              .of = Role::amount,
                              .where = {status_is(Status::won)},
                              .kind = Kind::deals,
                              .date = Role::closed};

/// Positions of Measures in a KPI's list: the two above, and the number of deals open now where that is looked at instead
/// of those decided.
struct VelocityMeasures {
  uint8_t decided = 0;
  uint8_t won = 0;
  uint8_t open = kNoMeasure;
};

/// Money a day; the cycle is the median, at least a day. Interval over the decided deals, from five on: the four factors
/// depend on each other. "no_data" without a deal won that has an amount and one that has its days, "mixed_currency".
Estimate velocity(const Sums& sums, const Context& context, const VelocityMeasures& at);

/// The mean of days to win, with the median and the deals that fit into 30 days; "no_data" without any.
Estimate mean_cycle(const partial::Quantiles& days, const Context& context);

}  // namespace pegel::kpis

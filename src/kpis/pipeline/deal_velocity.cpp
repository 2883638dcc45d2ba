#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

constexpr Measure kMeasures[] = {
    {.name = "won", .take = Take::days, .of = Role::closed, .since = Role::created, .where = {status_is(Status::won)}},
};

Estimate velocity_of(const Sums& sums, const Context& context) {
  const partial::Quantiles& days = sums.values(0);
  Estimate estimate = mean(days, 1, context.plan.seed, {{"won", static_cast<double>(days.n()), Unit::count}});
  if (!estimate.value) return estimate;
  estimate.parts.push_back({"mean", *estimate.value, Unit::days});
  estimate.parts.push_back({"median", days.quantile(0.5), Unit::days});
  if (*estimate.value > 0) estimate.parts.push_back({"per_30_days", 30 / *estimate.value, Unit::count});
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.finish = velocity_of}};

constexpr Card kCard = {
    .id = "deal_velocity",
    .name = "Deal velocity",
    .meaning = "The mean number of days from a deal's creation to winning it: the fewer, the faster deals move.",
    .formula = "mean of {won} durations = {mean}",
    .source = "Time to reach the sale; as deals that fit into 30 days one after the other: 30 / mean",
    .kind = Kind::deals,
    .needs = {Role::status, Role::created, Role::closed},
    .uses = {},
    .unit = Unit::days,
    .direction = Direction::down,
    .semantic = Semantic::duration,
    .date = Role::closed,
    .variants = {{"mean", "mean days from created to won", true},
                 {"median", "median days: see sales_cycle_length", false, false},
                 {"money", "money a day: see sales_velocity", false, false}},
    .sql =
        "SELECT avg(closed - created) AS value FROM deals\n"
        "WHERE status = 'won' AND created >= DATE '1990-01-01' AND closed BETWEEN created AND CURRENT_DATE",
};

constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed",
                                  .rows = {{1, "D#,won,2026-01-01,2026-01-13"},
                                           {1, "D#,won,2026-01-01,2026-01-19"},
                                           {1, "D#,won,2026-01-01,2026-01-22"},
                                           {1, "D#,won,2026-01-01,2026-01-26"},
                                           {1, "D#,won,2026-01-01,2026-01-29"},
                                           {1, "D#,won,2026-01-01,2026-01-31"},
                                           {1, "D#,won,2026-01-01,2026-02-04"},
                                           {1, "D#,won,2026-01-01,2026-02-11"},
                                           {1, "D#,won,2026-01-01,2026-02-25"},
                                           {1, "D#,won,2026-01-01,2026-05-17"},
                                           {1, "D#,won,2026-02-01,2026-01-25"}},
                                  .value = 40,
                                  .low = 14.344483,
                                  .high = 65.655517,
                                  .n = 10},
                                 {.header = "deal_id,status,created,closed",
                                  .rows = {{2, "D#,lost,2026-01-01,2026-01-20"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(deal_velocity, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include "kpis/estimate.h"
#include "kpis/kpi.h"
#include "kpis/velocity.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kDays, kDecided, kWon };
constexpr Measure kMeasures[] = {
    {.name = "won", .take = Take::days, .of = Role::closed, .since = Role::created, .where = {status_is(Status::won)}},
    kDecidedDeals,
    kWonRevenue,
};

Estimate in_days(const Sums& sums, const Context& context) { return mean_cycle(sums.values(kDays), context); }
// The bounds change places.
Estimate in_a_month(const Sums& sums, const Context& context) {
  Estimate estimate = in_days(sums, context);
  if (!estimate.value) return estimate;
  const double days = *estimate.value;
  if (days == 0) return undefined("zero_denominator", estimate.n, std::move(estimate.parts));
  estimate.value = 30 / days;
  const bool bounded = estimate.low && *estimate.low > 0;
  const auto low = bounded ? std::optional(30 / *estimate.high) : std::nullopt;
  estimate.high = bounded ? std::optional(30 / *estimate.low) : std::nullopt;
  estimate.low = low;
  if (!bounded) estimate.method = {};
  return estimate;
}
Estimate in_money(const Sums& sums, const Context& context) { return velocity(sums, context, {kDecided, kWon}); }

constexpr Few<Shape, 6> kShapes{{.finish = in_days, .own = {kDays}},
                                {Form::median, kDays},
                                {.top = kDecided, .finish = in_money, .own = {kDecided, kWon}},
                                {.top = kDays, .finish = in_a_month, .own = {kDays}}};

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
    .variants =
        {{"mean", "mean days from created to won", true},
         {"median", "median days: see sales_cycle_length", false, true,
          "median of {won} durations = {median} (mean {mean})"},
         {"money",
          "money a day: see sales_velocity",
          false,
          true,
          "{opportunities} * {win_rate} * {deal_size} / {cycle}",
          Kind::deals,
          {Role::status, Role::created, Role::closed, Role::amount},
          Role::closed,
          PEGEL_VELOCITY_SQL(PEGEL_DECIDED_SQL),
          Unit::money_per_day,
          Direction::up,
          Semantic::flow},
         {.id = "per_month",
          .meaning = "deals that fit into 30 days one after the other",
          .formula = "30 / {mean}",
          .sql = "SELECT 30.0 / NULLIF(avg(closed - created), 0) AS value FROM deals\n"
                 "WHERE status = 'won' AND created >= DATE '1990-01-01' AND closed BETWEEN created AND CURRENT_DATE",
          .unit = Unit::ratio,
          .direction = Direction::up}},
    .sql = PEGEL_MEAN_CYCLE_SQL,
};

constexpr std::string_view kHeader = "deal_id,status,created,closed";
constexpr Few<ExampleRows, 36> kDurations{
    {1, "D#,won,2026-01-01,2026-01-13"}, {1, "D#,won,2026-01-01,2026-01-19"}, {1, "D#,won,2026-01-01,2026-01-22"},
    {1, "D#,won,2026-01-01,2026-01-26"}, {1, "D#,won,2026-01-01,2026-01-29"}, {1, "D#,won,2026-01-01,2026-01-31"},
    {1, "D#,won,2026-01-01,2026-02-04"}, {1, "D#,won,2026-01-01,2026-02-11"}, {1, "D#,won,2026-01-01,2026-02-25"},
    {1, "D#,won,2026-01-01,2026-05-17"}, {1, "D#,won,2026-02-01,2026-01-25"}};
constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed",
     .rows = kDurations,
     .value = 40,
     .low = 14.344483,
     .high = 65.655517,
     .n = 10},
    {.header = "deal_id,status,created,closed",
     .rows = {{2, "D#,lost,2026-01-01,2026-01-20"}},
     .value = {},
     .undefined = "no_data"},
    {.header = kHeader, .rows = kDurations, .value = 29, .low = 18, .high = 55, .n = 10, .variant = "median"},
    {.header = kHeader,
     .rows = kDurations,
     .value = 0.75,
     .low = 0.456913,
     .high = 2.091397,
     .n = 10,
     .variant = "per_month"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{10, "D#,won,2026-01-01,2026-02-20,8000"}, {30, "D#,lost,2026-01-06,2026-02-11,5000"}},
     .value = 1600,
     .n = 40,
     .variant = "money"}};

}  // namespace

PEGEL_MEASURED(deal_velocity, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

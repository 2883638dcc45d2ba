#include "kpis/kpi.h"
#include "kpis/velocity.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kWon, kDecided };
constexpr Measure kMeasures[] = {
    {.name = "won", .take = Take::days, .of = Role::closed, .since = Role::created, .where = {status_is(Status::won)}},
    {.name = "decided", .take = Take::days, .of = Role::closed, .since = Role::created, .where = {decided_status()}},
};
Estimate in_mean(const Sums& sums, const Context& context) { return mean_cycle(sums.values(kWon), context); }

constexpr Few<Shape, 6> kShapes{
    {Form::median, kWon}, {.top = kWon, .finish = in_mean, .own = {kWon}}, {Form::median, kDecided}};

constexpr Card kCard = {
    .id = "sales_cycle_length",
    .name = "Sales cycle length",
    .meaning = "The median number of days from a deal's creation to winning it.",
    .formula = "median of {won} durations = {median} (mean {mean})",
    .source = "Won deals; interval: order statistics, exact cover of at least 95 %",
    .kind = Kind::deals,
    .needs = {Role::status, Role::created, Role::closed},
    .uses = {},
    .unit = Unit::days,
    .direction = Direction::down,
    .semantic = Semantic::duration,
    .date = Role::closed,
    .variants = {{"median", "median days from created to won", true},
                 {"mean",
                  "mean days from created to won: see deal_velocity",
                  false,
                  true,
                  "mean of {won} durations = {mean}",
                  Kind::none,
                  {},
                  Role::none,
                  PEGEL_MEAN_CYCLE_SQL},
                 {"decided", "median days from created to won or lost", false, true,
                  "median of {decided} durations = {median} (mean {mean})"}},
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed",
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
              {1, "D#,won,2026-02-01,2026-01-25"},
              {1, "D#,lost,2026-01-01,2026-01-02"}},
     .value = 29,
     .low = 18,
     .high = 55,
     .n = 10},
    {.header = "deal_id,status,created,closed", .rows = {{3, "D#,won,2026-01-01,2026-01-01"}}, .value = 0, .n = 3},
    {.header = "deal_id,status,created,closed",
     .rows = {{1, "D#,won,2026-02-01,2026-01-01"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "deal_id,status,created,closed",
     .rows = {{1, "D#,won,2026-01-01,2026-01-11"},
              {1, "D#,lost,2026-01-01,2026-01-21"},
              {1, "D#,lost,2026-01-01,2026-01-31"},
              {1, "D#,open,2026-01-01,"}},
     .value = 20,
     .n = 3,
     .variant = "decided"},
    {.header = "deal_id,status,created,closed",
     .rows = {{1, "D#,won,2026-01-01,2026-01-11"},
              {1, "D#,won,2026-01-01,2026-01-21"},
              {1, "D#,won,2026-01-01,2026-03-02"},
              {1, "D#,lost,2026-01-01,2026-01-31"}},
     .value = 30,
     .n = 3,
     .variant = "mean"}};

}  // namespace

PEGEL_MEASURED(sales_cycle_length, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

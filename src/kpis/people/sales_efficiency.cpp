#include "kpis/acquired.h"
#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kActivities, kWon, kSpend, kWonDays, kBegins, kEnds, kCycle };
constexpr Measure kMeasures[] = {
    {.name = "activities"},
    {.name = "won", .where = {status_is(Status::won)}, .kind = Kind::deals, .date = Role::closed},
    {.name = "spend", .take = Take::amount, .of = Role::amount, .kind = Kind::spend, .date = Role::period_start},
    {.name = "won",
     .take = Take::row_daily,
     .since = Role::closed,
     .where = {status_is(Status::won)},
     .kind = Kind::deals,
     .date = Role::closed},
    kSpendBegins,
    kSpendEnds,
    {.name = "won",
     .take = Take::days,
     .of = Role::closed,
     .since = Role::created,
     .where = {status_is(Status::won)},
     .kind = Kind::deals,
     .date = Role::closed},
};

Estimate cost(const Sums& sums, const Context&) { return cost_of_customers(sums, {kSpend, kWonDays, kBegins, kEnds}); }

constexpr Few<Shape, 6> kShapes{{.form = Form::per, .top = kActivities, .bottom = kWon, .spread = {kWon}},
                                {.top = kSpend, .finish = cost, .own = {kSpend, kWonDays, kBegins, kEnds}},
                                {Form::median, kCycle}};

constexpr Card kCard = {
    .id = "sales_efficiency",
    .name = "Activities per deal won",
    .meaning = "How many calls, visits, mails and meetings there were for each deal won in the same time.",
    .formula = "{activities} / {won}",
    .source =
        "Efficiency stands beside effectiveness: win rate and deal size. Interval: exact Poisson of the deals won, the "
        "effort taken as spent",
    .kind = Kind::activities,
    .needs = {Role::at},
    .also = {{Kind::deals, Role::status}},
    .unit = Unit::ratio,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants =
        {{"activities", "activities / deals won", true},
         {"cost",
          "cost / deals won",
          false,
          true,
          "{spend} / {won}",
          Kind::spend,
          {Role::amount, Role::period_start},
          Role::period_start,
          PEGEL_COST_EACH_SQL(
              "", "count(*) FROM deals, time\n                 WHERE status = 'won' AND " PEGEL_IN_SPENDING_TIME_SQL(
                      "closed")),
          Unit::money,
          {},
          {},
          {{Kind::deals, Role::status}, {Kind::deals, Role::closed}},
          false},
         {"cycle",
          "median days to win: see sales_cycle_length",
          false,
          true,
          "median of {won} durations = {median} (mean {mean})",
          Kind::deals,
          {Role::status, Role::created, Role::closed},
          Role::closed,
          "",
          Unit::days,
          {},
          Semantic::duration,
          {},
          false}},
};

constexpr Example kExamples[] = {
    {.header = "activity_id,at,activity_type",
     .rows = {{300, "A#,2026-03-02,call_out"}, {120, "B#,2026-03-09,visit"}},
     .also = {{Kind::deals,
               "deal_id,status,created,closed",
               {{21, "D#,won,2026-01-05,2026-03-10"}, {9, "D#,lost,2026-01-05,2026-03-10"}}}},
     .value = 20,
     .low = 13.0838143,
     .high = 32.309355,
     .n = 21},
    {.header = "activity_id,at,activity_type",
     .rows = {{3, "A#,2026-03-02,call_out"}},
     .also = {{Kind::deals, "deal_id,status,created,closed", {{9, "D#,lost,2026-01-05,2026-03-10"}}}},
     .value = {},
     .undefined = "zero_denominator"},
    {.header = "period_start,amount",
     .rows = {{1, "2026-03-01,9000"}, {1, "2026-04-01,3000"}},
     .also = {{Kind::deals,
               "deal_id,status,created,closed",
               {{20, "D#,won,2026-01-05,2026-03-10"},
                {10, "D#,won,2026-01-05,2026-04-30"},
                {5, "D#,won,2026-01-05,2026-05-01"},
                {9, "D#,lost,2026-01-05,2026-03-10"}}}},
     .value = 400,
     .n = 30,
     .variant = "cost"},
    {.header = "deal_id,status,created,closed",
     .rows = {{3, "D#,won,2026-03-01,2026-03-11"},
              {2, "D#,won,2026-03-01,2026-03-21"},
              {4, "D#,lost,2026-03-01,2026-03-02"}},
     .value = 10,
     .n = 5,
     .variant = "cycle"}};

}  // namespace

PEGEL_MEASURED(sales_efficiency, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

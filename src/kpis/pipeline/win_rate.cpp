#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

enum : uint8_t {
  kWon,
  kDecided,
  kWonAmount,
  kDecidedAmount,
  kCohortWon,
  kCohort,
  kOverdue,
  kWonSquares,
  kDecidedSquares
};
constexpr Measure squares_of(Condition status) {
  return {.name = "decided", .take = Take::squares, .of = Role::amount, .where = {status}};
}
constexpr Measure kMeasures[] = {
    {.name = "won", .where = {status_is(Status::won)}},
    {.name = "decided", .where = {decided_status()}},
    {.name = "won", .take = Take::amount, .of = Role::amount, .where = {status_is(Status::won)}},
    {.name = "decided", .take = Take::amount, .of = Role::amount, .where = {decided_status()}},
    {.name = "won", .where = {status_is(Status::won)}, .date = Role::created},
    {.name = "prospects", .where = {known_status()}, .date = Role::created},
    {.name = "overdue",
     .where = {status_is(Status::open), over(Role::expected_close, 0)},
     .date = Role::expected_close},
    squares_of(status_is(Status::won)),
    squares_of(decided_status()),
};

// Open deals past the day they were expected to close taken for lost ones.
Estimate with_overdue(const Sums& sums, const Context&) {
  partial::Ratio ratio;
  ratio.x.n = sums.rows(kWon);
  ratio.n.n = sums.rows(kDecided) + sums.rows(kOverdue);
  return share(ratio, {{"won", static_cast<double>(ratio.x.n), Unit::count},
                       {"lost", static_cast<double>(sums.rows(kDecided) - ratio.x.n), Unit::count},
                       {"overdue", static_cast<double>(sums.rows(kOverdue)), Unit::count}});
}
constexpr Few<Shape, 6> kShapes{{Form::share, kWon, kDecided, kNoMeasure, "lost"},
                                {Form::share, kCohortWon, kCohort},
                                {.form = Form::ratio,
                                 .top = kWonAmount,
                                 .bottom = kDecidedAmount,
                                 .rest = "lost",
                                 .spread = {kWonSquares, kDecidedSquares}},
                                {.top = kDecided, .finish = with_overdue, .own = {kDecided, kWon, kOverdue}}};

constexpr Card kCard = {
    .id = "win_rate",
    .name = "Win rate",
    .meaning = "The share of decided deals that were won.",
    .formula = "{won} / ({won} + {lost})",
    .source = "Decided deals only; over all deals that entered it is the close rate",
    .kind = Kind::deals,
    .needs = {Role::status},
    .uses = {Role::closed, Role::amount, Role::currency},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"decided", "won / (won + lost), by the day of the decision", true},
                 {"cohort",
                  "won / all deals created in the period: see close_rate",
                  false,
                  true,
                  "{won} / {prospects}",
                  Kind::deals,
                  {Role::status},
                  Role::created,
                  "",
                  {},
                  {},
                  Semantic::cohort},
                 {"value", "amount won / amount decided; interval over deals: delta method"},
                 {.id = "overdue",
                  .meaning = "open deals past their expected closing day counted as lost",
                  .formula = "{won} / ({won} + {lost} + {overdue})",
                  .kind = Kind::deals,
                  .needs = {Role::status, Role::expected_close},
                  .date = Role::closed,
                  .sql =
                      "SELECT count(*) FILTER (WHERE status = 'won') * 1.0 / NULLIF(count(*), 0) AS value FROM deals\n"
                      "WHERE status IN ('won', 'lost') OR (status = 'open' AND expected_close < CURRENT_DATE)",
                  .stands_in = false}},
};

constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed",
     .rows = {{12, "D#,won,2026-01-05,2026-02-10"}, {18, "D#,lost,2026-01-06,2026-02-11"}, {20, "D#,open,2026-01-07,"}},
     .value = 0.4,
     .low = 0.24593,
     .high = 0.57679,
     .n = 30},
    {.header = "deal_id,status,created,closed",
     .rows = {{1, "D#,won,2026-01-05,2026-02-10"}},
     .value = 1,
     .low = 0.20654,
     .high = 1,
     .n = 1},
    {.header = "deal_id,status,created,closed",
     .rows = {{5, "D#,lost,2026-01-05,2026-02-10"}},
     .value = 0,
     .low = 0,
     .high = 0.43448,
     .n = 5},
    {.header = "deal_id,status,created,closed",
     .rows = {{3, "D#,open,2026-01-05,"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "deal_id,status,created,closed,expected_close",
     .rows = {{12, "D#,won,2026-01-05,2026-02-10,2026-02-01"},
              {18, "D#,lost,2026-01-06,2026-02-11,2026-02-01"},
              {10, "D#,open,2026-01-07,,2026-12-30"},
              {10, "D#,open,2026-01-07,,2026-12-31"}},
     .value = 0.3,
     .n = 40,
     .variant = "overdue"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{2, "D#,won,2026-01-05,2026-02-10,300"},
              {1, "D#,won,2026-01-05,2026-02-10,"},
              {4, "D#,lost,2026-01-05,2026-02-11,100"},
              {1, "D#,open,2026-01-05,,700"}},
     .value = 0.6,
     .n = 6,
     .variant = "value"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{2, "D#,won,2026-01-05,2026-02-10,300"}, {4, "D#,lost,2026-01-05,2026-02-11,100"}},
     .value = 0.6,
     .low = 0.0147197,
     .high = 1,
     .n = 6,
     .variant = "value"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{2, "D#,lost,2026-01-05,2026-02-10,0"}},
     .value = {},
     .n = 2,
     .undefined = "zero_denominator",
     .variant = "value"},
    {.header = "deal_id,status,created,closed",
     .rows = {{12, "D#,won,2026-01-05,2026-02-10"}, {18, "D#,lost,2026-01-06,2026-02-11"}, {20, "D#,open,2026-01-07,"}},
     .value = 0.24,
     .low = 0.142974,
     .high = 0.374127,
     .n = 50,
     .variant = "cohort"}};

}  // namespace

PEGEL_MEASURED(win_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis

#include <algorithm>
#include <cmath>

#include "kpis/estimate.h"
#include "kpis/target_line.h"
#include "stats/bootstrap.h"

/// Days from Monday to Friday of the target `t` before a `day`.
#define PEGEL_WORKING_DAYS_BEFORE_SQL(day) \
  "(floor((" day " - DATE '1900-01-01') / 7.0) * 5 + least((" day " - DATE '1900-01-01') % 7, 5))"
#define PEGEL_WORKING_DAYS_SQL(day) \
  "(" PEGEL_WORKING_DAYS_BEFORE_SQL(day) " - " PEGEL_WORKING_DAYS_BEFORE_SQL("any_value(t.period_start)") ")"
#define PEGEL_CALENDAR_DAYS_SQL "any_value(t.gone) * 1.0 / any_value(t.days)"
/// By the `share` of the target `t` that should have been reached.
#define PEGEL_PACE_SQL(share)                                                                                        \
  "WITH data AS (SELECT min(least(coalesce(closed, created), coalesce(created, closed))) AS first,\n"                \
  "                     max(greatest(coalesce(closed, created), coalesce(created, closed))) AS last FROM deals),\n"  \
  "     p AS (SELECT period_start, period_end, target, currency, data.first, data.last AS known,\n"                  \
  "                  CASE WHEN last >= period_start AND (CURRENT_DATE - last) * 10 > CURRENT_DATE - period_start + " \
  "1\n"                                                                                                              \
  "                       THEN last ELSE CURRENT_DATE END AS last\n"                                                 \
  "           FROM targets CROSS JOIN data\n"                                                                        \
  "           WHERE kpi_id = 'revenue' AND coalesce(mode, 'absolute') = 'absolute' AND target > 0\n"                 \
  "             AND period_start <= CURRENT_DATE AND CURRENT_DATE < period_end\n"                                    \
  "             AND coalesce(scope_type, 'company') = 'company' AND last IS NOT NULL\n"                              \
  "           ORDER BY period_start DESC, period_end LIMIT 1),\n"                                                    \
  "     t AS (SELECT *, last - period_start + 1 AS gone, period_end - period_start + 1 AS days FROM p)\n"            \
  "SELECT (SELECT coalesce(sum(d.amount), 0) / any_value(t.target) / (" share                                        \
  ")\n"                                                                                                              \
  "        FROM t LEFT JOIN deals AS d\n"                                                                            \
  "          ON d.status = 'won' AND d.amount IS NOT NULL AND d.closed BETWEEN t.period_start AND CURRENT_DATE\n"    \
  "        HAVING any_value(t.gone * 10 >= t.days) \n"                                                               \
  "           AND " PEGEL_IN_TARGETS_CURRENCY_SQL ") AS value"

namespace pegel::kpis {
namespace {

constexpr Day kTooEarly = 10;  // per cent of a period: before, no forecast
constexpr int kDrawn = 90;     // days of a resample at most: a quarter's

Use with_target(const Row& row) {
  const Use use = dated_target(row);
  return use == Use::used ? known_or(row.number(Role::target), Use::no_amount) : use;
}

bool is_working(Day day) { return (day % 7 + 7 + 3) % 7 < 5; }  // 1970-01-01 was a Thursday

int64_t working_days(const Period& days) {
  int64_t working = 0;
  for (Day day = days.start; day < days.end; ++day) working += is_working(day) ? 1 : 0;
  return working;
}

/// A target on its way.
struct Pace {
  const TargetLine* line;
  Period gone;  ///< the days that have passed
  Estimate actual;
  double share = 0;        ///< of the period that these days are, by the variant
  bool stands_in = false;  ///< by calendar days, as no year before says how its days make up a period
  std::optional<double> forecast{};
  std::optional<stats::Interval> interval{};
  std::string_view why_not{};

  Day elapsed() const { return gone.end - gone.start; }
  Day length() const { return line->row.end + 1 - line->row.start; }
};

// What the same days made up a year ago; 0 where the data do not reach back or there was nothing.
double share_a_year_ago(const Pace& pace, History& history, Day as_of) {
  const Period whole = history.before(pace.line->period(), Comparison::year);
  const Period gone{whole.start, history.before(pace.gone, Comparison::year).end};
  if (!covers(history, *pace.line, whole, as_of)) return 0;
  const Actual all = history.in(pace.line->row.kpi, *pace.line, whole);
  const Actual part = history.in(pace.line->row.kpi, *pace.line, gone);
  if (!all.estimate.value || !part.estimate.value || *all.estimate.value <= 0) return 0;
  return *part.estimate.value / *all.estimate.value;
}

double share_of_working_days(const Pace& pace) {
  const int64_t all = working_days(pace.line->period());
  return all == 0 ? 0 : static_cast<double>(working_days(pace.gone)) / static_cast<double>(all);
}

void find_share(Pace& pace, History& history, const Context& context) {
  const bool by_year = context.variant == "last_year";
  if (context.variant == "working_days") pace.share = share_of_working_days(pace);
  if (by_year) pace.share = std::max(0.0, share_a_year_ago(pace, history, context.as_of));
  if (context.variant == "working_days" || pace.share > 0) return;
  pace.share = static_cast<double>(pace.elapsed()) / pace.length();
  pace.stands_in = by_year;
}

// The days to come are drawn from those gone; what the variant expects of them is kept. Of many days to come kDrawn are
// drawn, and what they are off the mean is made as wide as that of all would be; what is sold stays sold.
std::optional<stats::Interval> interval_of(const Pace& pace, History& history, uint64_t seed) {
  const double actual = *pace.actual.value;
  if (pace.actual.n < kFew || actual <= 0) return std::nullopt;
  const std::vector<double> amounts = history.by_day(pace.line->row.kpi, *pace.line, pace.gone);
  const auto n = static_cast<uint32_t>(amounts.size());
  const double mean = actual / n;
  const int left = pace.length() - pace.elapsed();
  const int drawn = std::min(left, kDrawn);
  const double spread = std::sqrt(static_cast<double>(left) / drawn);
  const double scale = (*pace.forecast - actual) / (mean * left);
  stats::Random random(stats::seed_of(seed, pace.line->row.kpi + '\n' + pace.line->row.scope_id));
  std::vector<double> sums(stats::Bootstrap{}.resamples);
  for (double& sum : sums) {
    for (int day = 0; day < drawn; ++day) sum += amounts[random.below(n)];
    sum = actual + scale * (mean * left + spread * (sum - mean * drawn));
  }
  std::sort(sums.begin(), sums.end());
  return stats::Interval{std::max(actual, stats::quantile_of(sums, 0.025)), stats::quantile_of(sums, 0.975)};
}

std::string_view why_no_forecast(const Pace& pace) {
  if (!pace.actual.value) return pace.actual.undefined;
  if (pace.elapsed() * 100 < pace.length() * kTooEarly) return "too_early";
  return pace.share > 0 ? "" : "too_early";
}

// To the day looked at; to the last of which anything is known where more than a tenth would be missing.
Period gone_of(const TargetLine& line, const History& history, Day as_of) {
  const Day until = line.said ? line.said_until : history.data_of(line.row.kpi).end;
  const Period gone{line.row.start, as_of + 1};
  const bool early = gone.start < until && (gone.end - until) * 10 > gone.end - gone.start;
  return early ? Period{gone.start, until} : gone;
}

Pace pace_of(const TargetLine& line, History& history, const Context& context) {
  Pace pace{.line = &line, .gone = gone_of(line, history, context.as_of), .actual = {}};
  Actual actual = history.in(line.row.kpi, line, pace.gone);
  if (line.said) actual = line.actual;
  if (!actual.why_not.empty()) {
    pace.why_not = actual.why_not;
    return pace;
  }
  pace.actual = std::move(actual.estimate);
  find_share(pace, history, context);
  pace.why_not = why_no_forecast(pace);
  if (!pace.why_not.empty()) return pace;
  pace.forecast = *pace.actual.value / pace.share;
  if (!line.said) pace.interval = interval_of(pace, history, context.plan.seed);
  return pace;
}

std::string_view verdict_of(const Pace& pace) {
  if (!pace.forecast) return pace.why_not;
  const double target = *pace.line->target;
  if (pace.interval && pace.interval->low < target && target < pace.interval->high) return "open_end";
  const bool down = way_to(target, pace.line->baseline, pace.line->direction) == Direction::down;
  return (down ? *pace.forecast <= target : *pace.forecast >= target) ? "ahead" : "behind";
}

std::vector<TableCell> row_of(const Pace& pace) {
  auto cells = target_cells(*pace.line);
  const double target = *pace.line->target;
  const auto ratio = pace.forecast && target != 0 ? std::optional(*pace.forecast / target) : std::nullopt;
  const auto low = pace.interval ? std::optional(pace.interval->low) : std::nullopt;
  const auto high = pace.interval ? std::optional(pace.interval->high) : std::nullopt;
  for (const auto& number : {std::optional(target), pace.actual.value, std::optional<double>(pace.elapsed()),
                             std::optional<double>(pace.length()), pace.forecast, low, high, ratio}) {
    cells.push_back(cell(number));
  }
  cells.push_back(cell(verdict_of(pace)));
  return cells;
}

Estimate value_of(const Pace& pace) {
  const double target = *pace.line->target;
  const Unit unit = pace.line->way().unit;
  Parts parts{{"actual", pace.actual.value.value_or(0), unit},
              {"target", target, unit},
              {"elapsed", static_cast<double>(pace.elapsed()), Unit::days},
              {"length", static_cast<double>(pace.length()), Unit::days},
              {"expected", pace.share, Unit::share}};
  if (!pace.forecast) return undefined(pace.why_not, pace.actual.n, std::move(parts));
  if (target <= 0) return undefined("zero_target", pace.actual.n, std::move(parts));
  parts.push_back({"forecast", *pace.forecast, unit});
  Estimate estimate;
  estimate.value = *pace.forecast / target;
  estimate.n = pace.actual.n;
  estimate.parts = std::move(parts);
  if (pace.interval) {
    bracket(estimate, "bootstrap", stats::Interval{pace.interval->low / target, pace.interval->high / target});
  }
  return estimate;
}

bool is_paced(const TargetLine& line, Day as_of) {
  return line.whole() && line.runs(as_of) && line.target && line.card != nullptr && adds_up(*line.card, line.variant);
}

Estimate value(std::span<const TargetLine> lines, History& history, const Context& context) {
  std::vector<const TargetLine*> running;
  for (const TargetLine& line : lines) {
    if (is_paced(line, context.as_of)) running.push_back(&line);
  }
  if (running.empty()) return undefined("no_running");
  if (const TargetLine* most = speaker(running)) return value_of(pace_of(*most, history, context));
  return undefined("no_company", static_cast<int64_t>(running.size()));
}

std::optional<Table> table(std::span<const TargetLine> lines, History& history, const Context& context) {
  Table table = target_table("pacing", "pacing_forecast",
                             {{"target", "number"},
                              {"actual", "number"},
                              {"elapsed", "count"},
                              {"length", "count"},
                              {"forecast", "number"},
                              {"forecast_low", "number"},
                              {"forecast_high", "number"},
                              {"pace", "ratio"},
                              {"verdict", "text"}});
  bool stands_in = false;
  for (const TargetLine& line : lines) {
    if (!is_paced(line, context.as_of)) continue;
    const Pace pace = pace_of(line, history, context);
    table.rows.push_back(row_of(pace));
    stands_in = stands_in || pace.stands_in;
  }
  if (stands_in) table.notes.push_back("by_calendar_days");
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

constexpr FromTargets kFromTargets{value, table};

constexpr std::string_view kDays = "({actual} / {target}) / ({elapsed} / {length})";

constexpr Card kCard = {
    .id = "pacing_forecast",
    .name = "Pace towards the target",
    .meaning =
        "Where the company's running target will end at the rate so far, as a multiple of the target: 1 is exactly on "
        "it.",
    .formula = "({actual} / {target}) / {expected}",
    .source =
        "Expected by now: what the same days made up of the period a year ago, without such a year the share of "
        "calendar days; to today or to where the data end; no forecast in the first tenth of a period",
    .kind = Kind::targets,
    .needs = {Role::kpi_id, Role::period_start, Role::period_end, Role::target},
    .uses = {Role::scope_type, Role::scope_id, Role::actual},
    .unit = Unit::ratio,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .variants = {{"last_year", "by what the same days made up of the period a year ago, else by calendar days", true},
                 {.id = "calendar_days",
                  .meaning = "by the share of calendar days gone",
                  .formula = kDays,
                  .sql = PEGEL_PACE_SQL(PEGEL_CALENDAR_DAYS_SQL)},
                 {.id = "working_days",
                  .meaning = "by the share of days from Monday to Friday gone",
                  .formula = "{forecast} / {target}",
                  .sql = PEGEL_PACE_SQL(
                      PEGEL_WORKING_DAYS_SQL("any_value(t.last + 1)") " * 1.0 / NULLIF(" PEGEL_WORKING_DAYS_SQL(
                          "any_value(t.period_end + 1)") ", 0)")}},
    .sql = PEGEL_PACE_SQL(
        "coalesce(NULLIF(greatest(0, (SELECT sum(b.amount) FILTER (WHERE b.closed <= CAST(y.last - INTERVAL '1 year' "
        "AS DATE))\n"
        "                          * 1.0 / CASE WHEN sum(b.amount) > 0 THEN sum(b.amount) END\n"
        "                   FROM t AS y, deals AS b WHERE b.status = 'won' AND b.closed\n"
        "                     BETWEEN CAST(y.period_start - INTERVAL '1 year' AS DATE)\n"
        "                         AND CAST(y.period_end - INTERVAL '1 year' AS DATE)\n"
        "                   HAVING any_value((greatest(0, y.first - CAST(y.period_start - INTERVAL '1 year' AS "
        "DATE))\n"
        "                       + greatest(0, CAST(y.period_end - INTERVAL '1 year' AS DATE) - y.known)) * 10\n"
        "                     <= y.days AND CAST(y.period_end - INTERVAL '1 year' AS DATE) <= CURRENT_DATE))), 0),\n"
        "                   " PEGEL_CALENDAR_DAYS_SQL ")"),
};

constexpr std::string_view kHeader = "kpi_id,period_start,period_end,target,actual";

constexpr Example kExamples[] = {{.header = kHeader,
                                  .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,115000"}},
                                  .value = 115000.0 / 120000 / (75.0 / 90),
                                  .today = "2026-03-16"},
                                 {.header = kHeader,
                                  .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,90000"}},
                                  .value = 135000.0 / 120000,
                                  .today = "2026-03-01"},
                                 {.header = kHeader,
                                  .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,42000"}},
                                  .value = 64000.0 / 120000,
                                  .variant = "working_days",
                                  .today = "2026-03-01"},
                                 {.header = kHeader,
                                  .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,9000"}},
                                  .value = {},
                                  .undefined = "too_early",
                                  .today = "2026-01-08"},
                                 {.header = kHeader,
                                  .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,9000"}},
                                  .value = {},
                                  .undefined = "no_running"}};

}  // namespace

PEGEL_OVER_TARGETS(pacing_forecast, OverTargets<with_target>, kCard, kFromTargets, kExamples)

}  // namespace pegel::kpis

#include <algorithm>
#include <cmath>

#include "kpis/estimate.h"
#include "kpis/target_line.h"

namespace pegel::kpis {
namespace {

// Keeps every row of the targets files, for all KPIs over targets: also those that attainment leaves out.
struct SmartCheck {
  using Partial = partial::Targets;

  static Use add(Partial& p, const Row& row) {
    const partial::Target t = listed(row);
    const bool nothing = t.kpi.empty() && t.target == partial::Target::kNone && t.goal.empty();
    if (nothing) return Use::other_kpi;
    p.add(t);
    const bool reached_only = t.target == partial::Target::kNone && t.actual != partial::Target::kNone;
    const bool benchmark = t.mode == static_cast<uint8_t>(TargetMode::benchmark);
    return reached_only || benchmark ? Use::other_type : Use::used;
  }

  static Estimate finish(const Partial& p, const Context&) {
    return undefined(p.empty() ? "no_data" : "no_target", static_cast<int64_t>(p.size()));
  }
};

constexpr int kHistory = 8;  // past periods looked at
constexpr int kEnough = 3;   // of them that must have a value
constexpr double kSpreads = 3;
constexpr int kTicks = 5;  // the last columns

/// One letter of SMART: "yes", or what is missing.
using Tick = std::string_view;

// Bound to a figure with its formula, and to whose it is.
Tick specific(const TargetLine& line) {
  if (line.card == nullptr) return "unknown_figure";
  return line.scoped() ? "yes" : "no_scope";
}

// Has a number with a unit, of a figure that the files can compute.
Tick measurable(const TargetLine& line) {
  if (line.row.target == partial::Target::kNone) return "no_number";
  if (line.card == nullptr && line.row.unit.empty()) return "no_unit";
  if (!line.target) return "no_baseline";
  return line.actual.why_not == "no_actual" ? "not_computed" : "yes";
}

std::vector<double> past_values(const TargetLine& line, History& history, Day as_of) {
  std::vector<double> values;
  Period days = line.period();
  for (int back = 0; back < kHistory; ++back) {
    days = history.before(days, Comparison::previous);
    if (!covers(history, line, days, as_of)) continue;
    const Actual actual = history.in(line.row.kpi, line, days);
    if (actual.why_not.empty() && actual.estimate.value) values.push_back(*actual.estimate.value);
  }
  return values;
}

double spread_of(const std::vector<double>& values) {
  double mean = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

// Not further than three times the spread beyond the best that past periods of the same length reached.
Tick achievable(const TargetLine& line, History& history, Day as_of) {
  if (!line.dated() || !line.target || line.card == nullptr) return "cannot_judge";
  const std::vector<double> past = past_values(line, history, as_of);
  if (past.size() < kEnough) return "cannot_judge";
  const auto [least, most] = std::minmax_element(past.begin(), past.end());
  const double reach = kSpreads * spread_of(past);
  const bool within =
      line.direction == Direction::down ? *line.target >= *least - reach : *line.target <= *most + reach;
  return within ? "yes" : "never_reached";
}

/// Every line with the others of its figure and scope.
ByFigure targets_of(std::span<const TargetLine> lines) {
  return figures_of(lines, [](const TargetLine& line) { return !line.benchmark(); });
}

// Says what it is for, or is a step of a longer target of the same figure and scope.
Tick relevant(const TargetLine& line, const std::vector<const TargetLine*>& of_figure) {
  if (!line.row.goal.empty()) return "yes";
  const auto holds = [&](const TargetLine* other) {
    const auto& [a, b] = std::tie(line.row, other->row);
    return other->dated() && b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
  };
  return line.dated() && std::any_of(of_figure.begin(), of_figure.end(), holds) ? "yes" : "no_goal";
}

Tick timed(const TargetLine& line) {
  if (line.row.start == partial::Target::kNoDay) return "no_start";
  if (line.row.end == partial::Target::kNoDay) return "no_end";
  return line.dated() ? "yes" : "backwards";
}

bool is_complete(const TargetLine& line, const std::vector<const TargetLine*>& of_figure) {
  const Tick ticks[] = {specific(line), measurable(line), relevant(line, of_figure), timed(line)};
  return std::all_of(std::begin(ticks), std::end(ticks), [](Tick tick) { return tick == "yes"; });
}

Estimate value(std::span<const TargetLine> lines, History&, const Context&) {
  int64_t targets = 0;
  int64_t complete = 0;
  for (const auto& [figure, of_figure] : targets_of(lines)) {
    targets += static_cast<int64_t>(of_figure.size());
    for (const TargetLine* line : of_figure) complete += is_complete(*line, of_figure) ? 1 : 0;
  }
  if (targets == 0) return undefined("no_target");
  return full_count(targets - complete, targets,
                    {{"incomplete", static_cast<double>(targets - complete), Unit::count},
                     {"targets", static_cast<double>(targets), Unit::count}});
}

bool lacks_something(const std::vector<TableCell>& row) {
  return std::any_of(row.end() - kTicks, row.end(),
                     [](const TableCell& tick) { return tick.text != "yes" && tick.text != "cannot_judge"; });
}

std::optional<Table> table(std::span<const TargetLine> lines, History& history, const Context& context) {
  Table table = target_table("smart", "smart_check",
                             {{"target", "number"},
                              {"specific", "text"},
                              {"measurable", "text"},
                              {"achievable", "text"},
                              {"relevant", "text"},
                              {"timed", "text"}});
  for (const auto& [figure, of_figure] : targets_of(lines)) {
    for (const TargetLine* line : of_figure) {
      auto& cells = table.rows.emplace_back(target_cells(*line));
      cells.push_back(cell(line->target));
      for (const Tick tick : {specific(*line), measurable(*line), achievable(*line, history, context.as_of),
                              relevant(*line, of_figure), timed(*line)}) {
        cells.push_back(cell(tick));
      }
    }
  }
  put_first(table, lacks_something);
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

constexpr FromTargets kFromTargets{value, table};

constexpr Card kCard = {
    .id = "smart_check",
    .name = "Incomplete targets",
    .meaning =
        "How many targets lack something that makes them SMART: a figure and whose it is, a number that can be "
        "computed, a goal that they serve, a start and an end.",
    .formula = "{incomplete} of {targets}",
    .source =
        "Whether a target can be reached is judged apart, by what past periods reached and three times their spread; "
        "relevant is what names its goal or is a step of a longer target",
    .kind = Kind::targets,
    .needs = {Role::kpi_id},
    .uses = {Role::target, Role::period_start, Role::period_end, Role::unit, Role::scope_type, Role::scope_id,
             Role::mode, Role::goal},
    .unit = Unit::count,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .sql =
        "WITH t AS (SELECT DISTINCT * FROM targets\n"
        "           WHERE (kpi_id IS NOT NULL OR target IS NOT NULL OR goal IS NOT NULL)\n"
        "             AND coalesce(mode <> 'benchmark', TRUE)),\n"
        "     longer AS (SELECT DISTINCT s.* FROM t AS s JOIN t AS l\n"
        "                  ON l.kpi_id = s.kpi_id AND coalesce(l.scope_id, '') = coalesce(s.scope_id, '')\n"
        "                 AND coalesce(l.scope_type, 'company') = coalesce(s.scope_type, 'company')\n"
        "                 AND l.period_start <= s.period_start AND s.period_end <= l.period_end\n"
        "                 AND l.period_end - l.period_start > s.period_end - s.period_start),\n"
        "     whole AS (SELECT * FROM t\n"
        "               WHERE kpi_id IN ('deal_count', 'revenue') AND EXISTS (SELECT 1 FROM deals)\n"
        "                 AND target IS NOT NULL AND period_start <= period_end\n"
        "                 AND (coalesce(scope_type, 'company') = 'company' OR scope_id IS NOT NULL)\n"
        "                 AND (goal IS NOT NULL OR t IN (SELECT longer FROM longer)))\n"
        "SELECT CASE WHEN (SELECT count(*) FROM t) > 0\n"
        "            THEN (SELECT count(*) FROM t) - (SELECT count(*) FROM whole) END AS value",
};

constexpr std::string_view kHeader = "kpi_id,period_start,period_end,target,goal";
constexpr ExampleFile kDeals{.kind = Kind::deals,
                             .header = "deal_id,status,created,closed,amount",
                             .rows = {{3, "D#,won,2026-01-05,2026-02-05,100"}}};

constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{1, "revenue,2026-01-01,2026-12-31,400,double the sales"},
              {1, "revenue,2026-01-01,2026-03-31,100,"},
              {1, "revenue,,,110,grow by a tenth"},
              {1, "sell a lot more,2026-01-01,2026-12-31,,"}},
     .also = {kDeals},
     .value = 2,
     .n = 4},
    {.header = "kpi_id,mode,target", .rows = {{1, "revenue,benchmark,400"}}, .value = {}, .undefined = "no_target"}};

}  // namespace

const std::vector<partial::Target>& listed_targets(const Answers& of_smart_check) {
  return static_cast<const PartialsOf<SmartCheck>&>(of_smart_check).partial(0).sorted();
}

PEGEL_OVER_TARGETS(smart_check, SmartCheck, kCard, kFromTargets, kExamples)

}  // namespace pegel::kpis

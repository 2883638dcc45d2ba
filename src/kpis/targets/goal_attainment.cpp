#include <algorithm>

#include "kpis/disjoint.h"
#include "kpis/estimate.h"
#include "kpis/target_line.h"

// SQL of `value` over the sums of the targets that are over, of those `which` holds of.
#define PEGEL_GOALS_SQL(which, value)                                                                                  \
  "WITH every AS (SELECT *, coalesce(scope_type, 'company') AS scope, coalesce(scope_id, '') AS whose,\n"              \
  "                      period_end - period_start AS days FROM targets\n"                                             \
  "               WHERE kpi_id IN ('deal_count', 'revenue') AND period_end <= CURRENT_DATE\n"                          \
  "                 AND coalesce(mode <> 'benchmark', TRUE) AND EXISTS (SELECT 1 FROM deals) " which                   \
  "),\n"                                                                                                               \
  "     t AS (SELECT * FROM every AS l WHERE NOT EXISTS\n"                                                             \
  "             (SELECT 1 FROM every AS s\n"                                                                           \
  "              WHERE s.kpi_id = l.kpi_id AND s.scope = l.scope AND s.whose = l.whose AND s.days < l.days\n"          \
  "                AND l.period_start <= s.period_start AND s.period_end <= l.period_end)),\n"                         \
  "     one AS (SELECT t.scope, t.kpi_id, t.target, t.baseline, t.period_start, t.scope_id, count(d.status) AS won,\n" \
  "                    coalesce(sum(d.amount), 0) AS amount\n"                                                         \
  "             FROM t LEFT JOIN deals AS d\n"                                                                         \
  "               ON d.status = 'won' AND d.closed BETWEEN t.period_start AND t.period_end\n"                          \
  "              AND CASE t.scope WHEN 'company' THEN TRUE WHEN 'partner' THEN d.partner_id = t.scope_id\n"            \
  "                  WHEN 'person' THEN d.owner = t.scope_id WHEN 'team' THEN d.team = t.scope_id\n"                   \
  "                  WHEN 'product' THEN d.product = t.scope_id WHEN 'channel' THEN d.channel = t.scope_id "           \
  "END\n"                                                                                                              \
  "             GROUP BY t.scope, t.kpi_id, t.target, t.baseline, t.period_start, t.scope_id),\n"                      \
  "     sums AS (SELECT scope, kpi_id, count(*) AS n, sum(target) AS target,\n"                                        \
  "                     sum(baseline) AS baseline,\n"                                                                  \
  "                     sum(CASE kpi_id WHEN 'revenue' THEN amount ELSE won END) AS actual\n"                          \
  "              FROM one GROUP BY scope, kpi_id)\n"                                                                   \
  "SELECT (SELECT " value                                                                                              \
  " FROM sums\n"                                                                                                       \
  "        ORDER BY scope = 'company' DESC, n DESC, kpi_id = 'revenue' DESC LIMIT 1) AS value"

namespace pegel::kpis {
namespace {

Use with_number(const Row& row) {
  const Use use = dated_target(row);
  if (use != Use::used && use != Use::no_scope) return use;
  const Micros target = row.number(Role::target);
  return known(target) || known(row.number(Role::actual)) ? use : known_or(target, Use::no_amount);
}

bool countable(const TargetLine& line) {
  return line.whole() && line.over && line.actual.estimate.value && line.target.value_or(0) != 0;
}

struct Sum {
  const TargetLine* first;  // of one scope type and KPI
  double actual = 0;
  double target = 0;
  double baseline = 0;  // of lines that all have one, else unused
  int64_t targets = 0;
};

std::vector<Sum> sums_of(const ByFigure& figures) {
  std::vector<Sum> sums;
  for (const auto& [figure, lines] : figures) {
    const TargetLine* first = lines.front();
    auto at = std::find_if(sums.begin(), sums.end(), [&](const Sum& sum) {
      return sum.first->card == first->card && sum.first->row.scope_type == first->row.scope_type;
    });
    if (at == sums.end()) at = sums.insert(sums.end(), {first});
    for (const TargetLine* line : disjoint(lines)) {
      at->actual += *line->actual.estimate.value;
      at->target += *line->target;
      at->baseline += line->baseline.value_or(0);
      ++at->targets;
    }
  }
  return sums;
}

// The company's targets before any other; then the KPI with most targets; then money before counts; then by name.
const Sum* headline(const std::vector<Sum>& sums) {
  const auto rank = [](const Sum& s) {
    return std::make_tuple(s.first->company(), s.targets, s.first->way().unit == Unit::money);
  };
  const Sum* best = nullptr;
  for (const Sum& sum : sums) {
    if (best == nullptr || rank(sum) > rank(*best)) best = &sum;
  }
  return best;
}

std::string_view why_none(std::span<const TargetLine> lines) {
  const auto any = [&](auto test) { return std::any_of(lines.begin(), lines.end(), test); };
  if (!any([](const TargetLine& line) { return line.whole(); })) return "no_data";
  if (any([](const TargetLine& line) { return countable(line); })) return "no_sum";
  if (any([](const TargetLine& line) { return line.whole() && line.attained.verdict == "zero_target"; }))
    return "zero_target";
  return any([](const TargetLine& line) { return line.whole() && line.verdict() == "running"; }) ? "running"
                                                                                                 : "no_actual";
}

Estimate attainment_of(std::span<const TargetLine> lines, const Context& context) {
  const std::optional<Period>& period = context.plan.period;
  const bool from_baseline = context.variant == "baseline";
  const auto counted = [&](const TargetLine& line) {
    if (from_baseline && (!line.baseline || line.baseline == line.target)) return false;
    const bool inside = !period || (period->start <= line.row.start && line.row.end < period->end);
    return countable(line) && inside && adds_up(*line.card, line.variant);
  };
  const std::vector<Sum> sums = sums_of(figures_of(lines, counted));
  const Sum* most = headline(sums);
  if (most == nullptr) {
    const auto whole = std::count_if(lines.begin(), lines.end(), [](const TargetLine& line) { return line.whole(); });
    return undefined(from_baseline ? "no_reference" : why_none(lines), whole);
  }
  const double start = from_baseline ? most->baseline : 0;
  if (most->target == start) return undefined("zero_target", most->targets);
  Estimate estimate;
  estimate.value = (most->actual - start) / (most->target - start);
  estimate.n = most->targets;
  const Unit unit = most->first->way().unit;
  estimate.parts = {{"actual", most->actual, unit}, {"target", most->target, unit}};
  if (from_baseline) estimate.parts.push_back({"baseline", most->baseline, unit});
  return estimate;
}

bool share_days(std::span<const TargetLine> lines) {
  const ByFigure figures = figures_of(lines, [](const TargetLine& line) { return line.whole(); });
  return std::any_of(figures.begin(), figures.end(),
                     [](const auto& figure) { return disjoint(figure.second).size() < figure.second.size(); });
}

std::optional<Table> table_of(std::span<const TargetLine> lines) {
  Table table = target_table("targets", "goal_attainment",
                             {{"target", "number"},
                              {"baseline", "number"},
                              {"actual", "number"},
                              {"low", "number"},
                              {"high", "number"},
                              {"attained", "share"},
                              {"verdict", "text"}});
  bool guessed = false;
  for (const TargetLine& line : lines) {
    if (!line.whole()) continue;
    guessed = guessed || line.guessed_percent;
    auto& cells = table.rows.emplace_back(target_cells(line));
    const Estimate& actual = line.actual.estimate;
    for (const auto& number : {line.target, line.baseline, actual.value, actual.low, actual.high, line.attained.share})
      cells.push_back(cell(number));
    cells.push_back(cell(line.verdict()));
  }
  if (table.rows.empty()) return std::nullopt;
  if (guessed) table.notes.push_back("percent_targets");
  if (share_days(lines)) table.notes.push_back("overlapping_targets");
  return table;
}

std::vector<TargetLine> begun_in(const std::optional<Period>& period, std::span<const TargetLine> all) {
  std::vector<TargetLine> lines;
  for (const TargetLine& line : all) {
    if (!period || (line.dated() && period->start <= line.row.start && line.row.start < period->end))
      lines.push_back(line);
  }
  return lines;
}

constexpr FromTargets kFromTargets{[](std::span<const TargetLine> lines, History&, const Context& context) {
                                     return attainment_of(begun_in(context.plan.period, lines), context);
                                   },
                                   [](std::span<const TargetLine> lines, History&, const Context& context) {
                                     return table_of(begun_in(context.plan.period, lines));
                                   }};

constexpr Card kCard = {
    .id = "goal_attainment",
    .name = "Goal attainment",
    .meaning = "How much of its targets was reached, for the figure that has most of them.",
    .formula = "{actual} / {target}",
    .source =
        "Lower is better: 1 + (target - actual) / target; from a baseline: (actual - baseline) / (target - "
        "baseline)",
    .kind = Kind::targets,
    .needs = {Role::kpi_id, Role::period_start, Role::period_end, Role::target},
    .uses = {Role::scope_type, Role::scope_id, Role::baseline, Role::actual},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::period_start,
    .variants = {{"ratio", "actual / target", true},
                 {"baseline",
                  "(actual - baseline) / (target - baseline)",
                  false,
                  true,
                  "({actual} - {baseline}) / ({target} - {baseline})",
                  Kind::none,
                  {},
                  Role::none,
                  PEGEL_GOALS_SQL("AND baseline <> target ", "(actual - baseline) / NULLIF(target - baseline, 0)")}},
    .sql = PEGEL_GOALS_SQL("", "actual / NULLIF(target, 0)"),
};

constexpr std::string_view kHeader = "kpi_id,period_start,period_end,target,scope_type,scope_id";

constexpr ExampleFile kDeals{Kind::deals,
                             "deal_id,status,created,closed,amount",
                             {{23, "D#,won,2026-01-05,2026-02-10,5000"}, {9, "D#,won,2026-01-05,2026-12-10,5000"}}};

constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,company,"},
              {1, "revenue,2026-01-01,2026-03-31,50000,person,Ada"}},
     .value = {},
     .n = 2,
     .undefined = "no_actual"},
    {.header = kHeader,
     .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,company,"}},
     .also = {kDeals},
     .value = 0.958333,
     .n = 1},
    {.header = kHeader,
     .rows = {{1, "revenue,2026-03-31,2026-01-01,120000,company,"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "kpi_id,period_start,period_end,target,baseline",
     .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,100000"}, {1, "revenue,2026-04-01,2026-06-30,90000,"}},
     .also = {kDeals},
     .value = 0.75,
     .n = 1,
     .variant = "baseline"},
    {.header = kHeader,
     .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,company,"}},
     .also = {kDeals},
     .value = {},
     .undefined = "no_reference",
     .variant = "baseline"}};

}  // namespace

PEGEL_OVER_TARGETS(goal_attainment, OverTargets<with_number>, kCard, kFromTargets, kExamples)

}  // namespace pegel::kpis

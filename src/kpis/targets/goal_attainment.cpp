#include <algorithm>

#include "kpis/disjoint.h"
#include "kpis/estimate.h"
#include "kpis/target_line.h"

// SQL of `value` over the sums of the targets that are over, of those `which` holds of.
#define PEGEL_GOALS_SQL(which, value)                                                                              \
  "WITH every AS (SELECT *, coalesce(scope_type, 'company') AS scope, coalesce(scope_id, '') AS whose,\n"          \
  "                      period_end - period_start AS days, currency AS money,\n"                                  \
  "                      CASE WHEN baseline <> target THEN target < baseline\n"                                    \
  "                           ELSE coalesce(direction = 'down', FALSE) END AS down FROM targets\n"                 \
  "               WHERE kpi_id IN ('deal_count', 'revenue') AND period_end <= CURRENT_DATE\n"                      \
  "                 AND coalesce(mode <> 'benchmark', TRUE) AND EXISTS (SELECT 1 FROM deals) " which               \
  "),\n"                                                                                                           \
  "     t AS (SELECT * FROM every AS l WHERE NOT EXISTS\n"                                                         \
  "             (SELECT 1 FROM every AS s\n"                                                                       \
  "              WHERE s.kpi_id = l.kpi_id AND s.scope = l.scope AND s.whose = l.whose AND s.down = l.down AND "   \
  "s.days < l.days\n"                                                                                              \
  "                AND l.period_start <= s.period_start AND s.period_end <= l.period_end)),\n"                     \
  "     one AS (SELECT t.scope, t.kpi_id, t.target, t.baseline, t.period_start, t.scope_id, t.down, t.money,\n"    \
  "                    count(d.status) AS won, coalesce(sum(d.amount), 0) AS amount,\n"                            \
  "                    " PEGEL_CURRENCY_OF_SQL " AS currency, " PEGEL_CURRENCIES_SQL                               \
  " AS currencies\n"                                                                                               \
  "             FROM t LEFT JOIN deals AS d\n"                                                                     \
  "               ON d.status = 'won' AND d.closed BETWEEN t.period_start AND t.period_end\n"                      \
  "              AND CASE t.scope WHEN 'company' THEN TRUE WHEN 'partner' THEN d.partner_id = t.scope_id\n"        \
  "                  WHEN 'person' THEN d.owner = t.scope_id WHEN 'team' THEN d.team = t.scope_id\n"               \
  "                  WHEN 'product' THEN d.product = t.scope_id WHEN 'channel' THEN d.channel = t.scope_id "       \
  "END\n"                                                                                                          \
  "             GROUP BY t.scope, t.kpi_id, t.target, t.baseline, t.period_start, t.scope_id, t.down, t.money),\n" \
  "     sums AS (SELECT scope, kpi_id, down, count(*) AS n, sum(target) AS target,\n"                              \
  "                     count(DISTINCT currency) FILTER (WHERE kpi_id = 'revenue') AS currencies,\n"               \
  "                     sum(baseline) AS baseline,\n"                                                              \
  "                     sum(CASE kpi_id WHEN 'revenue' THEN amount ELSE won END) AS actual\n"                      \
  "              FROM one WHERE kpi_id <> 'revenue' OR (currencies <= 1 AND coalesce(currency = money, TRUE))\n"   \
  "              GROUP BY scope, kpi_id, down)\n"                                                                  \
  "SELECT (SELECT CASE WHEN currencies <= 1 THEN " value                                                           \
  " END FROM sums\n"                                                                                               \
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

Direction way_of_line(const TargetLine& line) {
  return way_to(*line.target, line.baseline, line.direction) == Direction::down ? Direction::down : Direction::up;
}

struct Sum {
  const TargetLine* first;  // of one scope type, KPI and way
  std::string currency{};
  double actual = 0;
  double target = 0;
  double baseline = 0;  // of lines that all have one, else unused
  int64_t targets = 0;
  bool mixed = false;  // of several currencies

  Direction way() const { return way_of_line(*first); }
};

void add(Sum& sum, const TargetLine& line) {
  const std::string& own = line.actual.estimate.currency;
  sum.mixed = sum.mixed || (!sum.currency.empty() && !own.empty() && sum.currency != own);
  if (sum.currency.empty()) sum.currency = own;
  sum.actual += *line.actual.estimate.value;
  sum.target += *line.target;
  sum.baseline += line.baseline.value_or(0);
  ++sum.targets;
}

void add_sums(const ByFigure& figures, std::vector<Sum>& sums) {
  for (const auto& [figure, lines] : figures) {
    const TargetLine* first = lines.front();
    auto at = std::find_if(sums.begin(), sums.end(), [&](const Sum& sum) {
      return sum.first->card == first->card && sum.first->row.scope_type == first->row.scope_type &&
             sum.way() == way_of_line(*first);
    });
    if (at == sums.end()) at = sums.insert(sums.end(), {first});
    for (const TargetLine* line : disjoint(lines)) add(*at, *line);
  }
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
  if (any([](const TargetLine& line) { return line.whole() && line.actual.why_not == kOtherCurrency; }))
    return kOtherCurrency;
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
  std::vector<Sum> sums;
  for (const Direction way : {Direction::up, Direction::down}) {
    add_sums(figures_of(lines, [&](const TargetLine& line) { return counted(line) && way_of_line(line) == way; }),
             sums);
  }
  const Sum* most = headline(sums);
  if (most == nullptr) {
    const auto whole = std::count_if(lines.begin(), lines.end(), [](const TargetLine& line) { return line.whole(); });
    return undefined(from_baseline ? "no_reference" : why_none(lines), whole);
  }
  if (most->mixed) return undefined("mixed_currency", most->targets);
  const Unit unit = most->first->way().unit;
  Parts parts{{"actual", most->actual, unit}, {"target", most->target, unit}};
  if (from_baseline) parts.push_back({"baseline", most->baseline, unit});
  Estimate estimate;
  estimate.value = from_baseline ? share_of_way(most->actual, most->target, most->baseline)
                                 : share_of_target(most->actual, most->target, most->way());
  if (!estimate.value) {
    const bool nothing = from_baseline || most->target == 0;
    return undefined(nothing ? "zero_target" : "other_sign", most->targets, std::move(parts));
  }
  estimate.n = most->targets;
  estimate.parts = std::move(parts);
  return estimate;
}

bool share_days(std::span<const TargetLine> lines) {
  const ByFigure figures = figures_of(lines, [](const TargetLine& line) { return line.whole(); });
  return std::any_of(figures.begin(), figures.end(),
                     [](const auto& figure) { return disjoint(figure.second).size() < figure.second.size(); });
}

std::optional<Table> table_of(std::span<const TargetLine> lines, std::string_view variant) {
  Table table = target_table("targets", "goal_attainment",
                             {{"target", "number"},
                              {"baseline", "number"},
                              {"actual", "number"},
                              {"low", "number"},
                              {"high", "number"},
                              {"attained", "share"},
                              {"verdict", "text"}});
  bool guessed = false;
  bool whole_change = false;
  bool last_year = false;
  for (const TargetLine& line : lines) {
    if (!line.whole()) continue;
    guessed = guessed || line.guessed_percent;
    whole_change = whole_change || line.whole_change;
    last_year = last_year || line.last_year;
    auto& cells = table.rows.emplace_back(target_cells(line));
    const Estimate& actual = line.actual.estimate;
    const auto share = variant == "baseline" ? line.attained.from_baseline : line.attained.share;
    for (const auto& number : {line.target, line.baseline, actual.value, actual.low, actual.high, share})
      cells.push_back(cell(number));
    cells.push_back(cell(line.verdict()));
  }
  if (table.rows.empty()) return std::nullopt;
  if (guessed) table.notes.push_back("percent_targets");
  if (whole_change) table.notes.push_back("whole_change");
  if (last_year) table.notes.push_back("last_year_baseline");
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
                                     return table_of(begun_in(context.plan.period, lines), context.variant);
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
    .uses = {Role::scope_type, Role::scope_id, Role::baseline, Role::actual, Role::direction, Role::currency},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::period_start,
    .variants = {{"ratio", "actual / target; where lower is better 1 + (target - actual) / target", true},
                 {"baseline",
                  "(actual - baseline) / (target - baseline)",
                  false,
                  true,
                  "({actual} - {baseline}) / ({target} - {baseline})",
                  Kind::none,
                  {},
                  Role::none,
                  PEGEL_GOALS_SQL("AND baseline <> target ", "(actual - baseline) / NULLIF(target - baseline, 0)")}},
    .sql = PEGEL_GOALS_SQL("",
                           "CASE WHEN actual * target >= 0\n"
                           "             THEN (CASE WHEN down THEN 2 * target - actual ELSE actual END)\n"
                           "                  / NULLIF(target, 0) END"),
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

#include <algorithm>

#include "kpis/estimate.h"
#include "kpis/funnel_log.h"

namespace pegel::kpis {
namespace {

constexpr std::size_t kMostValues = 50;  // of a dimension, in its table: those with most entities

FunnelRules rules_of(const Context& context, const FunnelLog& log) {
  FunnelRules rules;
  const FunnelChoice& choice = context.plan.funnel;
  if (context.variant == "strict") rules.mode = FunnelMode::strict;
  if (context.variant == "any_order") rules.mode = FunnelMode::any_order;
  if (choice.window_days) rules.window = *choice.window_days;
  rules.ties_count = choice.ties_count;
  rules.later_implies_earlier =
      rules.mode == FunnelMode::ordered && choice.later_implies_earlier.value_or(has_wins(log));
  if (context.plan.period) {
    rules.start = context.plan.period->start;
    rules.end = context.plan.period->end;
  }
  return rules;
}

struct Counted {
  FunnelSteps steps;
  FunnelRules rules;
  std::vector<FunnelTally> cells;  // and the total as the last
};

Counted count(std::span<const partial::Paths* const> cells, const Context& context) {
  const FunnelLog log = log_of(cells);
  Counted counted;
  counted.steps = steps_of(log, context.plan.funnel);
  counted.rules = rules_of(context, log);
  counted.cells = tally(log, counted.steps, counted.rules, cells.size(), context.as_of);
  if (context.variant == "any_order") {
    auto& names = counted.steps.names;  // which of the steps it was differs from one entity to the other
    for (std::size_t step = 0; step < names.size(); ++step) names[step] = "\u2265 " + std::to_string(step + 1);
  }
  return counted;
}

Estimate estimate_of(const FunnelTally& t) {
  const std::size_t steps = t.reached.size();
  if (steps == 0 || t.reached.front() == 0) return undefined("no_data");
  if (steps == 1) return undefined("no_steps", t.reached.front());
  partial::Ratio ratio;
  ratio.x.add(t.reached.back());
  ratio.n.add(t.reached.front());
  return share(ratio, {{"last", static_cast<double>(t.reached.back()), Unit::count},
                       {"first", static_cast<double>(t.reached.front()), Unit::count},
                       {"steps", static_cast<double>(steps), Unit::count}});
}

// ---- the table

const std::vector<TableColumn>& columns() {
  static const std::vector<TableColumn> list{{"step", "text"},
                                             {"entities", "count"},
                                             {"of_first", "share"},
                                             {"of_first_low", "share"},
                                             {"of_first_high", "share"},
                                             {"of_previous", "share"},
                                             {"of_previous_low", "share"},
                                             {"of_previous_high", "share"},
                                             {"days_from_previous_mean", "days"},
                                             {"days_from_previous_median", "days"},
                                             {"days_from_previous_p25", "days"},
                                             {"days_from_previous_p75", "days"},
                                             {"days_from_previous_p90", "days"},
                                             {"days_from_first_mean", "days"},
                                             {"days_from_first_median", "days"},
                                             {"days_from_first_p25", "days"},
                                             {"days_from_first_p75", "days"},
                                             {"days_from_first_p90", "days"},
                                             {"pending", "count"}};
  return list;
}

void append_share(std::vector<TableCell>& row, int64_t x, int64_t n) {
  partial::Ratio ratio;
  ratio.x.add(x);
  ratio.n.add(n);
  const Estimate estimate = share(ratio, {});
  for (const auto& number : {estimate.value, estimate.low, estimate.high}) row.push_back({number, {}});
}

void append_days(std::vector<TableCell>& row, const partial::Quantiles& days) {
  if (days.n() == 0) {
    row.resize(row.size() + 5);
    return;
  }
  base::Int128 sum = 0;
  days.each([&](int64_t value, int64_t times) { sum += value * times; });
  row.push_back({static_cast<double>(sum) / static_cast<double>(days.n()), {}});
  for (const double q : {0.5, 0.25, 0.75, 0.9}) row.push_back({days.quantile(q), {}});
}

std::vector<TableCell> row_of(const FunnelTally& t, const FunnelSteps& steps, std::size_t step) {
  std::vector<TableCell> row{{{}, steps.names[step]}, {static_cast<double>(t.reached[step]), {}}};
  append_share(row, t.reached[step], t.reached.front());
  append_share(row, t.reached[step], t.reached[step == 0 ? 0 : step - 1]);
  append_days(row, t.from_previous[step]);
  append_days(row, t.from_first[step]);
  row.push_back({static_cast<double>(t.pending[step]), {}});
  return row;
}

Table empty_table(const Counted& counted, const Context& context) {
  const FunnelSteps& steps = counted.steps;
  const FunnelChoice& choice = context.plan.funnel;
  Table table{.id = "funnel", .kpi = "funnel", .title = {}, .columns = columns(), .rows = {}, .notes = {}};
  table.notes.push_back(steps.from_data ? "steps_from_data" : "steps_from_plan");
  if (steps.cut) table.notes.push_back("steps_cut");
  if (choice.window_days) table.notes.push_back("window");
  table.notes.push_back(choice.ties_count ? "ties_count" : "ties_do_not_count");
  const bool ordered = context.variant != "strict" && context.variant != "any_order";
  if (!ordered) table.notes.push_back(std::string(context.variant));
  if (ordered) table.notes.push_back(counted.rules.later_implies_earlier ? "later_implies_earlier" : "every_step");
  if (!steps.excluded.empty() && context.variant != "any_order") table.notes.push_back("exclude");
  if (steps.steps_unmet) table.notes.push_back("steps_unmet");
  if (steps.unmet) table.notes.push_back("exclude_unmet");
  return table;
}

void append_rows(Table& table, const FunnelTally& t, const FunnelSteps& steps, const std::string* value) {
  for (std::size_t step = 0; step < steps.names.size(); ++step) {
    std::vector<TableCell> row = row_of(t, steps, step);
    if (value != nullptr) row.insert(row.begin(), TableCell{{}, *value});
    table.rows.push_back(std::move(row));
  }
}

// Breaking a funnel down by its own steps says nothing: every chain starts at the first.
bool breaks_down(const Dimension* dimension) { return dimension == nullptr || dimension->id != name_of(Role::stage); }

struct Funnel {
  using Partial = partial::Paths;

  static Use add(Partial& p, const Row& row) {
    const base::Numbered entity = row.numbered(Role::entity_id);
    const base::Numbered step = row.numbered(Role::stage);
    const Day entered = row.day(Role::entered);
    if (entity.id == 0) return Use::no_entity;
    if (step.id == 0) return Use::no_step;
    if (!known(entered)) return Use::no_date;
    p.add(entity, step, entered);
    return Use::used;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    const Partial* const one[] = {&p};
    return estimate_of(count(one, context).cells.back());
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension* dimension) {
    Finished finished;
    if (!breaks_down(dimension)) {
      finished.cells.assign(cells.size(), undefined("no_data"));
      return finished;
    }
    std::vector<const Partial*> partials;
    for (const auto& cell : cells) partials.push_back(cell.partial);
    const Counted counted = count(partials, context);
    for (std::size_t c = 0; c < cells.size(); ++c) finished.cells.push_back(estimate_of(counted.cells[c]));
    finished.tables = tables(cells, counted, context, dimension);
    return finished;
  }

  static std::vector<Table> tables(std::span<const Cell<Partial>> cells, const Counted& counted, const Context& context,
                                   const Dimension* dimension) {
    if (counted.steps.ids.empty() || counted.cells.back().reached.front() == 0) return {};
    Table table = empty_table(counted, context);
    if (dimension == nullptr) {
      append_rows(table, counted.cells.back(), counted.steps, nullptr);
      return {table};
    }
    table.title = dimension->id;
    table.columns.insert(table.columns.begin(), {"value", "text"});
    std::vector<std::size_t> order = by_entities(cells, counted);
    if (order.size() > kMostValues) {
      order.resize(kMostValues);
      table.notes.push_back("values_cut");
    }
    for (const std::size_t c : order) {
      const std::string value(cells[c].key);
      append_rows(table, counted.cells[c], counted.steps, &value);
    }
    return {table};
  }

  static std::vector<std::size_t> by_entities(std::span<const Cell<Partial>> cells, const Counted& counted) {
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (counted.cells[c].reached.front() > 0) order.push_back(c);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const int64_t x = counted.cells[a].reached.front();
      const int64_t y = counted.cells[b].reached.front();
      return x != y ? x > y : cells[a].key < cells[b].key;
    });
    return order;
  }
};

constexpr Card kCard = {
    .id = "funnel",
    .name = "Sales funnel",
    .meaning = "The share of those that entered the first step that went on, in order, to the last.",
    .formula = "{last} / {first} over {steps} steps",
    .source =
        "Chains in time order, every start tried; the same day counts as in order; where a stage is a win, a later "
        "stage implies the earlier ones; steps that four in five skip are left out",
    .kind = Kind::stage_history,
    .needs = {Role::entity_id, Role::stage, Role::entered},
    .uses = {},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::none,
    .variants = {{"ordered", "steps in time order, others may lie between", true},
                 {"strict", "no other event between two steps"},
                 {"any_order", "different steps within a window, in any order"}},
    .sql =
        "WITH RECURSIVE\n"
        "     f AS (SELECT entity_id, lower(stage) AS step, entered FROM stage_history\n"
        "           WHERE entity_id IS NOT NULL AND stage IS NOT NULL AND entered IS NOT NULL\n"
        "             AND stage NOT ILIKE '%lost%' AND stage NOT ILIKE '%verloren%'),\n"
        "     met AS (SELECT entity_id, step, min(entered) AS day FROM f GROUP BY entity_id, step),\n"
        "     lead AS (SELECT a.step, sign(sum(CASE WHEN a.day < b.day THEN 1 WHEN a.day > b.day THEN -1 ELSE 0 "
        "END)) "
        "AS wins\n"
        "              FROM met AS a JOIN met AS b ON a.entity_id = b.entity_id AND a.step <> b.step\n"
        "              GROUP BY a.step, b.step),\n"
        "     rule AS (SELECT coalesce(bool_or(step LIKE '%won%' OR step LIKE '%gewon%'), FALSE) AS implied FROM "
        "f),\n"
        "     steps AS (SELECT m.step, row_number() OVER (\n"
        "                 ORDER BY m.step LIKE '%won%' OR m.step LIKE '%gewon%', coalesce(l.wins, 0) DESC, m.step) "
        "AS k\n"
        "               FROM (SELECT DISTINCT step FROM met) AS m\n"
        "               LEFT JOIN (SELECT step, sum(wins) AS wins FROM lead GROUP BY step) AS l ON l.step = "
        "m.step),\n"
        "     chain(entity_id, k, day) AS (\n"
        "         SELECT f.entity_id, s.k, f.entered FROM f JOIN steps AS s ON s.step = f.step CROSS JOIN rule\n"
        "         WHERE s.k = 1 OR implied\n"
        "         UNION\n"
        "         SELECT f.entity_id, s.k, f.entered FROM chain AS c CROSS JOIN rule\n"
        "         JOIN f ON f.entity_id = c.entity_id AND f.entered >= c.day\n"
        "         JOIN steps AS s ON s.step = f.step AND (s.k = c.k + 1 OR (implied AND s.k > c.k)))\n"
        "SELECT CASE WHEN (SELECT max(k) FROM steps) > 1\n"
        "            THEN count(DISTINCT entity_id) FILTER (WHERE k = (SELECT max(k) FROM steps)) * 1.0\n"
        "                 / NULLIF(count(DISTINCT entity_id), 0) END AS value\n"
        "FROM chain",
};

constexpr std::string_view kHeader = "entity_id,stage,entered,owner";
constexpr Few<ExampleRows, 36> kRows{
    {1, "L1,Lead,2026-01-01,Ada"},  {1, "L1,Demo,2026-01-03,Bo"},  {1, "L1,Quote,2026-01-06,Bo"},
    {1, "L1,Won,2026-01-21,Bo"},    {1, "L2,Lead,2026-01-01,Ada"}, {1, "L2,demo,2026-01-05,Ada"},
    {1, "L2,Quote,2026-01-07,Ada"}, {1, "L3,Lead,2026-01-01,Bo"},  {1, "L3,LEAD,2026-01-09,Bo"},
    {1, "L3,Lost,2026-01-10,Bo"},   {1, "L4,Lead,2026-01-02,Bo"},  {1, "L4,Demo,2026-01-02,Bo"},
    {1, "L4,Quote,2026-01-09,Bo"},  {1, "L4,Won,2026-01-09,Bo"}};

constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kRows, .value = 0.5, .low = 0.150036, .high = 0.849964, .n = 4},
    {.header = kHeader, .rows = kRows, .value = 0.5, .n = 2, .by = "owner=Ada"},
    {.header = kHeader,
     .rows = {{1, "L1,Lead,2026-01-01,Ada"}, {1, "L2,Lead,2026-01-02,Bo"}},
     .value = {},
     .n = 2,
     .undefined = "no_steps"},
    {.header = kHeader, .rows = {{1, ",Lead,2026-01-01,Ada"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(funnel, Funnel, kCard, kExamples)

}  // namespace pegel::kpis

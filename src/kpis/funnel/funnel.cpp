#include "kpis/estimate.h"
#include "kpis/funnel_sql.h"
#include "kpis/funnel_table.h"

/// The events `f` of steps, whether a later step implies the earlier ones (`rule`), and the steps by number.
#define PEGEL_STEPS_SQL                                                                                        \
  PEGEL_HAPPENED_SQL                                                                                           \
  ",\n"                                                                                                        \
  "     f AS (SELECT entity_id, lower(stage) AS step, entered FROM happened\n"                                 \
  "           WHERE stage NOT ILIKE '%lost%' AND stage NOT ILIKE '%verloren%'),\n"                             \
  "     met AS (SELECT entity_id, step, min(entered) AS day FROM f GROUP BY entity_id, step),\n"               \
  "     lead AS (SELECT a.step, sign(sum(CASE WHEN a.day < b.day THEN 1 WHEN a.day > b.day THEN -1 ELSE 0 "    \
  "END)) "                                                                                                     \
  "AS wins\n"                                                                                                  \
  "              FROM met AS a JOIN met AS b ON a.entity_id = b.entity_id AND a.step <> b.step\n"              \
  "              GROUP BY a.step, b.step),\n"                                                                  \
  "     rule AS (SELECT coalesce(bool_or(step LIKE '%won%' OR step LIKE '%gewon%'), FALSE) AS implied FROM "   \
  "f),\n"                                                                                                      \
  "     steps AS (SELECT m.step, row_number() OVER (\n"                                                        \
  "                 ORDER BY m.step LIKE '%won%' OR m.step LIKE '%gewon%', coalesce(l.wins, 0) DESC, m.step) " \
  "AS k\n"                                                                                                     \
  "               FROM (SELECT DISTINCT step FROM met) AS m\n"                                                 \
  "               LEFT JOIN (SELECT step, sum(wins) AS wins FROM lead GROUP BY step) AS l ON l.step = "        \
  "m.step)"
/// Events of one time come in any order, but a chain that goes on has taken all of them.
#define PEGEL_STRICT_FUNNEL_SQL                                                                                  \
  "WITH RECURSIVE\n     " PEGEL_STEPS_SQL                                                                        \
  ",\n"                                                                                                          \
  "     days AS (SELECT entity_id, entered, count(*) AS events,\n"                                               \
  "                     row_number() OVER (PARTITION BY entity_id ORDER BY entered) AS n\n"                      \
  "              FROM happened GROUP BY entity_id, entered),\n"                                                  \
  "     there AS (SELECT DISTINCT d.entity_id, d.n, d.events, s.k FROM f JOIN steps AS s ON s.step = f.step\n"   \
  "               JOIN days AS d ON d.entity_id = f.entity_id AND d.entered = f.entered),\n"                     \
  "     isles AS (SELECT *, k - row_number() OVER (PARTITION BY entity_id, n ORDER BY k) AS isle FROM there),\n" \
  "     runs AS (SELECT *, max(k) OVER (PARTITION BY entity_id, n, isle) AS upto FROM isles),\n"                 \
  "     chain(entity_id, n, k, goes) AS (\n"                                                                     \
  "         SELECT r.entity_id, r.n, s.k, TRUE FROM runs AS r JOIN steps AS s ON s.k <= r.upto WHERE r.k = 1\n"  \
  "         UNION\n"                                                                                             \
  "         SELECT c.entity_id, r.n, r.upto, r.upto - c.k = r.events FROM chain AS c\n"                          \
  "         JOIN runs AS r ON r.entity_id = c.entity_id AND r.n = c.n + 1 AND r.k = c.k + 1 WHERE c.goes)\n"     \
  "SELECT CASE WHEN (SELECT max(k) FROM steps) > 1\n"                                                            \
  "            THEN count(DISTINCT entity_id) FILTER (WHERE k = (SELECT max(k) FROM steps)) * 1.0\n"             \
  "                 / NULLIF(count(DISTINCT entity_id), 0) END AS value\n"                                       \
  "FROM chain"

namespace pegel::kpis {
namespace {

FunnelRules rules_of(const Context& context, const FunnelLog& log) {
  FunnelRules rules = kpis::rules_of(context.plan);
  if (context.variant == "strict") rules.mode = FunnelMode::strict;
  if (context.variant == "any_order") rules.mode = FunnelMode::any_order;
  rules.constant = !context.plan.funnel.constant.empty();
  const auto& implied = context.plan.funnel.later_implies_earlier;
  rules.later_implies_earlier = rules.mode == FunnelMode::ordered && implied.value_or(has_wins(log));
  return rules;
}

struct Events {
  partial::Paths days;   // of those without a time of day
  partial::Paths timed;  // in milliseconds
  auto fields() { return std::tie(days, timed); }
  auto fields() const { return std::tie(days, timed); }
};

FunnelCount count(std::span<const Events* const> cells, const Context& context) {
  std::vector<const partial::Paths*> days, timed;
  for (const Events* events : cells) {
    days.push_back(&events->days);
    timed.push_back(&events->timed);
  }
  const FunnelLog log = log_of(days, timed);
  FunnelCount counted;
  counted.steps = steps_of(log, context.plan.funnel);
  counted.rules = rules_of(context, log);
  counted.cells = tally(log, counted.steps, counted.rules, cells.size(), context.as_of, context.plan.funnel.touch);
  counted.has_amounts = log.has_amounts;
  counted.currency = log.currency;
  if (context.variant == "any_order") {
    auto& names = counted.steps.names;  // which of the steps it was differs from one entity to the other
    for (std::size_t step = 0; step < names.size(); ++step) names[step] = "\u2265 " + std::to_string(step + 1);
  }
  return counted;
}

// Breaking a funnel down by its own steps says nothing: every chain starts at the first.
bool breaks_down(const Dimension* dimension) { return dimension == nullptr || dimension->id != name_of(Role::stage); }

struct Funnel {
  using Partial = Events;

  static Use add(Partial& p, const Row& row) {
    const base::Numbered entity = row.numbered(Role::entity_id);
    const base::Numbered step = row.frame.step(row.i);
    const Day entered = row.day(Role::entered);
    if (entity.id == 0) return Use::no_entity;
    if (step.id == 0) return Use::no_step;
    if (!known(entered)) return Use::no_date;
    const Micros amount = row.number(Role::amount);
    const int64_t at = row.frame.instant(Role::entered, row.i);
    partial::Paths& events = known(at) ? p.timed : p.days;
    events.add(entity, step, known(at) ? at : int64_t{entered},
               known(amount) ? partial::Paths::Amount{amount, row.currency()} : partial::Paths::Amount{});
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
    std::vector<std::string_view> keys;
    for (const auto& cell : cells) {
      partials.push_back(cell.partial);
      keys.push_back(cell.key);
    }
    const FunnelCount counted = count(partials, context);
    for (std::size_t c = 0; c < cells.size(); ++c) finished.cells.push_back(estimate_of(counted.cells[c]));
    finished.tables = funnel_tables("funnel", keys, counted, context, dimension);
    return finished;
  }
};

constexpr Card kCard = {
    .id = "funnel",
    .name = "Sales funnel",
    .meaning = "The share of those that entered the first step that went on, in order, to the last.",
    .formula = "{last} / {first} over {steps} steps",
    .source =
        "Chains in time order, every start tried; the same time counts as in order; where a stage is a win, a later "
        "stage implies the earlier ones; steps that four in five skip are left out",
    .kind = Kind::stage_history,
    .needs = {Role::entity_id, Role::stage, Role::entered},
    .uses = {Role::amount, Role::currency},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::cohort,
    .date = Role::none,
    .variants = {{"ordered", "steps in time order, others may lie between", true},
                 {.id = "strict", .meaning = "no other event between two steps", .sql = PEGEL_STRICT_FUNNEL_SQL},
                 {.id = "any_order",
                  .meaning = "different steps within a window, in any order",
                  .sql =
                      "WITH " PEGEL_STEPS_SQL ",\n"
                      "     reached AS (SELECT count(DISTINCT step) AS k FROM f GROUP BY entity_id)\n"
                      "SELECT CASE WHEN (SELECT max(k) FROM steps) > 1 THEN\n"
                      "         count(*) FILTER (WHERE k = (SELECT max(k) FROM steps)) * 1.0 / count(*) END AS value\n"
                      "FROM reached"}},
    .sql =
        "WITH RECURSIVE\n"
        "     " PEGEL_STEPS_SQL
        ",\n"
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
    {.header = "entity_id,stage,entered",
     .rows = {{1, "E1,Order,2026-03-02 09:00"},
              {1, "E1,Lead,2026-03-02 15:00"},
              {1, "E2,Lead,2026-03-02 09:00"},
              {1, "E2,Order,2026-03-02 15:00"},
              {2, "F#,Lead,2026-03-02 09:00"},
              {1, "E2,Order,2026-03-03 15:00"}},
     .value = 0.25,
     .n = 4},
    {.header = kHeader, .rows = {{1, ",Lead,2026-01-01,Ada"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(funnel, Funnel, kCard, kExamples)

}  // namespace pegel::kpis

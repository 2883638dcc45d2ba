#include "kpis/estimate.h"
#include "kpis/reached.h"
#include "partial/targets.h"
#include "pegel/day.h"

namespace pegel::kpis {
namespace {

struct GoalAttainment {
  struct Partial {
    partial::Targets targets;
    partial::Targets reached;  // `target` is what was reached
    auto fields() { return std::tie(targets, reached); }
    auto fields() const { return std::tie(targets, reached); }
  };

  static Use add(Partial& p, const Row& row) {
    partial::Target t;
    t.kpi = row.text(Role::kpi_id);
    if (t.kpi.empty()) return Use::other_kpi;
    t.start = row.day(Role::period_start);
    t.end = row.day(Role::period_end);
    if (!known(t.start) || !known(t.end)) return Use::no_date;
    if (t.end < t.start) return Use::impossible_dates;
    t.target = row.number(Role::target);
    t.percent = row.frame.percent(Role::target);
    const Micros actual = row.number(Role::actual);
    if (!known(t.target) && !known(actual)) return known_or(t.target, Use::no_amount);
    t.scope_id = row.text(Role::scope_id);
    t.scope_type = row.text(Role::scope_type);
    if (t.scope_type.empty() && t.scope_id.empty()) t.scope_type = "company";
    if (t.scope_id.empty() && t.scope_type != "company") return Use::no_scope;
    if (const Micros baseline = row.number(Role::baseline); known(baseline)) t.baseline = baseline;
    if (known(t.target)) p.targets.add(t);
    t.target = actual;
    t.baseline = partial::Target::kNoBaseline;
    if (known(actual)) p.reached.add(t);
    return Use::used;
  }

  static Estimate finish(const Partial& p, const Context&) {
    const bool nothing = p.targets.empty() && p.reached.empty();
    return undefined(nothing             ? "no_data"
                     : p.targets.empty() ? "no_target"
                                         : "no_actual",
                     static_cast<int64_t>(p.targets.size()));
  }

  // A share's target above 1 is written in per cent, whatever its column says.
  static bool is_percent(const partial::Target& t) {
    const Kpi* kpi = find(t.kpi);
    if (kpi == nullptr || kpi->card.unit != Unit::share) return false;
    return t.percent || t.target > base::kOne || (t.has_baseline() && t.baseline > base::kOne);
  }

  static std::vector<TableCell> row_of(const partial::Target& t, std::optional<Micros> reached) {
    const double per = is_percent(t) ? 100 : 1;
    return {{{}, t.kpi},
            {{}, t.scope_type},
            {{}, t.scope_id},
            {{}, iso_text(t.start)},
            {{}, iso_text(t.end)},
            {base::to_double(t.target) / per, {}},
            {t.has_baseline() ? std::optional<double>(base::to_double(t.baseline) / per) : std::nullopt, {}},
            {reached ? std::optional<double>(base::to_double(*reached) / per) : std::nullopt, {}}};
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context& context, const Dimension*) {
    if (cells.empty() || cells.front().partial->targets.empty()) return {};
    Table table{.id = "targets",
                .kpi = "goal_attainment",
                .title = {},
                .columns = {{"kpi", "text"},
                            {"scope_type", "text"},
                            {"scope_id", "text"},
                            {"period_start", "text"},
                            {"period_end", "text"},
                            {"target", "number"},
                            {"baseline", "number"},
                            {"reached", "number"}},
                .rows = {},
                .notes = {}};
    std::vector<partial::Target> targets = cells.front().partial->targets.sorted();
    const std::vector<partial::Target> rows = cells.front().partial->reached.sorted();
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    for (const partial::Target& target : targets) {
      table.rows.push_back(row_of(target, reached(target, rows, context.as_of)));
    }
    const bool bare = std::any_of(targets.begin(), targets.end(),
                                  [](const partial::Target& t) { return is_percent(t) && !t.percent; });
    if (bare) table.notes.push_back("percent_targets");
    return {{}, {table}};
  }
};

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
                 {"baseline", "(actual - baseline) / (target - baseline)", false, false}},
    .sql =
        "WITH t AS (SELECT *, coalesce(scope_type, 'company') AS scope FROM targets\n"
        "           WHERE kpi_id IN ('deal_count', 'revenue') AND period_end <= CURRENT_DATE\n"
        "             AND EXISTS (SELECT 1 FROM deals)),\n"
        "     one AS (SELECT t.scope, t.kpi_id, t.target, t.period_start, t.scope_id, count(d.status) AS won,\n"
        "                    coalesce(sum(d.amount), 0) AS amount\n"
        "             FROM t LEFT JOIN deals AS d\n"
        "               ON d.status = 'won' AND d.closed BETWEEN t.period_start AND t.period_end\n"
        "              AND CASE t.scope WHEN 'company' THEN TRUE WHEN 'partner' THEN d.partner_id = t.scope_id\n"
        "                  WHEN 'person' THEN d.owner = t.scope_id WHEN 'team' THEN d.team = t.scope_id\n"
        "                  WHEN 'product' THEN d.product = t.scope_id WHEN 'channel' THEN d.channel = t.scope_id "
        "END\n"
        "             GROUP BY t.scope, t.kpi_id, t.target, t.period_start, t.scope_id),\n"
        "     sums AS (SELECT scope, kpi_id, count(*) AS n, sum(target) AS target,\n"
        "                     sum(CASE kpi_id WHEN 'revenue' THEN amount ELSE won END) AS actual\n"
        "              FROM one GROUP BY scope, kpi_id)\n"
        "SELECT (SELECT actual / NULLIF(target, 0) FROM sums\n"
        "        ORDER BY scope = 'company' DESC, n DESC, kpi_id = 'revenue' DESC LIMIT 1) AS value",
};

constexpr std::string_view kHeader = "kpi_id,period_start,period_end,target,scope_type,scope_id";

constexpr Example kExamples[] = {{.header = kHeader,
                                  .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,company,"},
                                           {1, "revenue,2026-01-01,2026-03-31,50000,person,Ada"}},
                                  .value = {},
                                  .n = 2,
                                  .undefined = "no_actual"},
                                 {.header = kHeader,
                                  .rows = {{1, "revenue,2026-03-31,2026-01-01,120000,company,"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(goal_attainment, GoalAttainment, kCard, kExamples)

}  // namespace pegel::kpis

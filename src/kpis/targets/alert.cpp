#include <algorithm>

#include "kpis/estimate.h"
#include "kpis/target_line.h"

namespace pegel::kpis {
namespace {

constexpr int kLookedBack = 4;  // periods
constexpr std::string_view kStates[] = {"ok", "watch", "alarm", "success"};

Use with_threshold(const Row& row) {
  const partial::Target t = listed(row);
  if (t.kpi.empty()) return Use::other_kpi;
  if (t.mode == static_cast<uint8_t>(TargetMode::benchmark)) return Use::other_type;
  if (t.scope_id.empty() && t.scope_type != "company") return Use::no_scope;
  const Micros warn_at = row.number(Role::warn_at);
  const Use use = known_or(row.number(Role::fail_at), Use::no_amount);
  return known(warn_at) ? Use::used : use == Use::used ? use : known_or(warn_at, use);
}

bool is_rule(const TargetLine& line, Day as_of) {
  const bool begun = line.row.start == partial::Target::kNoDay || line.row.start <= as_of;
  return (line.warn_at || line.fail_at) && !line.benchmark() && !line.row.kpi.empty() && line.scoped() && begun;
}

// Of a figure and scope the rule that began last counts: thresholds of earlier days are history.
const TargetLine* latest(const std::vector<const TargetLine*>& rules) {
  return *std::max_element(rules.begin(), rules.end(), [](const TargetLine* a, const TargetLine* b) {
    return std::make_pair(a->row.start, -int64_t{a->row.end}) < std::make_pair(b->row.start, -int64_t{b->row.end});
  });
}

bool is_down(const TargetLine& line) { return line.direction == Direction::down; }

bool beyond(const TargetLine& line, double value, double threshold) {
  return is_down(line) ? value > threshold : value < threshold;
}

// The whole interval is; a value without one has nothing left to chance.
bool surely_beyond(const TargetLine& line, const Estimate& e, double threshold) {
  if (!e.low) return beyond(line, *e.value, threshold);
  return beyond(line, is_down(line) ? *e.low : *e.high, threshold);
}

std::string_view state_of(const TargetLine& line, const Estimate& e) {
  if (line.fail_at && surely_beyond(line, e, *line.fail_at)) return "alarm";
  if (line.fail_at && beyond(line, *e.value, *line.fail_at)) return "watch";
  if (line.warn_at && beyond(line, *e.value, *line.warn_at)) return "watch";
  const bool reached = line.target && attain(e, *line.target, {}, line.direction).verdict == "reached";
  return reached ? "success" : "ok";
}

/// One full period of a rule.
struct Looked {
  Period days;
  Actual actual;
  std::string_view why_not;  ///< it cannot be judged
};

Looked look(const TargetLine& line, const Period& days, History& history, Day as_of) {
  const bool own = line.said && line.row.start == days.start && line.row.end + 1 == days.end;
  Looked looked{days, own ? line.actual : history.in(line.row.kpi, line, days), {}};
  const Estimate& e = looked.actual.estimate;
  if (!looked.actual.why_not.empty()) {
    looked.why_not = looked.actual.why_not;
  } else if (!own && !covers(history, line, days, as_of)) {
    looked.why_not = "not_full";
  } else if (!e.value) {
    looked.why_not = looked.actual.missing();
  } else if (!own && e.n < kFew) {
    looked.why_not = "few";
  }
  return looked;
}

Period last_full(const TargetLine& line, const History& history) {
  if (!line.dated()) return history.last_whole();
  return line.over ? line.period() : history.before(line.period(), Comparison::previous);
}

std::string days_text(const Period& days) { return iso_text(days.start) + '/' + iso_text(days.end - 1); }

struct Rule {
  std::string_view state;
  std::vector<TableCell> cells;
};

Rule rule_of(const TargetLine& line, History& history, const Context& context) {
  Period days = last_full(line, history);
  const Looked last = look(line, days, history, context.as_of);
  const double threshold = line.fail_at ? *line.fail_at : *line.warn_at;
  int looked = 0;
  int passed = 0;
  for (int back = 0; back < kLookedBack; ++back) {
    const Looked each = look(line, days, history, context.as_of);
    if (each.why_not.empty()) {
      ++looked;
      passed += beyond(line, *each.actual.estimate.value, threshold) ? 1 : 0;
    }
    days = history.before(days, Comparison::previous);
  }
  Rule rule{last.why_not.empty() ? state_of(line, last.actual.estimate) : last.why_not, target_cells(line)};
  const Estimate& e = last.actual.estimate;
  rule.cells.push_back(cell(days_text(last.days)));
  for (const auto& number : {line.warn_at, line.fail_at, e.value, e.low, e.high, std::optional<double>(e.n),
                             std::optional<double>(passed), std::optional<double>(looked)}) {
    rule.cells.push_back(cell(number));
  }
  rule.cells.push_back(cell(rule.state));
  return rule;
}

Table empty_table() {
  return target_table("alerts", "alert",
                      {{"judged_period", "text"},
                       {"warn_at", "number"},
                       {"fail_at", "number"},
                       {"actual", "number"},
                       {"low", "number"},
                       {"high", "number"},
                       {"n", "count"},
                       {"beyond", "count"},
                       {"periods", "count"},
                       {"verdict", "text"}});
}

std::vector<Rule> rules_of(std::span<const TargetLine> lines, History& history, const Context& context) {
  std::vector<Rule> rules;
  for (const auto& [figure, of_figure] :
       figures_of(lines, [&](const TargetLine& line) { return is_rule(line, context.as_of); })) {
    rules.push_back(rule_of(*latest(of_figure), history, context));
  }
  return rules;
}

Estimate value(std::span<const TargetLine> lines, History& history, const Context& context) {
  const std::vector<Rule> rules = rules_of(lines, history, context);
  int64_t alarms = 0;
  int64_t judged = 0;
  for (const Rule& rule : rules) {
    alarms += rule.state == "alarm" ? 1 : 0;
    judged += std::count(std::begin(kStates), std::end(kStates), rule.state);
  }
  if (judged == 0) {
    return rules.empty() ? undefined("no_data") : undefined("nothing_full", static_cast<int64_t>(rules.size()));
  }
  return full_count(
      alarms, judged,
      {{"alarms", static_cast<double>(alarms), Unit::count}, {"rules", static_cast<double>(judged), Unit::count}});
}

std::optional<Table> table(std::span<const TargetLine> lines, History& history, const Context& context) {
  Table table = empty_table();
  for (Rule& rule : rules_of(lines, history, context)) table.rows.push_back(std::move(rule.cells));
  put_first(table, [](const std::vector<TableCell>& row) { return row.back().text == "watch"; });
  put_first(table, [](const std::vector<TableCell>& row) { return row.back().text == "alarm"; });
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

constexpr FromTargets kFromTargets{value, table};

constexpr Card kCard = {
    .id = "alert",
    .name = "Alarms",
    .meaning = "How many figures lay beyond their threshold in the last full period, with their whole interval.",
    .formula = "{alarms} of {rules}",
    .source =
        "Beyond \"fail at\" with the whole interval: alarm; with a part of it, or beyond \"warn at\": watch; the "
        "target reached: success. Fewer than five rows, and periods that are not full, are not judged",
    .kind = Kind::targets,
    .needs = {Role::kpi_id, Role::fail_at},
    .uses = {Role::warn_at, Role::target, Role::period_start, Role::period_end, Role::scope_type, Role::scope_id,
             Role::actual, Role::direction},
    .unit = Unit::count,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .sql =
        "WITH t AS (SELECT * FROM targets\n"
        "           WHERE kpi_id = 'revenue' AND fail_at IS NOT NULL AND period_end <= CURRENT_DATE\n"
        "             AND coalesce(scope_type, 'company') = 'company' AND EXISTS (SELECT 1 FROM deals)\n"
        "           ORDER BY period_start DESC, period_end LIMIT 1)\n"
        "SELECT (SELECT CASE WHEN count(d.amount) >= 5\n"
        "                    THEN CAST(sum(d.amount) < any_value(t.fail_at) AS INTEGER) END\n"
        "        FROM t LEFT JOIN deals AS d\n"
        "          ON d.status = 'won' AND d.closed BETWEEN t.period_start AND t.period_end\n"
        "        HAVING count(t.kpi_id) > 0 AND " PEGEL_IN_TARGETS_CURRENCY_SQL ") AS value",
};

constexpr ExampleFile leads(int64_t converted) {
  return {.kind = Kind::leads,
          .header = "lead_id,created,converted",
          .rows = {{static_cast<int>(converted), "L#,2026-11-02,true"},
                   {static_cast<int>(100 - converted), "L#,2026-11-02,false"},
                   {1, "L#,2026-12-30,false"}}};
}
constexpr std::string_view kHeader = "kpi_id,period_start,period_end,target,fail_at";
constexpr std::string_view kRule = "conversion_rate,2026-11-01,2026-11-30,0.3,0.15";

constexpr Example kExamples[] = {
    {.header = kHeader, .rows = {{1, kRule}}, .also = {leads(5)}, .value = 1, .n = 1},
    {.header = kHeader, .rows = {{1, kRule}}, .also = {leads(12)}, .value = 0, .n = 1},
    {.header = kHeader,
     .rows = {{1, "conversion_rate,2026-12-01,2027-01-31,0.3,0.15"}},
     .also = {{.kind = Kind::leads, .header = "lead_id,created,converted", .rows = {{9, "L#,2026-12-05,false"}}}},
     .value = {},
     .undefined = "nothing_full"}};

}  // namespace

PEGEL_OVER_TARGETS(alert, OverTargets<with_threshold>, kCard, kFromTargets, kExamples)

}  // namespace pegel::kpis

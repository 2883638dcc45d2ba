#include <algorithm>

#include "kpis/estimate.h"
#include "kpis/target_line.h"

#define PEGEL_COVERAGE_SQL(covered)                                                                   \
  "WITH t AS (SELECT period_start, period_end, target, currency FROM targets\n"                       \
  "           WHERE kpi_id = 'revenue' AND coalesce(mode, 'absolute') = 'absolute' AND target > 0\n"  \
  "             AND period_start <= CURRENT_DATE AND CURRENT_DATE < period_end\n"                     \
  "             AND coalesce(scope_type, 'company') = 'company'\n"                                    \
  "           ORDER BY period_start DESC, period_end LIMIT 1)\n"                                      \
  "SELECT (SELECT " covered                                                                           \
  "\n"                                                                                                \
  "        FROM t LEFT JOIN deals AS d ON d.status = 'open' AND d.amount IS NOT NULL\n"               \
  "                                   AND d.expected_close BETWEEN t.period_start AND t.period_end\n" \
  "        HAVING count(t.target) > 0\n"                                                              \
  "           AND " PEGEL_IN_TARGETS_CURRENCY_SQL ") AS value"

namespace pegel::kpis {
namespace {

constexpr std::string_view kId = "pipeline_coverage";

enum : uint8_t { kDue, kWeighted };
constexpr Measure kMeasures[] = {
    {.name = "due", .take = Take::amount, .of = Role::amount, .where = {status_is(Status::open)}},
    {.name = "weighted",
     .take = Take::amount,
     .of = Role::amount,
     .times = Role::probability,
     .where = {status_is(Status::open)}},
};

// What is due in some days, whatever the variant; the coverage is that against the target of those days.
Estimate due_of(const Sums& sums, const Context&) {
  const partial::Money& money = sums.amount(kDue);
  if (const auto why_not = no_sum(money); !why_not.empty()) return undefined(why_not, money.n());
  Estimate estimate;
  estimate.value = amount_of(money);
  estimate.n = money.n();
  estimate.currency = dataset::name_of(money.currency());
  const partial::Money& weighted = sums.amount(kWeighted);
  if (weighted.n() > 0) estimate.parts = {{"weighted", amount_of(weighted), Unit::money}};
  return estimate;
}

constexpr Shape kOpenDue{.top = kDue, .finish = due_of};
constexpr Few<Shape, 6> kShapes{kOpenDue, kOpenDue, kOpenDue};

struct Coverage {
  const TargetLine* line;
  Estimate due;  ///< by the variant
  double won = 0;
  double wanted = 0;  ///< the target, or what is left of it
  std::string_view why_not{};

  std::optional<double> value() const { return why_not.empty() ? std::optional(*due.value / wanted) : std::nullopt; }
};

void weigh(Estimate& due) {
  if (!due.value || due.n == 0) return;
  due.undefined = due.parts.empty() ? "no_probability" : "";
  due.value = due.parts.empty() ? std::nullopt : std::optional(due.parts.front().value);
}

// Which deals were open on a day that has passed, their statuses do not say.
std::string_view why_none(const Coverage& coverage, const Context& context) {
  if (context.as_of < context.plan.today) return "stock_day";
  if (!coverage.due.value) return coverage.due.undefined;
  if (*coverage.line->target <= 0) return "zero_target";
  const std::string_view no_won = coverage.line->actual.missing();
  if (context.variant == "left" && (no_won == "mixed_currency" || no_won == kOtherCurrency)) return no_won;
  return coverage.wanted <= 0 ? "covered" : "";
}

Coverage coverage_of(const TargetLine& line, History& history, const Context& context) {
  Actual due = history.in(kId, line, line.period());
  Coverage coverage{.line = &line, .due = std::move(due.estimate)};
  if (coverage.due.undefined == "no_data") coverage.due.value = 0;
  if (context.variant == "weighted") weigh(coverage.due);
  coverage.won = line.actual.estimate.value.value_or(0);
  coverage.wanted = *line.target - (context.variant == "left" ? coverage.won : 0);
  coverage.why_not = due.why_not.empty() ? why_none(coverage, context) : due.why_not;
  return coverage;
}

Estimate value_of(const Coverage& coverage, std::string_view variant) {
  Parts parts{{variant == "weighted" ? "weighted" : "due", coverage.due.value.value_or(0), Unit::money},
              {"target", *coverage.line->target, Unit::money},
              {"won", coverage.won, Unit::money}};
  if (!coverage.value()) return undefined(coverage.why_not, coverage.due.n, std::move(parts));
  Estimate estimate;
  estimate.value = coverage.value();
  estimate.n = coverage.due.n;
  estimate.parts = std::move(parts);
  return estimate;
}

std::vector<TableCell> row_of(const Coverage& coverage) {
  auto cells = target_cells(*coverage.line);
  for (const auto& number :
       {coverage.line->target, coverage.line->actual.estimate.value, coverage.due.value, coverage.value()}) {
    cells.push_back(cell(number));
  }
  cells.push_back(cell(coverage.why_not.empty() ? "running" : coverage.why_not));
  return cells;
}

bool is_to_cover(const TargetLine& line) {
  return line.row.kpi == "revenue" && line.whole() && line.target && !line.over;
}

Estimate value(std::span<const TargetLine> lines, History& history, const Context& context) {
  std::vector<const TargetLine*> running;
  for (const TargetLine& line : lines) {
    if (is_to_cover(line) && line.runs(context.as_of)) running.push_back(&line);
  }
  if (running.empty()) return undefined("no_running");
  if (const TargetLine* most = speaker(running)) return value_of(coverage_of(*most, history, context), context.variant);
  return undefined("no_company", static_cast<int64_t>(running.size()));
}

std::optional<Table> table(std::span<const TargetLine> lines, History& history, const Context& context) {
  Table table = target_table(
      "coverage", kId,
      {{"target", "number"}, {"actual", "number"}, {"due", "number"}, {"times_covered", "ratio"}, {"verdict", "text"}});
  for (const TargetLine& line : lines) {
    if (is_to_cover(line)) table.rows.push_back(row_of(coverage_of(line, history, context)));
  }
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

constexpr FromTargets kFromTargets{value, table};

constexpr Card kCard = {
    .id = "pipeline_coverage",
    .name = "Pipeline coverage",
    .meaning = "How many times the open deals that are due in a period hold the company's revenue target for it.",
    .formula = "{due} / {target}",
    .source =
        "Deals by their expected close; rules of thumb ask for 2 to 5, and 1 / win rate is what your own deals ask for",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount, Role::expected_close},
    .also = {{Kind::targets, Role::kpi_id}, {Kind::targets, Role::target}, {Kind::targets, Role::period_end}},
    .uses = {Role::currency, Role::probability},
    .unit = Unit::ratio,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::expected_close,
    .variants = {{"due", "all that is due against the target", true},
                 {.id = "left",
                  .meaning = "all that is due against what is left of the target",
                  .formula = "{due} / ({target} - {won})",
                  .sql = PEGEL_COVERAGE_SQL(
                      "coalesce(sum(d.amount), 0) / NULLIF(greatest(0, any_value(t.target)\n"
                      "          - (SELECT CASE WHEN " PEGEL_IN_TARGETS_CURRENCY_SQL "\n"
                      "                                  THEN coalesce(sum(d.amount), 0) END\n"
                      "                      FROM deals AS d, t WHERE d.status = 'won' AND d.amount IS NOT NULL\n"
                      "                        AND d.closed BETWEEN t.period_start AND t.period_end)), 0)")},
                 {.id = "weighted",
                  .meaning = "amounts times probability against the target",
                  .formula = "{weighted} / {target}",
                  .sql = PEGEL_COVERAGE_SQL("CASE WHEN count(d.amount) = 0 THEN 0\n"
                                            "          ELSE sum(d.amount * d.probability) END / any_value(t.target)")}},
    .sql = PEGEL_COVERAGE_SQL("coalesce(sum(d.amount), 0) / any_value(t.target)"),
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,expected_close,amount,probability";
constexpr ExampleFile target(std::string_view row) {
  return {.kind = Kind::targets, .header = "kpi_id,period_start,period_end,target", .rows = {{1, row}}};
}

constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{1, "D#,open,2026-10-05,,2027-01-15,3000000,50"},
              {1, "D#,open,2026-10-05,,2026-12-15,500000,10"},
              {1, "D#,open,2026-10-05,,2027-04-01,900000,50"}},
     .also = {target("revenue,2026-12-01,2027-03-31,1000000")},
     .value = 3.5,
     .n = 2},
    {.header = kHeader,
     .rows = {{1, "D#,open,2026-10-05,,2027-01-15,600000,50"}, {1, "D#,won,2026-10-05,2026-12-15,,250000,100"}},
     .also = {target("revenue,2026-12-01,2027-03-31,400000")},
     .value = 4,
     .variant = "left"},
    {.header = kHeader,
     .rows = {{1, "D#,open,2026-10-05,,2027-01-15,600000,50"}},
     .also = {target("revenue,2026-12-01,2027-03-31,400000")},
     .value = 0.75,
     .variant = "weighted"},
    {.header = kHeader,
     .rows = {{1, "D#,open,2026-10-05,,2027-01-15,600000,50"}, {1, "D#,won,2026-10-05,2026-12-15,,450000,100"}},
     .also = {target("revenue,2026-12-01,2027-03-31,400000")},
     .value = {},
     .undefined = "covered",
     .variant = "left"},
    {.header = kHeader,
     .rows = {{1, "D#,open,2026-10-05,,2027-01-15,600000,50"}},
     .also = {target("revenue,2026-01-01,2026-03-31,400000")},
     .value = {},
     .undefined = "no_running"},
    {.header = "deal_id,status,created,closed,expected_close,amount,currency",
     .rows = {{1, "D#,open,2026-10-05,,2027-01-15,600000,EUR"},
              {1, "D#,won,2026-10-05,2026-12-15,,100000,EUR"},
              {1, "D#,won,2026-10-05,2026-12-15,,100000,USD"}},
     .also = {target("revenue,2026-12-01,2027-03-31,400000")},
     .value = {},
     .undefined = "mixed_currency",
     .variant = "left"}};

}  // namespace

PEGEL_LIST(pipeline_coverage, kExamples, kCard, nullptr, kMeasures, kShapes, kFromTargets)

}  // namespace pegel::kpis

#include "kpis/against.h"
#include "kpis/row.h"

namespace pegel::kpis {
namespace {

Use with_baseline(const Row& row) {
  const Use use = dated_target(row);
  return use == Use::used ? known_or(row.number(Role::baseline), Use::no_amount) : use;
}

std::optional<double> baseline_of(const TargetLine& line) {
  return line.dated() && !line.benchmark() && !line.last_year ? line.baseline : std::nullopt;
}

constexpr Reference kBaseline{.table = "baselines", .kpi = "baseline_delta", .part = "baseline", .of = baseline_of};

constexpr FromTargets kFromTargets{[](std::span<const TargetLine> lines, History&, const Context& context) {
                                     return distance(kBaseline, lines, context);
                                   },
                                   [](std::span<const TargetLine> lines, History&, const Context& context) {
                                     return distances(kBaseline, lines, context);
                                   }};

constexpr Card kCard = {
    .id = "baseline_delta",
    .name = "Against the baseline",
    .meaning =
        "How far a figure has moved from where it began, for the company's latest target that names its baseline.",
    .formula = "({actual} - {baseline}) / {baseline}",
    .source = "Of a rate the table says points too: 15 % to 16.5 % is 1.5 points, and 10 % more",
    .kind = Kind::targets,
    .needs = {Role::kpi_id, Role::period_start, Role::period_end, Role::baseline},
    .uses = {Role::scope_type, Role::scope_id, Role::actual, Role::direction},
    .unit = Unit::share,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .sql =
        "WITH t AS (SELECT period_start, period_end, baseline, currency FROM targets\n"
        "           WHERE kpi_id = 'revenue' AND baseline IS NOT NULL AND period_end <= CURRENT_DATE\n"
        "             AND coalesce(scope_type, 'company') = 'company' AND EXISTS (SELECT 1 FROM deals)\n"
        "           ORDER BY period_start DESC, period_end LIMIT 1)\n"
        "SELECT (SELECT (coalesce(sum(d.amount), 0) - any_value(t.baseline)) / NULLIF(any_value(t.baseline), 0)\n"
        "        FROM t LEFT JOIN deals AS d\n"
        "          ON d.status = 'won' AND d.closed BETWEEN t.period_start AND t.period_end\n"
        "        HAVING " PEGEL_IN_TARGETS_CURRENCY_SQL ") AS value",
};

constexpr std::string_view kHeader = "kpi_id,period_start,period_end,target,baseline";

constexpr Example kExamples[] = {
    {.header = kHeader,
     .rows = {{1, "conversion_rate,2026-01-01,2026-03-31,0.18,0.15"}},
     .also = {{.kind = Kind::leads,
               .header = "lead_id,created,lead_status,converted",
               .rows = {{16, "L#,2026-02-01,converted,true"}, {84, "L#,2026-02-01,disqualified,false"}}}},
     .value = 1.0 / 15,
     .n = 100},
    {.header = "kpi_id,period_start,period_end,target,baseline,actual",
     .rows = {{1, "revenue,2026-01-01,2026-03-31,120000,100000,115000"}},
     .value = 0.15},
    {.header = "kpi_id,period_start,period_end,target,baseline,actual",
     .rows = {{1, "revenue,2026-01-01,2027-03-31,120000,100000,115000"}},
     .value = {},
     .undefined = "running"}};

}  // namespace

PEGEL_OVER_TARGETS(baseline_delta, OverTargets<with_baseline>, kCard, kFromTargets, kExamples)

}  // namespace pegel::kpis

#include <algorithm>

#include "kpis/against.h"
#include "kpis/row.h"

namespace pegel::kpis {
namespace {

Use with_benchmark(const Row& row) {
  const partial::Target t = listed(row);
  if (t.kpi.empty()) return Use::other_kpi;
  if (t.mode != static_cast<uint8_t>(TargetMode::benchmark)) return Use::other_type;
  if (t.scope_id.empty() && t.scope_type != "company") return Use::no_scope;
  return known_or(row.number(Role::target), Use::no_amount);
}

std::optional<double> benchmark_of(const TargetLine& line) { return line.benchmark() ? line.target : std::nullopt; }

constexpr Reference kBenchmark{
    .table = "benchmarks", .kpi = "benchmark_gap", .part = "benchmark", .of = benchmark_of, .sourced = true};

Estimate value(std::span<const TargetLine> lines, History&, const Context& context) {
  return distance(kBenchmark, lines, context);
}

std::optional<Table> table(std::span<const TargetLine> lines, History&, const Context& context) {
  auto table = distances(kBenchmark, lines, context);
  const bool unsourced = std::any_of(
      lines.begin(), lines.end(), [](const TargetLine& line) { return benchmark_of(line) && line.row.source.empty(); });
  if (table && unsourced) table->notes = {"no_source"};
  return table;
}

constexpr FromTargets kFromTargets{value, table};

constexpr Card kCard = {
    .id = "benchmark_gap",
    .name = "Against the benchmark",
    .meaning = "How far a figure lies from what others reach, for the company's latest benchmark.",
    .formula = "({actual} - {benchmark}) / {benchmark}",
    .source = "Rows of the targets file of the kind \"benchmark\", with their source; none come with the program",
    .kind = Kind::targets,
    .needs = {Role::kpi_id, Role::target, Role::mode},
    .uses = {Role::period_start, Role::period_end, Role::scope_type, Role::scope_id, Role::source, Role::actual},
    .unit = Unit::share,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .sql =
        "WITH t AS (SELECT period_start, period_end, target, currency FROM targets\n"
        "           WHERE kpi_id = 'revenue' AND mode = 'benchmark' AND target IS NOT NULL\n"
        "             AND coalesce(period_end <= CURRENT_DATE, TRUE)\n"
        "             AND coalesce(scope_type, 'company') = 'company' AND EXISTS (SELECT 1 FROM deals)\n"
        "           ORDER BY period_start DESC NULLS LAST, period_end LIMIT 1)\n"
        "SELECT (SELECT (coalesce(sum(d.amount), 0) - any_value(t.target)) / NULLIF(any_value(t.target), 0)\n"
        "        FROM t LEFT JOIN deals AS d\n"
        "          ON d.status = 'won' AND coalesce(d.closed BETWEEN t.period_start AND t.period_end,\n"
        "                                           d.closed <= CURRENT_DATE)\n"
        "        HAVING " PEGEL_IN_TARGETS_CURRENCY_SQL ") AS value",
};

constexpr std::string_view kHeader = "kpi_id,mode,target,source";
constexpr ExampleFile kLeads{.kind = Kind::leads,
                             .header = "lead_id,created,lead_status,converted",
                             .rows = {{16, "L#,2026-02-01,converted,true"}, {84, "L#,2026-02-01,disqualified,false"}}};

constexpr Example kExamples[] = {{.header = kHeader,
                                  .rows = {{1, "conversion_rate,benchmark,0.2,an association"}},
                                  .also = {kLeads},
                                  .value = -0.2,
                                  .n = 100},
                                 {.header = kHeader,
                                  .rows = {{1, "conversion_rate,absolute,0.2,"}},
                                  .also = {kLeads},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_OVER_TARGETS(benchmark_gap, OverTargets<with_benchmark>, kCard, kFromTargets, kExamples)

}  // namespace pegel::kpis

#include "kpis/against.h"

#include <algorithm>
#include <cmath>

#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

bool final(const TargetLine& line) { return line.over || !line.dated(); }

std::string_view verdict_of(const TargetLine& line, double reference) {
  const Estimate& actual = line.actual.estimate;
  if (!line.actual.why_not.empty()) return line.actual.why_not;
  if (!actual.value) return actual.undefined;
  if (!final(line)) return "running";
  if (*actual.value == reference) return "level";
  if (actual.low && *actual.low <= reference && reference <= *actual.high) return "within_noise_of";
  return (*actual.value > reference) == (line.direction == Direction::up) ? "better" : "worse";
}

std::vector<TableCell> row_of(const Reference& how, const TargetLine& line, double reference) {
  auto cells = target_cells(line);
  const Estimate& actual = line.actual.estimate;
  const bool known = final(line) && actual.value;
  const auto change = known ? std::optional(*actual.value - reference) : std::nullopt;
  const auto relative = change && reference != 0 ? std::optional(*change / std::abs(reference)) : std::nullopt;
  for (const auto& number : {std::optional(reference), actual.value, actual.low, actual.high, change, relative}) {
    cells.push_back(cell(number));
  }
  if (how.sourced) cells.push_back(cell(line.row.source));
  cells.push_back(cell(verdict_of(line, reference)));
  return cells;
}

Table empty_table(const Reference& how) {
  Table table = target_table(how.table, how.kpi,
                             {{std::string(how.part), "number"},
                              {"actual", "number"},
                              {"low", "number"},
                              {"high", "number"},
                              {"change", "number"},
                              {"relative", "share"}});
  if (how.sourced) table.columns.push_back({"source", "text"});
  table.columns.push_back({"verdict", "text"});
  return table;
}

Estimate relative_to(const TargetLine& line, std::string_view part, double reference) {
  const Estimate& actual = line.actual.estimate;
  const Unit unit = line.card == nullptr ? Unit::count : line.card->unit;
  Parts parts{{"actual", actual.value.value_or(0), unit}, {part, reference, unit}};
  if (!actual.value) return undefined("no_actual", actual.n);
  if (reference == 0) return undefined("zero_denominator", actual.n, std::move(parts));
  const auto gap = [&](double value) { return (value - reference) / std::abs(reference); };
  Estimate estimate;
  estimate.value = gap(*actual.value);
  estimate.n = actual.n;
  estimate.parts = std::move(parts);
  if (actual.low) bracket(estimate, actual.method, stats::Interval{gap(*actual.low), gap(*actual.high)});
  return estimate;
}

bool in_period(const TargetLine& line, const std::optional<Period>& period) {
  return !period || !line.dated() || (period->start <= line.row.start && line.row.start < period->end);
}

}  // namespace

Judged against(const Reference& how, std::span<const TargetLine> lines, const Context& context) {
  Judged judged;
  Table table = empty_table(how);
  std::vector<const TargetLine*> done;
  for (const TargetLine& line : lines) {
    const auto reference = how.of(line);
    if (!reference || !line.scoped() || !in_period(line, context.plan.period)) continue;
    table.rows.push_back(row_of(how, line, *reference));
    if (final(line)) done.push_back(&line);
  }
  const TargetLine* most = speaker(done);
  judged.estimate = most != nullptr      ? relative_to(*most, how.part, *how.of(*most))
                    : !done.empty()      ? undefined("no_company", static_cast<int64_t>(done.size()))
                    : table.rows.empty() ? undefined("no_data")
                                         : undefined("running", static_cast<int64_t>(table.rows.size()));
  if (!table.rows.empty()) judged.table = std::move(table);
  return judged;
}

}  // namespace pegel::kpis

#include "kpis/against.h"

#include <algorithm>
#include <cmath>

#include "kpis/estimate.h"

namespace pegel::kpis {
namespace {

bool final(const TargetLine& line) { return line.over || !line.dated(); }

std::string_view verdict_of(const TargetLine& line, double reference) {
  const Estimate& actual = line.actual.estimate;
  if (!actual.value) return line.actual.missing();
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
  const Unit unit = line.way().unit;
  Parts parts{{"actual", actual.value.value_or(0), unit}, {part, reference, unit}};
  if (!actual.value) return undefined(line.actual.missing(), actual.n);
  if (reference == 0) return undefined("zero_denominator", actual.n, std::move(parts));
  const auto gap = [&](double value) { return (value - reference) / std::abs(reference); };
  Estimate estimate;
  estimate.value = gap(*actual.value);
  estimate.n = actual.n;
  estimate.parts = std::move(parts);
  if (actual.low) bracket(estimate, actual.method, stats::Interval{gap(*actual.low), gap(*actual.high)});
  return estimate;
}

bool is_about(const Reference& how, const TargetLine& line, const std::optional<Period>& period) {
  const bool inside = !period || !line.dated() || (period->start <= line.row.start && line.row.start < period->end);
  return inside && line.scoped() && how.of(line).has_value();
}

}  // namespace

Estimate distance(const Reference& how, std::span<const TargetLine> lines, const Context& context) {
  std::vector<const TargetLine*> done;
  int64_t all = 0;
  for (const TargetLine& line : lines) {
    if (!is_about(how, line, context.plan.period)) continue;
    ++all;
    if (final(line)) done.push_back(&line);
  }
  if (const TargetLine* most = speaker(done)) return relative_to(*most, how.part, *how.of(*most));
  if (!done.empty()) return undefined("no_company", static_cast<int64_t>(done.size()));
  return all == 0 ? undefined("no_data") : undefined("running", all);
}

std::optional<Table> distances(const Reference& how, std::span<const TargetLine> lines, const Context& context) {
  Table table = empty_table(how);
  for (const TargetLine& line : lines) {
    if (is_about(how, line, context.plan.period)) table.rows.push_back(row_of(how, line, *how.of(line)));
  }
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

}  // namespace pegel::kpis

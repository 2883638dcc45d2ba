#include "report/figures.h"

#include <algorithm>

#include "base/civil_date.h"
#include "cube/calendar.h"
#include "cube/grouping.h"
#include "report/trend.h"

namespace pegel::report {

namespace {

using cube::AxisKind;

// The same axis over the rows of another kind: dimensions are the same by their id.
const cube::LedgerCells* like(const cube::Axis& axis, const cube::Ledger& ledger, const Plan& plan) {
  const auto found = std::find_if(ledger.axes.begin(), ledger.axes.end(), [&](const cube::LedgerCells& cells) {
    if (cells.axis.kind != axis.kind) return false;
    const bool by_value = axis.kind == cube::AxisKind::dimension || axis.kind == cube::AxisKind::cross;
    return !by_value || plan.dimensions[cells.axis.dimension].id == plan.dimensions[axis.dimension].id;
  });
  return found == ledger.axes.end() ? nullptr : &*found;
}

}  // namespace

const FigureCells* Figure::on(cube::AxisKind kind, std::size_t dimension) const {
  const auto found = std::find_if(axes.begin(), axes.end(), [&](const FigureCells& cells) {
    return cells.axis().kind == kind && cells.axis().dimension == dimension;
  });
  return found == axes.end() ? nullptr : &*found;
}

Figures::Figures(const Plan& plan, const Cube::Body& cube) : plan_(plan), cube_(cube) {
  auto own = cube.kpis.begin();
  for (const kpis::Kpi* kpi : cube.computed) {
    figures_.push_back(kpi->measured() ? figure_of(*kpi, kpis::variant_of(plan, kpi->card)) : figure_of(*own++));
  }
}

const Figure* Figures::of(std::string_view id) const {
  const auto found =
      std::find_if(figures_.begin(), figures_.end(), [&](const Figure& figure) { return figure.card().id == id; });
  return found == figures_.end() ? nullptr : &*found;
}

Figure Figures::figure_of(const cube::KpiCells& kpi) const {
  Figure figure{kpi.kpi, counted_by(kpi.kpi->card, kpis::variant_of(plan_, kpi.kpi->card)), false, kpi.uses, {}};
  for (const cube::Cells& cells : kpi.axes) figure.axes.push_back({&cells, cells.partials.get()});
  return figure;
}

Figures::Columns Figures::columns_of(const kpis::Kpi& kpi, std::string_view variant) const {
  Columns columns;
  for (const std::size_t m : kpis::measures_of(kpi, kpis::shape_of(kpi, variant))) {
    const cube::Ledger* ledger = cube::find_ledger(cube_.ledgers, cube::basis_of(plan_, kpi.card, kpi.measures[m]));
    columns.push_back({m, ledger, cube::place_of(*ledger, kpi.measures[m]), nullptr, false});
  }
  return columns;
}

std::vector<cube::Axis> Figures::axes_of(const Figure& figure, const Columns& columns) const {
  std::vector<cube::Axis> axes;
  if (!figure.looks_back) {
    for (const cube::LedgerCells& cells : columns.front().ledger->axes) axes.push_back(cells.axis);
    return axes;
  }
  return cube::axes_of(plan_, figure.counted.kind, Role::at, false);  // it has a trend, whichever day counts
}

void Figures::find_cells(const kpis::Kpi& kpi, const cube::Axis& axis, Columns& columns) const {
  for (Column& column : columns) {
    const kpis::Reach reach = kpi.measures[column.of].reach;
    column.whole = reach == kpis::Reach::company || (reach == kpis::Reach::ever && axis.kind != AxisKind::dimension);
    column.cells = column.whole ? &column.ledger->axes.front() : like(axis, *column.ledger, plan_);
  }
}

Figure Figures::figure_of(const kpis::Kpi& kpi, std::string_view variant) {
  Columns columns = columns_of(kpi, variant);
  Figure figure{&kpi, counted_by(kpi.card, variant), kpis::looks_back(kpi, variant), {}, {}};
  const std::size_t rows = kpis::shape_of(kpi, variant).rows();
  for (const Column& column : columns) {
    if (column.of == rows) figure.uses = column.ledger->uses[column.place];
  }
  for (const cube::Axis& axis : axes_of(figure, columns)) {
    if (!cube::is_on(plan_, kpi.card, axis)) continue;
    find_cells(kpi, axis, columns);
    const bool found = std::all_of(columns.begin(), columns.end(), [](const Column& c) { return c.cells != nullptr; });
    if (found) figure.axes.push_back(measured(figure, axis, columns));
  }
  return figure;
}

Figure Figures::total_of(const kpis::Kpi& kpi, std::string_view variant) {
  Columns columns = columns_of(kpi, variant);
  Figure figure{&kpi, counted_by(kpi.card, variant), kpis::looks_back(kpi, variant), {}, {}};
  const cube::Axis total{};
  find_cells(kpi, total, columns);
  figure.axes.push_back(measured(figure, total, columns));
  return figure;
}

const kpis::MeasureCells* Figures::nothing(kpis::Take take) {
  const auto [it, fresh] = nothing_.try_emplace(take, take);
  if (fresh) it->second.reserve(1);
  return &it->second;
}

std::vector<std::string> Figures::keys_of(const cube::Axis& axis, Kind kind) const {
  if (axis.kind != AxisKind::trend) return {std::string()};
  std::vector<std::string> keys;
  const Span span = span_of(plan_, cube_, kind);
  if (span.first > span.last) return keys;
  const cube::Calendar calendar(plan_);
  const int32_t last = cube::ordinal_of(calendar, std::min(span.last, plan_.today));
  const int32_t first = std::max(cube::ordinal_of(calendar, span.first), last - cube::kStockPoints + 1);
  for (int32_t ordinal = first; ordinal <= last; ++ordinal) {
    keys.push_back(base::iso_date(cube::period_at(calendar, ordinal).start));
  }
  return keys;
}

FigureCells Figures::measured(const Figure& figure, const cube::Axis& axis, const Columns& columns) {
  const kpis::Kpi& kpi = *figure.kpi;
  Measured& own = measured_.emplace_back();
  own.axis = axis;
  std::vector<kpis::Sums::At> at;
  const auto first_at = [&](const std::string& key) {
    const std::size_t first = own.cell(key) * kpi.measures.size();
    if (first == at.size()) {
      for (const kpis::Measure& each : kpi.measures) at.push_back({nothing(each.take), 0});
    }
    return first;
  };
  if (figure.looks_back && axis.kind != AxisKind::dimension) {
    for (const std::string& key : keys_of(axis, figure.counted.kind)) first_at(key);
  }
  for (const Column& column : columns) {
    own.crowded = own.crowded || column.cells->crowded;
    if (column.whole) continue;
    const kpis::MeasureCells& sums = column.cells->sums[column.place];
    for (uint32_t cell = 0; cell < column.cells->keys.size(); ++cell) {
      if (sums.empty(cell) && axis.kind != AxisKind::total) continue;
      at[first_at(column.cells->keys[cell]) + column.of] = {&sums, cell};
    }
  }
  for (const Column& column : columns) {
    for (std::size_t first = 0; column.whole && first < at.size(); first += kpi.measures.size()) {
      at[first + column.of] = {&column.cells->sums[column.place], 0};
    }
  }
  own.answers = kpis::measured_answers(kpi, own.keys.size(), std::move(at));
  return {&own, own.answers.get()};
}

}  // namespace pegel::report

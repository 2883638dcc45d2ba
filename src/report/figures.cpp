#include "report/figures.h"

#include <algorithm>

namespace pegel::report {

namespace {

// Some KPIs are about one dimension alone.
bool says_something(const Card& card, const cube::Axis& axis, const Plan& plan) {
  const bool by_value = axis.kind == cube::AxisKind::dimension || axis.kind == cube::AxisKind::cross;
  return card.by == Role::none || !by_value || plan.dimensions[axis.dimension].id == name_of(card.by);
}

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

Figures::Figures(const Plan& plan, const Cube::Body& cube) : cube_(cube) {
  auto own = cube.kpis.begin();
  for (const kpis::Kpi* kpi : cube.computed) {
    figures_.push_back(kpi->measured() ? figure_of(plan, *kpi) : figure_of(*own++));
  }
}

const Figure* Figures::of(std::string_view id) const {
  const auto found =
      std::find_if(figures_.begin(), figures_.end(), [&](const Figure& figure) { return figure.card().id == id; });
  return found == figures_.end() ? nullptr : &*found;
}

Figure Figures::figure_of(const cube::KpiCells& kpi) const {
  Figure figure{kpi.kpi, kpi.uses, {}};
  for (const cube::Cells& cells : kpi.axes) figure.axes.push_back({&cells, cells.partials.get()});
  return figure;
}

Figure Figures::figure_of(const Plan& plan, const kpis::Kpi& kpi) {
  std::vector<const cube::Ledger*> ledgers;
  for (const kpis::Measure& measure : kpi.measures) {
    ledgers.push_back(cube::find_ledger(cube_.ledgers, cube::basis_of(plan, kpi.card, measure)));
  }
  const std::size_t rows = kpis::shape_of(kpi, kpis::variant_of(plan, kpi.card)).rows();
  Figure figure{&kpi, ledgers[rows]->uses[cube::place_of(*ledgers[rows], kpi.measures[rows])], {}};
  for (const cube::LedgerCells& first : ledgers.front()->axes) {
    if (!says_something(kpi.card, first.axis, plan)) continue;
    std::vector<Column> columns;
    for (std::size_t m = 0; m < ledgers.size(); ++m) {
      const cube::LedgerCells* cells = like(first.axis, *ledgers[m], plan);
      if (cells != nullptr) columns.push_back({cells, cube::place_of(*ledgers[m], kpi.measures[m])});
    }
    if (columns.size() < ledgers.size()) continue;
    const Measured& own = measured(kpi, first.axis, columns);
    figure.axes.push_back({&own, own.answers.get()});
  }
  return figure;
}

const kpis::MeasureCells* Figures::nothing(kpis::Take take) {
  const auto [it, fresh] = nothing_.try_emplace(take, take);
  if (fresh) it->second.reserve(1);
  return &it->second;
}

const Figures::Measured& Figures::measured(const kpis::Kpi& kpi, const cube::Axis& axis,
                                           const std::vector<Column>& columns) {
  Measured& own = measured_.emplace_back();
  own.axis = axis;
  std::vector<kpis::Sums::At> at;
  for (std::size_t m = 0; m < columns.size(); ++m) {
    const auto& [cells, measure] = columns[m];
    own.crowded = own.crowded || cells->crowded;
    for (uint32_t cell = 0; cell < cells->keys.size(); ++cell) {
      if (cells->sums[measure].empty(cell) && axis.kind != cube::AxisKind::total) continue;
      const std::size_t first = own.cell(cells->keys[cell]) * columns.size();
      if (first == at.size()) {
        for (const kpis::Measure& each : kpi.measures) at.push_back({nothing(each.take), 0});
      }
      at[first + m] = {&cells->sums[measure], cell};
    }
  }
  own.answers = kpis::measured_answers(kpi, own.keys.size(), std::move(at));
  return own;
}

}  // namespace pegel::report

#include "report/figures.h"

#include <algorithm>

#include "cube/targeted.h"

namespace pegel::report {

namespace {

// Measures of the KPI, by their position in the ledger.
std::vector<std::size_t> places_of(const kpis::Kpi& kpi, const cube::Ledger& ledger) {
  std::vector<std::size_t> places;
  for (const kpis::Measure& measure : kpi.measures) places.push_back(cube::place_of(ledger, measure));
  return places;
}

const cube::Ledger& ledger_of(const Plan& plan, const Card& card, const std::vector<cube::Ledger>& ledgers) {
  return *std::find_if(ledgers.begin(), ledgers.end(),
                       [&](const cube::Ledger& ledger) { return ledger.holds(card, cube::is_targeted(plan, card)); });
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
  const cube::Ledger& ledger = ledger_of(plan, kpi.card, cube_.ledgers);
  const kpis::Shape& shape = kpis::shape_of(kpi, kpis::variant_of(plan, kpi.card));
  Figure figure{&kpi, ledger.uses[places_of(kpi, ledger)[shape.rows()]], {}};
  for (const cube::LedgerCells& cells : ledger.axes) {
    const Measured& own = measured(kpi, ledger, cells);
    figure.axes.push_back({&own, own.answers.get()});
  }
  return figure;
}

const Figures::Measured& Figures::measured(const kpis::Kpi& kpi, const cube::Ledger& ledger,
                                           const cube::LedgerCells& cells) {
  std::vector<const kpis::MeasureCells*> columns;
  for (const std::size_t place : places_of(kpi, ledger)) columns.push_back(&cells.sums[place]);
  Measured& own = measured_.emplace_back();
  own.axis = cells.axis;
  own.crowded = cells.crowded;
  std::vector<uint32_t> held;
  for (uint32_t cell = 0; cell < cells.keys.size(); ++cell) {
    const bool empty = std::all_of(columns.begin(), columns.end(), [&](auto* column) { return column->empty(cell); });
    if (empty && cells.axis.kind != cube::AxisKind::total) continue;
    own.cell(cells.keys[cell]);
    held.push_back(cell);
  }
  own.answers = kpis::measured_answers(kpi, std::move(columns), std::move(held));
  return own;
}

}  // namespace pegel::report

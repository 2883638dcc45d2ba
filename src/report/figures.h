#pragma once
// What a Report finds in a Cube: every computed KPI with its axes, however it is counted.

#include <deque>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "cube/body.h"
#include "kpis/kpi.h"

namespace pegel::report {

/// The cells of a KPI on one axis that hold anything; of the total, its one.
struct FigureCells {
  const cube::Keys* keys;
  const kpis::Answers* answers;

  const cube::Axis& axis() const { return keys->axis; }
  std::span<const std::string> names() const { return keys->keys; }
};

struct Figure {
  const kpis::Kpi* kpi;
  kpis::Uses uses;  ///< of all rows of the KPI's kind
  std::vector<FigureCells> axes;

  const Card& card() const { return kpi->card; }
  /// Null: the KPI has no such axis.
  const FigureCells* on(cube::AxisKind kind, std::size_t dimension = 0) const;
};

/// Of a Cube, which must outlive it.
class Figures {
 public:
  Figures(const Plan& plan, const Cube::Body& cube);
  Figures(const Figures&) = delete;
  Figures& operator=(const Figures&) = delete;

  const std::vector<Figure>& all() const { return figures_; }  ///< in catalogue order
  /// Null: the KPI is not computed.
  const Figure* of(std::string_view id) const;
  const Cube::Body& cube() const { return cube_; }

 private:
  struct Measured : cube::Keys {
    std::unique_ptr<kpis::Answers> answers;
  };
  Figure figure_of(const cube::KpiCells& kpi) const;
  Figure figure_of(const Plan& plan, const kpis::Kpi& kpi);
  /// `columns`: by Measure, what the KPI finds on the axis.
  struct Column {
    const cube::LedgerCells* cells;
    std::size_t measure;  // position in the ledger
  };
  const Measured& measured(const kpis::Kpi& kpi, const cube::Axis& axis, const std::vector<Column>& columns);
  const kpis::MeasureCells* nothing(kpis::Take take);

  const Cube::Body& cube_;
  std::deque<Measured> measured_;
  std::map<kpis::Take, kpis::MeasureCells> nothing_;  // one empty cell
  std::vector<Figure> figures_;
};

}  // namespace pegel::report

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
  Counted counted;          ///< by the variant that it is made for
  bool looks_back = false;  ///< every cell holds all days: a finish needs the period
  kpis::Uses uses{};        ///< of all rows of the KPI's kind
  std::vector<FigureCells> axes{};

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

  /// A measured KPI by another variant than the plan's, in total.
  Figure total_of(const kpis::Kpi& kpi, std::string_view variant);
  const std::vector<Figure>& all() const { return figures_; }  ///< in catalogue order
  /// Null: the KPI is not computed.
  const Figure* of(std::string_view id) const;
  const Plan& plan() const { return plan_; }
  const Cube::Body& cube() const { return cube_; }

 private:
  struct Measured : cube::Keys {
    std::unique_ptr<kpis::Answers> answers;
  };
  Figure figure_of(const cube::KpiCells& kpi) const;
  Figure figure_of(const kpis::Kpi& kpi, std::string_view variant);
  /// What a Measure of the KPI has on an axis.
  struct Column {
    std::size_t of;  // position in the KPI's list
    const cube::Ledger* ledger;
    std::size_t place;               // position in the ledger
    const cube::LedgerCells* cells;  // null: nothing like the axis
    bool whole;                      // one cell for all of the axis
  };
  using Columns = std::vector<Column>;
  Columns columns_of(const kpis::Kpi& kpi, std::string_view variant) const;
  std::vector<cube::Axis> axes_of(const Figure& figure, const Columns& columns) const;
  void find_cells(const kpis::Kpi& kpi, const cube::Axis& axis, Columns& columns) const;
  /// The keys of an axis over time of a figure that looks back: those of `span`.
  std::vector<std::string> keys_of(const cube::Axis& axis, Kind kind) const;
  FigureCells measured(const Figure& figure, const cube::Axis& axis, const Columns& columns);
  const kpis::MeasureCells* nothing(kpis::Take take);

  const Plan& plan_;
  const Cube::Body& cube_;
  std::deque<Measured> measured_;
  std::map<kpis::Take, kpis::MeasureCells> nothing_;  // one empty cell
  std::vector<Figure> figures_;
};

}  // namespace pegel::report

#pragma once
// The inside of a Cube: for every computed KPI the cells of its axes.

#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "kpis/kpi.h"
#include "pegel/cube.h"

namespace pegel::cube {

/// What the cells of an axis are: everything in the period; everything in the period compared with; one cell a period of
/// the grain; one a value of a dimension. For targets, whose periods end on any day: one a day; one a value and day.
enum class AxisKind : uint8_t { total, previous, trend, dimension, day, cross };
struct Axis {
  AxisKind kind = AxisKind::total;
  std::size_t dimension = 0;  ///< index into Plan::dimensions, of dimension and cross axes
};

/// Cells by key: "" (total, previous), the period's first day as ISO date (trend, day), the value (dimension), or
/// value + '\n' + ISO date (cross).
struct Cells {
  Axis axis;
  std::vector<std::string> keys;
  tsl::robin_map<std::string, uint32_t> index;
  std::unique_ptr<kpis::Partials> partials;
  bool crowded = false;  ///< a dimension of more than kMostValues: it holds no cell

  uint32_t cell(const std::string& key);
  /// The index of a key, or kNoCell.
  uint32_t find(const std::string& key) const;
  /// Gives up a dimension of too many values; for good, so that any order of merging ends alike.
  void drop_if_crowded();
};

struct KpiCells {
  const kpis::Kpi* kpi = nullptr;
  std::vector<Cells> axes;  ///< as axes_of says
  kpis::Uses uses{};        ///< of all rows of the KPI's kind
  const Cells* on(AxisKind kind, std::size_t dimension = 0) const;
};

struct SourceRows {
  int64_t read = 0;
  int64_t left_out = 0;
  Day first = 0;  ///< of the kind's date roles; first > last: no day known
  Day last = -1;
};

/// The KPIs of the plan, and those that its targets need, that at least one Source can answer; in catalogue order.
std::vector<const kpis::Kpi*> computed(const Plan& plan);
std::vector<Axis> axes_of(const Plan& plan, const Card& card);
/// What keeps a KPI from being computed: nothing, its kind, or the roles that no Source of its kind provides.
struct Lack {
  bool kind = false;
  std::vector<Role> roles;
};
Lack lack_of(const Plan& plan, const Card& card);

}  // namespace pegel::cube

namespace pegel {

struct Cube::Body {
  std::vector<cube::KpiCells> kpis;
  std::vector<cube::SourceRows> sources;  ///< one a Source of the plan
  Issues issues;
};

}  // namespace pegel

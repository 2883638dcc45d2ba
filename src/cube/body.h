#pragma once
// The inside of a Cube: what every computed KPI rests on, by the cells of its axes.

#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "cube/lending.h"
#include "kpis/plan_kpis.h"
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
struct Keys {
  Axis axis;
  std::vector<std::string> keys;
  tsl::robin_map<std::string, uint32_t> index;
  bool crowded = false;  ///< a dimension of more than kMostValues: it holds no cell

  uint32_t cell(const std::string& key);
  /// The index of a key, or kNoCell.
  uint32_t find(const std::string& key) const;

 protected:
  /// Gives up a dimension of too many values, or one given up elsewhere: true, and no key is left.
  bool give_up_if_crowded();
};

/// The cells of a KPI with a Partial of its own.
struct Cells : Keys {
  std::unique_ptr<kpis::Partials> partials;
  /// For good, so that any order of merging ends alike.
  void drop_if_crowded();
};

struct KpiCells {
  const kpis::Kpi* kpi = nullptr;
  std::vector<Cells> axes;  ///< as axes_of says
  kpis::Uses uses{};        ///< of all rows of the KPI's kind
};

/// The cells of Measures; each Measure that is kept here has every one of them, the others have none.
struct LedgerCells : Keys {
  std::vector<kpis::MeasureCells> sums;  ///< by Measure
  std::vector<std::size_t> kept;         ///< positions of the Measures, ascending
  void reserve();                        ///< a cell for every key
  void drop_if_crowded();
};

/// Which rows, and how they are placed in time.
struct Basis {
  Kind kind = Kind::none;
  bool stock = false;  ///< by the state at the end of a day, else by what happened on it
  Role date = Role::none;
  bool targeted = false;  ///< with cells of single days
  bool operator==(const Basis&) const = default;
};
Basis basis_of(const Plan& plan, const Card& card, const kpis::Measure& measure);

/// What all KPIs count on one basis: each Measure once. Measures that no chosen variant looks at are kept for the total alone:
/// variants beside the chosen one are shown for no other cell.
struct Ledger {
  Basis basis;
  std::vector<const kpis::Measure*> measures;
  std::vector<LedgerCells> axes;
  std::vector<kpis::Uses> uses;  ///< by Measure, of all rows of the kind
};

/// The position of a Measure like this one; the number of measures when there is none.
std::size_t place_of(const Ledger& ledger, const kpis::Measure& measure);
/// The one of this basis, or null.
const Ledger* find_ledger(const std::vector<Ledger>& ledgers, const Basis& basis);

struct SourceRows {
  int64_t read = 0;
  int64_t left_out = 0;
  Day first = 0;  ///< of the kind's date roles; first > last: no day known
  Day last = -1;
  int64_t converted = 0;  ///< rows with amounts in another currency than the plan's, by a rate of their day
  Day first_rate = 0;     ///< meaningless where none is converted
  Day last_rate = 0;
};

/// The KPIs of the plan, and those that its targets need, that at least one Source can answer; in catalogue order.
std::vector<const kpis::Kpi*> computed(const Plan& plan, const kpis::PlanKpis& kpis);
/// Whether a KPI has cells on the axis: some are about one dimension alone; of a panel the others say what there is by value.
bool is_on(const Plan& plan, const Card& card, const Axis& axis);
/// `targeted`: with axes of single days.
std::vector<Axis> axes_of(const Plan& plan, Kind kind, Role date, bool targeted, Role by = Role::none);
/// What keeps a KPI from being computed: kinds without a Source, and roles that no Source of their kind provides.
struct Lack {
  std::vector<Kind> kinds;
  std::vector<Role> roles;
  bool nothing() const { return kinds.empty() && roles.empty(); }
};
Lack lack_of(const Plan& plan, const Card& card, std::string_view variant);
Lack lack_of(const Plan& plan, const Card& card);  ///< by the plan's variant
/// Where a KPI cannot be computed by its default, it is by the first variant with rows of its own that can.
void choose_variants(Plan& plan);

}  // namespace pegel::cube

namespace pegel {

struct Cube::Body {
  std::shared_ptr<const kpis::PlanKpis> kpis_of_plan;
  std::vector<const kpis::Kpi*> computed;  ///< in catalogue order
  std::vector<cube::KpiCells> kpis;        ///< those of them that have a Partial of their own
  std::vector<cube::Ledger> ledgers;       ///< of the others
  std::vector<cube::SourceRows> sources;   ///< one a Source of the plan
  std::vector<cube::LinkRows> links;       ///< as dataset::links_of lists them
  Issues issues;
};

}  // namespace pegel

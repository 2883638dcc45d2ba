// Batches to Cube: per Batch one Frame, one Placement a date role, then every KPI over every axis; cells get their keys
// when a Source is done.

#include <algorithm>

#include "base/civil_date.h"
#include "cube/batches.h"
#include "cube/body.h"
#include "cube/calendar.h"
#include "cube/grouping.h"
#include "cube/identity.h"
#include "dataset/frame.h"

namespace pegel::cube {

namespace {

using kpis::Frame;
using kpis::kNoCell;
using kpis::Use;

// KPIs with the same key share a Placement.
struct PlacementKey {
  bool stock;
  Role date;
  bool operator<(const PlacementKey& o) const { return std::tie(stock, date) < std::tie(o.stock, o.date); }
};
PlacementKey key_of(const Card& card) { return {card.semantic == Semantic::stock, card.date}; }

// A Placement with the cells of dimensions, made when the first KPI asks.
struct Placed {
  Placement rows;
  std::map<std::size_t, std::vector<uint32_t>> dimensions;
};

// Cross cells of one part: (dimension code, day's cell) pairs in order of appearance.
struct CrossCells {
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  tsl::robin_map<uint64_t, uint32_t> cells;
  uint32_t cell(uint32_t code, uint32_t day) {
    const auto [it, fresh] = cells.try_emplace((uint64_t{code} << 32) | day, static_cast<uint32_t>(pairs.size()));
    if (fresh) pairs.emplace_back(code, day);
    return it->second;
  }
};

class PartAggregator {
 public:
  PartAggregator(const Plan& plan, const Batches::Body::Part& part, Cube::Body& cube)
      : plan_(plan), part_(part), source_(plan.sources[part.source]), cube_(cube) {
    for (auto& kpi : cube.kpis) {
      if (kpi.kpi->card.kind == source_.kind) local_.push_back(local_of(kpi));
    }
  }

  void run(const std::vector<std::vector<uint8_t>>& dropped) {
    dataset::RowNotes notes(plan_, source_);
    for (std::size_t b = 0; b < part_.batches.size(); ++b) {
      const Frame frame(source_, part_.batches[b], plan_);
      add(frame, dropped[b]);
      note_days(frame);
      notes.add(frame);
    }
    cube_.issues.merge(notes.issues());
    for (Local& local : local_) fold(local);
  }

 private:
  struct Local {
    KpiCells* into;
    std::vector<std::unique_ptr<kpis::Partials>> axes;
    std::map<std::size_t, CrossCells> crosses;  // by axis
  };

  Local local_of(KpiCells& kpi) const {
    Local local{&kpi, {}, {}};
    for (std::size_t a = 0; a < kpi.axes.size(); ++a) {
      local.axes.push_back(kpi.kpi->make(kpis::variant_of(plan_, kpi.kpi->card)));
    }
    return local;
  }

  void add(const Frame& frame, const std::vector<uint8_t>& dropped) {
    std::map<PlacementKey, Placed> placements;
    for (Local& local : local_) {
      const Card& card = local.into->kpi->card;
      const PlacementKey key = key_of(card);
      auto it = placements.find(key);
      if (it == placements.end()) {
        it = placements.emplace(key, Placed{place(plan_, frame, card, dropped, periods_[key]), {}}).first;
      }
      add(local, frame, it->second);
    }
  }

  void add(Local& local, const Frame& frame, Placed& placed) {
    const Placement& placement = placed.rows;
    const Card& card = local.into->kpi->card;
    for (std::size_t a = 0; a < local.axes.size(); ++a) {
      const Axis& axis = local.into->axes[a].axis;
      auto& partials = *local.axes[a];
      switch (axis.kind) {
        case AxisKind::total:
          add_total(local, partials, frame, placement);
          break;
        case AxisKind::previous:
          partials.add(frame, placement.previous, previous_as_of(), nullptr);
          break;
        case AxisKind::trend:
          if (card.semantic == Semantic::stock) {
            add_stock_trend(partials, frame, placement);
          } else {
            partials.add(frame, placement.trend, as_of(plan_), nullptr);
          }
          break;
        case AxisKind::dimension:
          partials.add(frame, dimension_cells(frame, axis.dimension, placed), as_of(plan_), nullptr);
          break;
        case AxisKind::day:
          partials.add(frame, placement.days, as_of(plan_), nullptr);
          break;
        case AxisKind::cross:
          partials.add(frame, cross_cells(local.crosses[a], frame, axis.dimension, placement.days), as_of(plan_),
                       nullptr);
          break;
      }
    }
  }

  void add_total(Local& local, kpis::Partials& partials, const Frame& frame, const Placement& placement) {
    auto& uses = local.into->uses;
    partials.add(frame, placement.total, as_of(plan_), &uses);
    for (std::size_t u = 0; u < uses.size(); ++u) uses[u] += placement.outside[u];
    for (std::size_t row = 0; row < placement.undated.size(); ++row) {
      if (placement.undated[row] == 0) continue;
      const Use use = partials.use(frame, row, as_of(plan_));
      ++uses[static_cast<std::size_t>(use == Use::used ? Use::no_date : use)];
    }
  }

  Day previous_as_of() const { return compared_period(*plan_.period, plan_.comparison).end - 1; }

  void add_stock_trend(kpis::Partials& partials, const Frame& frame, const Placement& placement) {
    const int32_t last = ordinal_of(plan_.grain, as_of(plan_));
    for (int32_t back = 0; back < kStockPoints; ++back) {
      const Day day = std::min(period_at(plan_.grain, last - back).end - 1, as_of(plan_));
      partials.add(frame, in_stock(placement.stays, day, stock_trend_.cell(last - back)), day, nullptr);
    }
  }

  static const std::vector<uint32_t>& dimension_cells(const Frame& frame, std::size_t dimension, Placed& placed) {
    const auto [it, fresh] = placed.dimensions.try_emplace(dimension, placed.rows.total);
    std::vector<uint32_t>& cells = it->second;
    const auto& view = frame.dimension(dimension);
    if (!fresh || view.codes == nullptr) return cells;
    for (std::size_t row = 0; row < cells.size(); ++row) {
      if (cells[row] != kNoCell) cells[row] = view.codes[row];
    }
    return cells;
  }

  static std::vector<uint32_t> cross_cells(CrossCells& cross, const Frame& frame, std::size_t dimension,
                                           const std::vector<uint32_t>& days) {
    std::vector<uint32_t> cells(days);
    const auto& view = frame.dimension(dimension);
    for (std::size_t row = 0; row < cells.size(); ++row) {
      if (cells[row] != kNoCell) cells[row] = cross.cell(view.codes == nullptr ? 0 : view.codes[row], cells[row]);
    }
    return cells;
  }

  void note_days(const Frame& frame) {
    auto& rows = cube_.sources[part_.source];
    for (const SourceColumn& column : source_.columns) {
      const Role role = column.role;
      if (role != Role::created && role != Role::closed && role != Role::at && role != Role::entered) continue;
      for (std::size_t row = 0; row < frame.rows(); ++row) {
        const Day day = frame.day(role, row);
        if (!table::known(day)) continue;
        const bool empty = rows.first > rows.last;
        rows.first = empty ? day : std::min(rows.first, day);
        rows.last = empty ? day : std::max(rows.last, day);
      }
    }
  }

  std::string key_of_code(std::size_t dimension, uint32_t code) const {
    if (part_.batches.empty()) return {};
    const Frame& frame = *last_frame_;
    const auto& view = frame.dimension(dimension);
    return view.codes == nullptr ? std::string() : std::string(view.dictionary->value_of(code));
  }

  std::string key_of_period(const Card& card, uint32_t cell) const {
    const bool stock = card.semantic == Semantic::stock;
    const auto& ordinals = stock ? stock_trend_.ordinals() : periods_.at(key_of(card)).trend.ordinals();
    return base::iso_date(period_at(plan_.grain, ordinals[cell]).start);
  }

  std::string key_of_day(const Card& card, uint32_t cell) const {
    return base::iso_date(periods_.at(key_of(card)).days.ordinals()[cell]);
  }

  std::string key(const Local& local, std::size_t a, uint32_t cell) const {
    const Axis& axis = local.into->axes[a].axis;
    const Card& card = local.into->kpi->card;
    switch (axis.kind) {
      case AxisKind::trend:
        return key_of_period(card, cell);
      case AxisKind::dimension:
        return key_of_code(axis.dimension, cell);
      case AxisKind::day:
        return key_of_day(card, cell);
      case AxisKind::cross: {
        const auto [code, day] = local.crosses.at(a).pairs[cell];
        return key_of_code(axis.dimension, code) + '\n' + key_of_day(card, day);
      }
      default:
        return {};
    }
  }

  void fold(Local& local) {
    if (part_.batches.empty()) return;
    const Frame frame(source_, part_.batches.back(), plan_);
    last_frame_ = &frame;
    for (std::size_t a = 0; a < local.axes.size(); ++a) {
      Cells& into = local.into->axes[a];
      for (uint32_t cell = 0; cell < local.axes[a]->size(); ++cell) {
        if (!local.axes[a]->empty(cell)) {
          into.partials->merge(into.cell(key(local, a, cell)), *local.axes[a], cell);
        }
      }
    }
    last_frame_ = nullptr;
  }

  const Plan& plan_;
  const Batches::Body::Part& part_;
  const Source& source_;
  Cube::Body& cube_;
  std::vector<Local> local_;
  std::map<PlacementKey, PeriodCells> periods_;
  TrendCells stock_trend_;
  const Frame* last_frame_ = nullptr;
};

void count_rows(const Batches::Body::Part& part, Cube::Body& cube) {
  auto& rows = cube.sources[part.source];
  rows.read += part.rows_read;
  rows.left_out += part.rows_left_out;
  cube.issues.merge(part.issues);
}

}  // namespace

}  // namespace pegel::cube

namespace pegel {

Cube aggregate(const Plan& plan, const Batches& batches) {
  Cube cube(plan);
  auto& body = cube.body();
  const auto duplicates = cube::duplicates_of(plan, batches.body());
  body.issues.merge(duplicates->issues);
  for (std::size_t s = 0; s < body.sources.size(); ++s) body.sources[s].left_out += duplicates->left_out[s];
  for (std::size_t p = 0; p < batches.body().parts.size(); ++p) {
    const auto& part = batches.body().parts[p];
    cube::count_rows(part, body);
    if (plan.sources[part.source].kind == Kind::none) continue;
    cube::PartAggregator(plan, part, body).run(duplicates->dropped[p]);
  }
  return cube;
}

}  // namespace pegel

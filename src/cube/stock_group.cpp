// What is there at the end of a day: each day looked at sees other rows, so every axis over time adds its own.

#include <map>

#include "cube/calendar.h"
#include "cube/group.h"

namespace pegel::cube {

namespace {

using kpis::Frame;
using kpis::Partials;

class StockGroup final : public Group {
 public:
  StockGroup(const Plan& plan, std::vector<KpiCells*> kpis)
      : plan_(plan), entered_(kpis.front()->kpi->card.date), days_(stock_days(plan)) {
    for (KpiCells* kpi : kpis) locals_.push_back({kpi, make(*kpi, kpi->axes.size())});
  }

  void add(const Frame& frame, const KeptRows& kept, kpis::Judgements&) override {
    const StockRows rows = stock_rows(plan_, frame, entered_, kept.rows, days_);
    std::map<std::size_t, std::vector<RowCell>> by_code;  // by dimension
    for (Local& local : locals_) {
      for (std::size_t a = 0; a < local.axes.size(); ++a) add(local, a, frame, rows, by_code);
      auto& uses = local.into->uses;
      for (std::size_t u = 0; u < uses.size(); ++u) uses[u] += rows.left_out[u] + kept.left_out[u];
    }
  }

  void fold(const Frame& frame) override {
    for (const Local& local : locals_) {
      for (std::size_t a = 0; a < local.axes.size(); ++a) {
        Cells& into = local.into->axes[a];
        fold_cells(*local.axes[a], into, [&](uint32_t cell) { return key_of(into.axis, frame, cell); });
      }
    }
  }

 private:
  struct Local {
    KpiCells* into;
    std::vector<std::unique_ptr<Partials>> axes;
  };

  std::vector<std::unique_ptr<Partials>> make(const KpiCells& kpi, std::size_t axes) const {
    std::vector<std::unique_ptr<Partials>> made;
    for (std::size_t a = 0; a < axes; ++a) made.push_back(kpi.kpi->make(kpis::variant_of(plan_, kpi.kpi->card)));
    return made;
  }

  void add(Local& local, std::size_t a, const Frame& frame, const StockRows& rows,
           std::map<std::size_t, std::vector<RowCell>>& by_code) const {
    const Axis& axis = local.into->axes[a].axis;
    Partials& partials = *local.axes[a];
    partials.reserve(axis.kind == AxisKind::trend ? days_.size() : 1);
    switch (axis.kind) {
      case AxisKind::total:
        partials.add(frame, rows.total, as_of(plan_), &local.into->uses);
        break;
      case AxisKind::previous:
        partials.add(frame, rows.previous, previous_as_of(plan_), nullptr);
        break;
      case AxisKind::trend:
        for (std::size_t point = 0; point < days_.size(); ++point) {
          partials.add(frame, rows.trend[point], days_[point], nullptr);
        }
        break;
      case AxisKind::dimension: {
        const auto& view = frame.dimension(axis.dimension);
        const auto [it, fresh] = by_code.try_emplace(axis.dimension);
        if (fresh) it->second = rows_by_code(rows.total, view);
        partials.reserve(codes_of(view));
        partials.add(frame, it->second, as_of(plan_), nullptr);
        break;
      }
      default:
        break;
    }
  }

  std::string key_of(const Axis& axis, const Frame& frame, uint32_t cell) const {
    if (axis.kind == AxisKind::trend) return key_of_period(plan_, ordinal_of(Calendar(plan_), days_[cell]));
    return axis.kind == AxisKind::dimension ? key_of_code(frame, axis.dimension, cell) : std::string();
  }

  const Plan& plan_;
  Role entered_;
  std::vector<Day> days_;
  std::vector<Local> locals_;
};

}  // namespace

std::unique_ptr<Group> stock_group(const Plan& plan, std::vector<KpiCells*> kpis) {
  return std::make_unique<StockGroup>(plan, std::move(kpis));
}

}  // namespace pegel::cube

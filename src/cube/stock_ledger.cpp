// Rows to the cells of Measures of a stock.

#include "cube/calendar.h"
#include "cube/local_cells.h"

namespace pegel::cube {

namespace {

using kpis::Frame;
using kpis::Use;
using kpis::Uses;

/// Each day looked at sees other rows, so every axis over time adds its own.
class StockLedger final : public Group {
 public:
  StockLedger(const Plan& plan, Ledger& ledger) : plan_(plan), ledger_(ledger), sets_(row_sets(ledger)) {
    for (std::size_t a = 0; a < ledger.axes.size(); ++a) {
      if (ledger.axes[a].kept.empty()) continue;
      axes_.emplace_back(a, ledger);
      if (ledger.axes[a].axis.kind == AxisKind::trend) days_ = stock_days(plan);
    }
  }

  void add(const Frame& frame, const KeptRows& kept, kpis::Judgements& judgements) override {
    const StockRows rows = stock_rows(plan_, frame, ledger_.basis.date, kept.rows, days_);
    Stock stock{rows_of(rows.total), rows_of(rows.previous), {}};
    for (const auto& point : rows.trend) stock.trend.push_back(rows_of(point));
    point_of_.resize(frame.rows());
    for (LocalCells& local : axes_) local.reserve(cells_of(frame, ledger_.axes[local.axis].axis));
    for (const RowSet& set : sets_) {
      Uses counted = rows.left_out;
      add_uses(counted, kept.left_out);
      const std::vector<Use>& uses = judgements.of(*ledger_.measures[set.front()], frame);
      const Numbers used = used_of(stock.total, uses, &counted);
      for (const std::size_t m : set) add_uses(ledger_.uses[m], counted);
      for (LocalCells& local : axes_) add_axis(frame, set, stock, used, uses, local);
    }
  }

  void fold(const Frame& frame) override {
    for (LocalCells& local : axes_) {
      LedgerCells& into = ledger_.axes[local.axis];
      for (uint32_t cell = 0; cell < local.size; ++cell) local.fold(cell, into, key_of(into.axis, frame, cell));
      local = LocalCells(local.axis, ledger_);
    }
  }

 private:
  /// StockRows without their cells.
  struct Stock {
    Numbers total;
    Numbers previous;
    std::vector<Numbers> trend;
  };

  std::size_t cells_of(const Frame& frame, const Axis& axis) const {
    if (axis.kind == AxisKind::trend) return days_.size();
    return axis.kind == AxisKind::dimension ? codes_of(frame.dimension(axis.dimension)) : 1;
  }

  /// `total`: the rows of the stock that are used.
  void add_axis(const Frame& frame, const RowSet& set, const Stock& stock, const Numbers& total,
                const std::vector<Use>& uses, LocalCells& local) {
    const Axis& axis = ledger_.axes[local.axis].axis;
    switch (axis.kind) {
      case AxisKind::total:
        return add_rows(frame, set, total, nullptr, local);
      case AxisKind::previous:
        return add_rows(frame, set, used_of(stock.previous, uses, nullptr), nullptr, local);
      case AxisKind::dimension:
        return add_rows(frame, set, total, frame.dimension(axis.dimension).codes, local);
      case AxisKind::trend:
        for (uint32_t point = 0; point < stock.trend.size(); ++point) {
          const Numbers used = used_of(stock.trend[point], uses, nullptr);
          for (const uint32_t row : used) point_of_[row] = point;
          add_rows(frame, set, used, point_of_.data(), local);
        }
        return;
      default:
        return;
    }
  }

  void add_rows(const Frame& frame, const RowSet& set, const Numbers& rows, const uint32_t* cell_of,
                LocalCells& local) {
    for (const std::size_t m : set) {
      if (local.keeps(m)) local.sums[m].add(*ledger_.measures[m], frame, rows, cell_of);
    }
  }

  std::string key_of(const Axis& axis, const Frame& frame, uint32_t cell) const {
    if (axis.kind == AxisKind::trend) return key_of_period(plan_, ordinal_of(Calendar(plan_), days_[cell]));
    return axis.kind == AxisKind::dimension ? key_of_code(frame, axis.dimension, cell) : std::string();
  }

  const Plan& plan_;
  Ledger& ledger_;
  std::vector<RowSet> sets_;
  std::vector<Day> days_;  // that the trend looks at; none where there is no trend
  std::vector<LocalCells> axes_;
  Numbers point_of_;  // of the trend's point that is being added, by row
};

}  // namespace

std::unique_ptr<Group> stock_ledger(const Plan& plan, Ledger& ledger) {
  return std::make_unique<StockLedger>(plan, ledger);
}

}  // namespace pegel::cube

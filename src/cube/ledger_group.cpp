// Rows to the cells of Measures. Each set of rows that Measures share is judged and listed once; the axes over time are made of
// the cells of Whens.

#include <algorithm>
#include <array>
#include <optional>

#include "base/civil_date.h"
#include "cube/calendar.h"
#include "cube/group.h"
#include "cube/pair_cells.h"

namespace pegel::cube {

namespace {

using kpis::Frame;
using kpis::Measure;
using kpis::MeasureCells;
using kpis::Use;
using kpis::Uses;
using Numbers = std::vector<uint32_t>;

/// Measures that use the same rows, by position.
using RowSet = std::vector<std::size_t>;

std::vector<RowSet> row_sets(const Ledger& ledger) {
  std::vector<RowSet> sets;
  for (std::size_t m = 0; m < ledger.measures.size(); ++m) {
    const auto found = std::find_if(sets.begin(), sets.end(), [&](const RowSet& set) {
      return same_rows(*ledger.measures[set.front()], *ledger.measures[m]);
    });
    (found == sets.end() ? sets.emplace_back() : *found).push_back(m);
  }
  return sets;
}

void add_uses(Uses& into, const Uses& uses) {
  for (std::size_t u = 0; u < into.size(); ++u) into[u] += uses[u];
}

/// Those of `rows` that are used; `counted` gets what became of each.
Numbers used_of(const Numbers& rows, const std::vector<Use>& uses, Uses* counted) {
  Numbers list(rows.size());
  std::size_t n = 0;
  std::array<std::array<uint32_t, kpis::kUses>, 4> by_turns{};  // so that equal neighbours do not wait for each other
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Use use = uses[rows[i]];
    list[n] = rows[i];
    n += use == Use::used ? 1 : 0;
    ++by_turns[i % by_turns.size()][static_cast<std::size_t>(use)];
  }
  list.resize(n);
  for (std::size_t u = 0; counted != nullptr && u < kpis::kUses; ++u) {
    for (const auto& turn : by_turns) (*counted)[u] += turn[u];
  }
  return list;
}

Numbers rows_of(const std::vector<RowCell>& list) {
  Numbers rows(list.size());
  std::transform(list.begin(), list.end(), rows.begin(), [](const RowCell& at) { return at.row; });
  return rows;
}

/// Cells of an axis while rows are added; their keys are made when they are folded.
struct LocalCells {
  std::size_t axis = 0;
  std::vector<MeasureCells> sums;  // by Measure
  std::vector<std::size_t> kept;   // as LedgerCells::kept
  std::size_t size = 0;

  LocalCells(std::size_t of_axis, const Ledger& ledger) : axis(of_axis), kept(ledger.axes[of_axis].kept) {
    for (const Measure* measure : ledger.measures) sums.emplace_back(measure->take);
  }
  void reserve(std::size_t cells) {
    for (const std::size_t m : kept) sums[m].reserve(cells);
    size = std::max(size, cells);
  }
  bool keeps(std::size_t m) const { return std::binary_search(kept.begin(), kept.end(), m); }
  bool empty(std::size_t cell, const std::vector<std::size_t>& measures) const {
    return std::all_of(measures.begin(), measures.end(), [&](std::size_t m) { return sums[m].empty(cell); });
  }
  // Once a cell.
  void fold(std::size_t cell, LedgerCells& into, const std::string& key) {
    if (empty(cell, into.kept)) return;
    const uint32_t to = into.cell(key);
    into.reserve();
    for (const std::size_t m : into.kept) into.sums[m].take(to, sums[m], cell);
  }
  // Of a cell that goes to other axes, too.
  void copy(std::size_t cell, LedgerCells& into, const std::string& key) const {
    if (empty(cell, into.kept)) return;
    const uint32_t to = into.cell(key);
    into.reserve();
    for (const std::size_t m : into.kept) into.sums[m].merge(to, sums[m], cell);
  }
};

class FlowLedger final : public Group {
 public:
  FlowLedger(const Plan& plan, Ledger& ledger)
      : plan_(plan),
        ledger_(ledger),
        sets_(row_sets(ledger)),
        whens_(plan, ledger.basis.date != Role::none),
        over_time_(0, ledger) {
    for (std::size_t a = 0; a < ledger.axes.size(); ++a) {
      const AxisKind kind = ledger.axes[a].axis.kind;
      if (ledger.axes[a].kept.empty()) continue;
      if (kind == AxisKind::dimension) by_value_.emplace_back(a, ledger);
      if (kind == AxisKind::cross) by_day_.push_back({LocalCells(a, ledger), {}});
    }
  }

  void add(const Frame& frame, const KeptRows& kept, kpis::Judgements& judgements) override {
    const FlowRows rows = flow_rows(frame, ledger_.basis.date, kept.rows, whens_);
    inside_ = rows_of(rows.inside);
    outside_ = rows_of(rows.outside);
    place(frame, rows);
    for (const RowSet& set : sets_) {
      Uses counted = rows.left_out;
      add_uses(counted, kept.left_out);
      add_set(frame, set, rows, judgements.of(*ledger_.measures[set.front()], frame), counted);
      for (const std::size_t m : set) add_uses(ledger_.uses[m], counted);
    }
  }

  void fold(const Frame& frame) override {
    for (uint32_t w = 0; w < over_time_.size; ++w) fold_when(w);
    over_time_ = LocalCells(0, ledger_);
    for (LocalCells& local : by_value_) {
      LedgerCells& into = ledger_.axes[local.axis];
      for (uint32_t cell = 0; cell < local.size; ++cell) {
        local.fold(cell, into, key_of_code(frame, into.axis.dimension, cell));
      }
      local = LocalCells(local.axis, ledger_);
    }
    for (Crossed& crossed : by_day_) fold_crossed(crossed, frame);
  }

 private:
  struct Crossed {
    LocalCells local;
    SparseCells pairs;
    Numbers cell_of{};  // of the rows of one Frame
  };

  // The cells of each row: its When, and pairs of that with a value.
  void place(const Frame& frame, const FlowRows& rows) {
    when_of_.resize(frame.rows());
    for (const auto* list : {&rows.inside, &rows.outside}) {
      for (const RowCell& at : *list) when_of_[at.row] = at.cell;
    }
    over_time_.reserve(whens_.size());
    for (LocalCells& local : by_value_) local.reserve(codes_of(view_of(frame, local)));
    for (Crossed& crossed : by_day_) {
      crossed.cell_of.resize(frame.rows());
      const auto& view = view_of(frame, crossed.local);
      for (const auto* list : {&rows.inside, &rows.outside}) {
        for (const RowCell& at : *list) crossed.cell_of[at.row] = crossed.pairs.cell(at.cell, code_at(view, at.row));
      }
      crossed.local.reserve(crossed.pairs.pairs().size());
    }
  }

  const dataset::DimensionView& view_of(const Frame& frame, const LocalCells& local) const {
    return frame.dimension(ledger_.axes[local.axis].axis.dimension);
  }

  void add_set(const Frame& frame, const RowSet& set, const FlowRows& rows, const std::vector<Use>& uses,
               Uses& counted) {
    const Numbers inside = used_of(inside_, uses, &counted);
    const Numbers outside = used_of(outside_, uses, nullptr);
    for (const uint32_t row : rows.undated) {
      const Use use = uses[row];
      ++counted[static_cast<std::size_t>(use == Use::used ? Use::no_date : use)];
    }
    for (const std::size_t m : set) {
      const Measure& measure = *ledger_.measures[m];
      over_time_.sums[m].add(measure, frame, inside, when_of_.data());
      over_time_.sums[m].add(measure, frame, outside, when_of_.data());
      for (LocalCells& local : by_value_) {
        if (local.keeps(m)) local.sums[m].add(measure, frame, inside, view_of(frame, local).codes);
      }
      for (Crossed& crossed : by_day_) {
        if (!crossed.local.keeps(m)) continue;
        crossed.local.sums[m].add(measure, frame, inside, crossed.cell_of.data());
        crossed.local.sums[m].add(measure, frame, outside, crossed.cell_of.data());
      }
    }
  }

  void fold_when(uint32_t w) {
    LedgerCells* last = nullptr;  // what it is kept for: a copy is saved
    std::string last_key;
    for (LedgerCells& into : ledger_.axes) {
      auto key = key_on(into.axis.kind, whens_.at(w));
      if (!key) continue;
      if (last != nullptr) over_time_.copy(w, *last, last_key);
      last = &into;
      last_key = std::move(*key);
    }
    if (last != nullptr) over_time_.fold(w, *last, last_key);
  }

  /// Of the cell of an axis over time; nothing: the When is not on it.
  std::optional<std::string> key_on(AxisKind axis, const When& when) const {
    switch (axis) {
      case AxisKind::total:
        return when.total ? std::optional<std::string>("") : std::nullopt;
      case AxisKind::previous:
        return when.previous ? std::optional<std::string>("") : std::nullopt;
      case AxisKind::trend:
        return when.dated ? std::optional(key_of_period(plan_, when.period)) : std::nullopt;
      case AxisKind::day:
        return when.dated ? std::optional(base::iso_date(when.day)) : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  void fold_crossed(Crossed& crossed, const Frame& frame) {
    LedgerCells& into = ledger_.axes[crossed.local.axis];
    for (uint32_t cell = 0; cell < crossed.local.size; ++cell) {
      const Pair pair = crossed.pairs.pairs()[cell];
      const When& when = whens_.at(pair.when);
      if (!when.dated) continue;
      const std::string key = key_of_code(frame, into.axis.dimension, pair.code) + '\n' + base::iso_date(when.day);
      crossed.local.fold(cell, into, key);
    }
  }

  const Plan& plan_;
  Ledger& ledger_;
  std::vector<RowSet> sets_;
  Whens whens_;
  LocalCells over_time_;
  std::vector<LocalCells> by_value_;
  std::vector<Crossed> by_day_;
  Numbers inside_;
  Numbers outside_;
  Numbers when_of_;
};

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
    point_of_.resize(frame.rows());
    for (LocalCells& local : axes_) local.reserve(cells_of(frame, ledger_.axes[local.axis].axis));
    for (const RowSet& set : sets_) {
      Uses counted = rows.left_out;
      add_uses(counted, kept.left_out);
      const std::vector<Use>& uses = judgements.of(*ledger_.measures[set.front()], frame);
      const Numbers used = used_of(rows_of(rows.total), uses, &counted);
      for (const std::size_t m : set) add_uses(ledger_.uses[m], counted);
      for (LocalCells& local : axes_) add_axis(frame, set, rows, used, uses, local);
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
  std::size_t cells_of(const Frame& frame, const Axis& axis) const {
    if (axis.kind == AxisKind::trend) return days_.size();
    return axis.kind == AxisKind::dimension ? codes_of(frame.dimension(axis.dimension)) : 1;
  }

  void add_axis(const Frame& frame, const RowSet& set, const StockRows& rows, const Numbers& total,
                const std::vector<Use>& uses, LocalCells& local) {
    const Axis& axis = ledger_.axes[local.axis].axis;
    switch (axis.kind) {
      case AxisKind::total:
        return add_rows(frame, set, total, nullptr, local);
      case AxisKind::previous:
        return add_rows(frame, set, used_of(rows_of(rows.previous), uses, nullptr), nullptr, local);
      case AxisKind::dimension:
        return add_rows(frame, set, total, frame.dimension(axis.dimension).codes, local);
      case AxisKind::trend:
        for (uint32_t point = 0; point < rows.trend.size(); ++point) {
          const Numbers used = used_of(rows_of(rows.trend[point]), uses, nullptr);
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

std::unique_ptr<Group> ledger_group(const Plan& plan, Ledger& ledger) {
  if (ledger.basis.stock) return std::make_unique<StockLedger>(plan, ledger);
  return std::make_unique<FlowLedger>(plan, ledger);
}

}  // namespace pegel::cube

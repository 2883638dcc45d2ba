// Rows to the cells of Measures that see each of them in one period. Each set of rows that Measures share is judged and
// listed once; the axes over time are made of the cells of Whens.

#include <optional>

#include "base/civil_date.h"
#include "cube/calendar.h"
#include "cube/local_cells.h"
#include "cube/pair_cells.h"

namespace pegel::cube {

namespace {

using kpis::Frame;
using kpis::Measure;
using kpis::Use;
using kpis::Uses;

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

}  // namespace

std::unique_ptr<Group> flow_ledger(const Plan& plan, Ledger& ledger) {
  return std::make_unique<FlowLedger>(plan, ledger);
}

}  // namespace pegel::cube

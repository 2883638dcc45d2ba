// What happened on days. Every axis over time is a coarser view of one set of fine cells: a When and, where they stay few,
// a value of one dimension. So a row is added once for all of them, and once more for each further dimension.

#include <algorithm>
#include <map>

#include "base/civil_date.h"
#include "cube/group.h"
#include "cube/pair_cells.h"

namespace pegel::cube {

namespace {

using kpis::Frame;
using kpis::kNoCell;
using kpis::Partials;
using kpis::Use;
using kpis::Uses;

constexpr std::size_t kMostFineCells = 1 << 16;
constexpr std::size_t kFewFineCells = 256;
constexpr std::size_t kRowsAFineCell = 16;  // with fewer, merging the cells costs more than adding rows again

struct Lists {
  std::vector<RowCell> inside;
  std::vector<RowCell> outside;
};

class FlowGroup final : public Group {
 public:
  FlowGroup(const Plan& plan, std::vector<KpiCells*> kpis, const Extent& extent)
      : plan_(plan),
        date_(counted_by(kpis.front()->kpi->card, kpis::variant_of(plan, kpis.front()->kpi->card)).date),
        whens_(plan, date_ != Role::none),
        most_fine_(std::clamp(extent.rows / kRowsAFineCell, kFewFineCells, kMostFineCells)),
        most_whens_(whens_.at_most(extent.first, extent.last)) {
    for (KpiCells* kpi : kpis) locals_.push_back({kpi, {}, nullptr, {}, true});
  }

  void add(const Frame& frame, const KeptRows& kept, kpis::Judgements&) override {
    const FlowRows rows = flow_rows(frame, date_, kept.rows, whens_);
    std::map<std::size_t, Lists> fine;                    // by dimension
    std::map<std::size_t, std::vector<RowCell>> by_code;  // by dimension
    for (Local& local : locals_) {
      if (local.fine == nullptr) begin(local, frame);
      add_fine(local, frame, rows, fine);
      for (Own& own : local.own) add_own(local, own, frame, rows, by_code);
      count_uses(local, frame, rows, kept.left_out);
    }
  }

  void fold(const Frame& frame) override {
    for (Local& local : locals_) {
      if (local.fine == nullptr) continue;
      fold_fine(local, frame);
      local.fine = nullptr;
      for (Own& own : local.own) fold_own(own, local.into->axes[own.axis], frame);
      local.own.clear();
    }
  }

 private:
  /// An axis that is no coarser view of the fine cells.
  struct Own {
    std::size_t axis;
    std::unique_ptr<Partials> partials;
    SparseCells pairs;  // of cross axes
  };
  struct Local {
    KpiCells* into;
    std::optional<std::size_t> base;  // the dimension of the fine cells
    std::unique_ptr<Partials> fine;
    std::vector<Own> own;
    bool counts = true;  // what becomes of the rows: they are of the KPI's kind
  };

  std::unique_ptr<Partials> make(const Local& local) const {
    return local.into->kpi->make(kpis::variant_of(plan_, local.into->kpi->card));
  }

  void begin(Local& local, const Frame& frame) const {
    local.fine = make(local);
    const Card& card = local.into->kpi->card;
    local.counts = counted_by(card, kpis::variant_of(plan_, card)).kind == frame.kind();
    std::size_t fewest = most_fine_ / most_whens_ + 1;
    for (const Cells& cells : local.into->axes) {
      if (cells.axis.kind != AxisKind::dimension) continue;
      const std::size_t codes = codes_of(frame.dimension(cells.axis.dimension));
      if (codes >= fewest) continue;
      fewest = codes;
      local.base = cells.axis.dimension;
    }
    for (std::size_t a = 0; a < local.into->axes.size(); ++a) {
      const Axis& axis = local.into->axes[a].axis;
      const bool other = axis.kind == AxisKind::dimension && axis.dimension != local.base;
      if (other || axis.kind == AxisKind::previous || axis.kind == AxisKind::cross) {
        local.own.push_back({a, make(local), {}});
      }
    }
  }

  void add_fine(Local& local, const Frame& frame, const FlowRows& rows, std::map<std::size_t, Lists>& lists) {
    kpis::Uses* const uses = local.counts ? &local.into->uses : nullptr;
    if (!local.base) {
      local.fine->reserve(whens_.size());
      local.fine->add(frame, rows.inside, as_of(plan_), uses);
      local.fine->add(frame, rows.outside, as_of(plan_), nullptr);
      return;
    }
    FineCells& cells = fine_cells_[*local.base];
    const auto [it, fresh] = lists.try_emplace(*local.base);
    if (fresh) it->second = fine_lists(frame.dimension(*local.base), rows, cells);
    local.fine->reserve(cells.pairs().size());
    local.fine->add(frame, it->second.inside, as_of(plan_), uses);
    local.fine->add(frame, it->second.outside, as_of(plan_), nullptr);
  }

  static Lists fine_lists(const dataset::DimensionView& view, const FlowRows& rows, FineCells& cells) {
    Lists lists{rows.inside, rows.outside};
    for (auto* list : {&lists.inside, &lists.outside}) {
      for (RowCell& at : *list) at.cell = cells.cell(at.cell, code_at(view, at.row));
    }
    return lists;
  }

  void add_own(Local& local, Own& own, const Frame& frame, const FlowRows& rows,
               std::map<std::size_t, std::vector<RowCell>>& by_code) {
    const Axis& axis = local.into->axes[own.axis].axis;
    if (axis.kind == AxisKind::previous) {
      own.partials->reserve(1);
      own.partials->add(frame, previous_rows(rows), previous_as_of(plan_), nullptr);
      return;
    }
    const auto& view = frame.dimension(axis.dimension);
    if (axis.kind == AxisKind::cross) {
      const auto list = cross_rows(view, rows, own.pairs);
      own.partials->reserve(own.pairs.pairs().size());
      own.partials->add(frame, list, as_of(plan_), nullptr);
      return;
    }
    const auto [it, fresh] = by_code.try_emplace(axis.dimension);
    if (fresh) it->second = rows_by_code(rows.inside, view);
    own.partials->reserve(codes_of(view));
    own.partials->add(frame, it->second, as_of(plan_), nullptr);
  }

  std::vector<RowCell> previous_rows(const FlowRows& rows) const {
    std::vector<RowCell> list;
    for (const auto* from : {&rows.inside, &rows.outside}) {
      for (const RowCell& at : *from) {
        if (whens_.at(at.cell).previous) list.push_back({at.row, 0});
      }
    }
    return list;
  }

  std::vector<RowCell> cross_rows(const dataset::DimensionView& view, const FlowRows& rows, SparseCells& cells) const {
    std::vector<RowCell> list;
    for (const auto* from : {&rows.inside, &rows.outside}) {
      for (const RowCell& at : *from) {
        if (whens_.at(at.cell).dated) list.push_back({at.row, cells.cell(at.cell, code_at(view, at.row))});
      }
    }
    return list;
  }

  void count_uses(Local& local, const Frame& frame, const FlowRows& rows, const Uses& left_out) const {
    if (!local.counts) return;
    auto& uses = local.into->uses;
    for (std::size_t u = 0; u < uses.size(); ++u) uses[u] += rows.left_out[u] + left_out[u];
    for (const uint32_t row : rows.undated) {
      const Use use = local.fine->use(frame, row, as_of(plan_));
      ++uses[static_cast<std::size_t>(use == Use::used ? Use::no_date : use)];
    }
  }

  /// The cell of an axis that a pair belongs to, or kNoCell; each key is made once.
  class Coarse {
   public:
    Coarse(const FlowGroup& group, const Local& local, Cells& cells, const Frame& frame)
        : group_(group), local_(local), cells_(cells), frame_(frame) {}

    uint32_t cell(const Pair& pair) {
      const When& when = group_.whens_.at(pair.when);
      switch (cells_.axis.kind) {
        case AxisKind::total:
          return when.total ? at(0, [] { return std::string(); }) : kNoCell;
        case AxisKind::trend:
          return when.dated ? at(pair.when, [&] { return key_of_period(group_.plan_, when.period); }) : kNoCell;
        case AxisKind::day:
          return when.dated ? at(pair.when, [&] { return base::iso_date(when.day); }) : kNoCell;
        case AxisKind::dimension:
          if (!when.total || cells_.axis.dimension != local_.base) return kNoCell;
          return at(pair.code, [&] { return key_of_code(frame_, *local_.base, pair.code); });
        default:
          return kNoCell;
      }
    }

   private:
    template <class Key>
    uint32_t at(std::size_t number, const Key& key) {
      if (number >= known_.size()) known_.resize(number + 1, kNoCell);
      if (known_[number] == kNoCell) known_[number] = cells_.cell(key());
      return known_[number];
    }

    const FlowGroup& group_;
    const Local& local_;
    Cells& cells_;
    const Frame& frame_;
    std::vector<uint32_t> known_;
  };

  void fold_fine(Local& local, const Frame& frame) {
    std::vector<Coarse> axes;
    for (Cells& into : local.into->axes) axes.emplace_back(*this, local, into, frame);
    for (uint32_t cell = 0; cell < local.fine->size(); ++cell) {
      if (local.fine->empty(cell)) continue;
      const Pair pair = local.base ? fine_cells_.at(*local.base).pairs()[cell] : Pair{cell, 0};
      std::optional<std::pair<std::size_t, uint32_t>> last;  // what it is kept for: a copy is saved
      for (std::size_t a = 0; a < axes.size(); ++a) {
        const uint32_t to = axes[a].cell(pair);
        if (to == kNoCell) continue;
        if (last) local.into->axes[last->first].partials->merge(last->second, *local.fine, cell);
        last = {a, to};
      }
      if (last) local.into->axes[last->first].partials->take(last->second, *local.fine, cell);
    }
  }

  void fold_own(Own& own, Cells& into, const Frame& frame) const {
    const Axis& axis = into.axis;
    fold_cells(*own.partials, into, [&](uint32_t cell) -> std::string {
      if (axis.kind == AxisKind::previous) return {};
      if (axis.kind == AxisKind::dimension) return key_of_code(frame, axis.dimension, cell);
      const Pair pair = own.pairs.pairs()[cell];
      return key_of_code(frame, axis.dimension, pair.code) + '\n' + base::iso_date(whens_.at(pair.when).day);
    });
  }

  const Plan& plan_;
  Role date_;
  Whens whens_;
  std::size_t most_fine_;
  std::size_t most_whens_;
  std::vector<Local> locals_;
  std::map<std::size_t, FineCells> fine_cells_;  // by dimension
};

}  // namespace

std::unique_ptr<Group> flow_group(const Plan& plan, std::vector<KpiCells*> kpis, const Extent& extent) {
  return std::make_unique<FlowGroup>(plan, std::move(kpis), extent);
}

}  // namespace pegel::cube

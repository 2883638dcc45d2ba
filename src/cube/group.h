#pragma once
// The KPIs of one Source that share a date role: rows go to cells once for all of them.

#include <memory>
#include <vector>

#include "cube/body.h"
#include "cube/grouping.h"

namespace pegel::cube {

class Group {
 public:
  virtual ~Group() = default;
  /// `judgements`: of this Frame.
  virtual void add(const kpis::Frame& frame, const KeptRows& kept, kpis::Judgements& judgements) = 0;
  /// Brings what was added into the Cube's cells. `frame`: any of those added; its dictionaries name the values.
  virtual void fold(const kpis::Frame& frame) = 0;
};

/// What a Group may assume of all Frames to come.
struct Extent {
  std::size_t rows = 0;
  Day first = 0;  ///< first > last: no day is known
  Day last = -1;
};
/// `kpis` must have one semantic class (stock or not) and one date role.
std::unique_ptr<Group> flow_group(const Plan& plan, std::vector<KpiCells*> kpis, const Extent& extent);
std::unique_ptr<Group> stock_group(const Plan& plan, std::vector<KpiCells*> kpis);
/// The same for Measures, whose date is the Ledger's.
std::unique_ptr<Group> flow_ledger(const Plan& plan, Ledger& ledger);
std::unique_ptr<Group> stock_ledger(const Plan& plan, Ledger& ledger);

inline uint32_t code_at(const dataset::DimensionView& view, uint32_t row) {
  return view.codes == nullptr ? 0 : view.codes[row];
}
inline std::size_t codes_of(const dataset::DimensionView& view) {
  return view.codes == nullptr ? 1 : view.dictionary->size();
}
/// The same rows, each in the cell of its code.
std::vector<RowCell> rows_by_code(std::vector<RowCell> rows, const dataset::DimensionView& view);
std::string key_of_code(const kpis::Frame& frame, std::size_t dimension, uint32_t code);
std::string key_of_period(const Plan& plan, int32_t period);

/// Gives the cells that hold anything to those of an axis; `key_of(cell)` names them.
template <class KeyOf>
void fold_cells(kpis::Partials& from, Cells& into, const KeyOf& key_of) {
  for (uint32_t cell = 0; cell < from.size(); ++cell) {
    if (!from.empty(cell)) into.partials->take(into.cell(key_of(cell)), from, cell);
  }
}

}  // namespace pegel::cube

#pragma once
// The rows that Measures share, and the cells of an axis while rows are added to them.

#include <cstdint>
#include <string>
#include <vector>

#include "base/unset_vector.h"
#include "cube/group.h"

namespace pegel::cube {

using Numbers = base::UnsetVector<uint32_t>;

/// Measures that use the same rows, by position.
using RowSet = std::vector<std::size_t>;
std::vector<RowSet> row_sets(const Ledger& ledger);

void add_uses(kpis::Uses& into, const kpis::Uses& uses);
/// Those of `rows` that are used; `counted` gets what became of each.
Numbers used_of(const Numbers& rows, const std::vector<kpis::Use>& uses, kpis::Uses* counted);
Numbers rows_of(const std::vector<kpis::RowCell>& list);

/// Cells of an axis while rows are added; their keys are made when they are folded.
struct LocalCells {
  std::size_t axis = 0;
  std::vector<kpis::MeasureCells> sums;  // by Measure
  std::vector<std::size_t> kept;         // as LedgerCells::kept
  std::size_t size = 0;

  LocalCells(std::size_t of_axis, const Ledger& ledger) : axis(of_axis), kept(ledger.axes[of_axis].kept) {
    for (const kpis::Measure* measure : ledger.measures) sums.emplace_back(measure->take);
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

}  // namespace pegel::cube

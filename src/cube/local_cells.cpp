#include "cube/local_cells.h"

#include <algorithm>
#include <array>

namespace pegel::cube {

using kpis::Use;
using kpis::Uses;

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

}  // namespace pegel::cube

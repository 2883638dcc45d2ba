#include "kpis/reached.h"

#include <algorithm>

namespace pegel::kpis {
namespace {

bool same_scope(const partial::Target& a, const partial::Target& b) {
  const bool types = a.scope_type.empty() || b.scope_type.empty() || a.scope_type == b.scope_type;
  return types && a.scope_id == b.scope_id;
}

}  // namespace

std::optional<Reached> reached(const partial::Target& target, std::span<const partial::Target> rows, Day as_of) {
  std::vector<std::pair<Day, Day>> days;
  base::Int128 sum = 0;
  for (const partial::Target& row : rows) {
    if (row.actual == partial::Target::kNone || row.kpi != target.kpi || !same_scope(row, target)) continue;
    if (row.start < target.start || row.end > target.end) continue;
    sum += row.actual;
    days.emplace_back(row.start, row.end);
  }
  std::sort(days.begin(), days.end());
  Day next = target.start;
  for (const auto& [start, end] : days) {
    if (start > next) return std::nullopt;
    next = std::max(next, end + 1);
  }
  const bool whole = next == target.end + 1 || (next > target.start && target.end > as_of);
  if (!whole) return std::nullopt;
  return Reached{static_cast<base::Micros>(sum), std::min(next, as_of + 1)};
}

}  // namespace pegel::kpis

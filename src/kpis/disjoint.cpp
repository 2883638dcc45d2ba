#include "kpis/disjoint.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pegel::kpis {

namespace {

struct Worth {
  int64_t days = 0;
  int64_t targets = 0;
  double target = 0;
  bool operator<(const Worth& o) const {
    return std::tie(days, targets, target) < std::tie(o.days, o.targets, o.target);
  }
};

Worth with(const Worth& before, const TargetLine& line) {
  return {before.days + line.row.end + 1 - line.row.start, before.targets + 1, before.target + line.target.value_or(0)};
}

}  // namespace

// Weighted interval scheduling: best[i] is the worth of the best set among the i targets that end first.
std::vector<const TargetLine*> disjoint(const std::vector<const TargetLine*>& lines) {
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto end = [&](std::size_t i) { return lines[order[i]]->row.end; };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return lines[a]->row.end < lines[b]->row.end; });
  std::vector<Worth> best(1);
  std::vector<std::size_t> before(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const TargetLine& line = *lines[order[i]];
    while (before[i] < i && end(before[i]) < line.row.start) ++before[i];
    best.push_back(std::max(best.back(), with(best[before[i]], line)));
  }
  std::vector<std::size_t> taken;
  for (std::size_t i = order.size(); i > 0;) {
    if (best[i - 1] < best[i]) {
      taken.push_back(order[i - 1]);
      i = before[i - 1];
    } else {
      --i;
    }
  }
  std::sort(taken.begin(), taken.end());
  std::vector<const TargetLine*> chosen;
  for (const std::size_t i : taken) chosen.push_back(lines[i]);
  return chosen;
}

}  // namespace pegel::kpis

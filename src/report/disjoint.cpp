#include "report/disjoint.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pegel::report {

namespace {

struct Worth {
  int64_t days = 0;
  int64_t targets = 0;
  double target = 0;
  bool operator<(const Worth& o) const {
    return std::tie(days, targets, target) < std::tie(o.days, o.targets, o.target);
  }
};

Worth with(const Worth& before, const Target& target) {
  return {before.days + target.period.end - target.period.start, before.targets + 1, before.target + target.target};
}

}  // namespace

// Weighted interval scheduling: best[i] is the worth of the best set among the i targets that end first.
std::vector<std::size_t> disjoint(const std::vector<const Target*>& targets) {
  std::vector<std::size_t> order(targets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto end = [&](std::size_t i) { return targets[order[i]]->period.end; };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return targets[a]->period.end < targets[b]->period.end; });
  std::vector<Worth> best(1);
  std::vector<std::size_t> before(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Target& target = *targets[order[i]];
    while (before[i] < i && end(before[i]) <= target.period.start) ++before[i];
    best.push_back(std::max(best.back(), with(best[before[i]], target)));
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
  return taken;
}

}  // namespace pegel::report

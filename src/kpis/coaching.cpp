#include "kpis/coaching.h"

#include <algorithm>

#include "kpis/disjoint.h"

namespace pegel::kpis {

namespace {

constexpr std::size_t kLookedBack = 4;
constexpr int kOften = 3;

}  // namespace

std::vector<MissedAgain> missed_again(std::span<const TargetLine> lines) {
  const auto judged = [](const TargetLine& line) {
    return line.row.scope_type == "person" && line.whole() && line.over && line.actual.estimate.value;
  };
  std::vector<MissedAgain> found;
  for (const auto& [figure, of_figure] : figures_of(lines, judged)) {
    auto targets = disjoint(of_figure);
    std::sort(targets.begin(), targets.end(),
              [](const TargetLine* a, const TargetLine* b) { return a->row.start > b->row.start; });
    targets.resize(std::min(targets.size(), kLookedBack));
    const auto missed = std::count_if(targets.begin(), targets.end(),
                                      [](const TargetLine* line) { return line->verdict() == "missed"; });
    if (missed >= kOften)
      found.push_back({targets.front(), static_cast<int>(missed), static_cast<int>(targets.size())});
  }
  return found;
}

}  // namespace pegel::kpis

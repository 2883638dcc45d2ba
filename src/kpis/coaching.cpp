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

std::optional<Table> coaching_table(std::span<const TargetLine> lines, std::string_view kpi) {
  Table table = target_table("coaching", kpi,
                             {{"target", "number"},
                              {"actual", "number"},
                              {"low", "number"},
                              {"high", "number"},
                              {"attained", "share"},
                              {"missed", "count"},
                              {"periods", "count"}});
  for (const auto& [last, missed, periods] : missed_again(lines)) {
    auto& cells = table.rows.emplace_back(target_cells(*last));
    const Estimate& actual = last->actual.estimate;
    for (const auto& number : {last->target, actual.value, actual.low, actual.high, last->attained.share,
                               std::optional<double>(missed), std::optional<double>(periods)}) {
      cells.push_back(cell(number));
    }
  }
  return table.rows.empty() ? std::nullopt : std::optional(std::move(table));
}

}  // namespace pegel::kpis

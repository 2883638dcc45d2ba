#include "report/notes.h"

#include <algorithm>
#include <map>
#include <set>

#include "cube/calendar.h"
#include "cube/grouping.h"
#include "cube/targeted.h"
#include "pegel/limits.h"
#include "report/alike_names.h"
#include "report/trend.h"

namespace pegel::report {

void note_cut_trends(const Plan& plan, const Figures& figures, Issues& issues) {
  int64_t longest = 0;
  for (const Figure& figure : figures.all()) {
    const FigureCells* cells = cube::is_shown(plan, figure.card()) ? figure.on(cube::AxisKind::trend) : nullptr;
    if (cells != nullptr) longest = std::max(longest, trend_length(*cells, cube::Calendar(plan)));
  }
  if (longest <= kTrendPoints) return;
  Issue cut{"trend.cut", std::string(name_of(plan.grain)), longest - kTrendPoints, 0, {}, {}};
  cut.values["kept"] = std::to_string(kTrendPoints);
  issues.add(std::move(cut));
}

void note_crowded_dimensions(const Plan& plan, const Figures& figures, Issues& issues) {
  std::set<std::size_t> crowded;
  for (const Figure& figure : figures.all()) {
    for (const FigureCells& cells : figure.axes) {
      if (cells.keys->crowded) crowded.insert(cells.axis().dimension);
    }
  }
  for (const std::size_t dimension : crowded) {
    const std::string limit = std::to_string(kMostValues);
    issues.add({"limit.values", plan.dimensions[dimension].label, 1, 0, {}, {{"limit", limit}}});
  }
}

void note_alike_names(const Plan& plan, const Figures& figures, Issues& issues) {
  AlikeNames names;
  std::map<std::string, std::vector<std::vector<std::string>>> most;
  for (const Figure& figure : figures.all()) {
    for (const FigureCells& cells : figure.axes) {
      if (cells.axis().kind != cube::AxisKind::dimension) continue;
      const std::string& id = plan.dimensions[cells.axis().dimension].id;
      if (!dataset::has_names(role_named(id).value_or(Role::none))) continue;
      auto alike = names.among(cells.names());
      auto& lists = most[id];
      if (alike.size() > lists.size() || (alike.size() == lists.size() && alike < lists)) lists = std::move(alike);
    }
  }
  for (const auto& [id, lists] : most) {
    if (lists.empty()) continue;
    Issue issue{"name.alike", id, static_cast<int64_t>(lists.size()), 0, {}, {}};
    issue.values = {{"first", lists.front()[0]}, {"second", lists.front()[1]}};
    issues.add(std::move(issue));
  }
}

}  // namespace pegel::report

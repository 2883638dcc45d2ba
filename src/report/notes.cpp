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

void note_cut_trends(const Plan& plan, const Figures& figures, std::vector<Issue>& issues) {
  int64_t longest = 0;
  for (const Figure& figure : figures.all()) {
    const FigureCells* cells = cube::is_shown(plan, figure.card()) ? figure.on(cube::AxisKind::trend) : nullptr;
    if (cells != nullptr) longest = std::max(longest, trend_length(*cells, cube::Calendar(plan)));
  }
  if (longest <= kTrendPoints) return;
  Issue cut{"trend.cut", std::string(name_of(plan.grain)), longest - kTrendPoints, 0, {}, {}};
  cut.values["kept"] = std::to_string(kTrendPoints);
  issues.push_back(std::move(cut));
}

void note_crowded_dimensions(const Plan& plan, const Figures& figures, std::vector<Issue>& issues) {
  std::set<std::size_t> crowded;
  for (const Figure& figure : figures.all()) {
    for (const FigureCells& cells : figure.axes) {
      if (cells.keys->crowded) crowded.insert(cells.axis().dimension);
    }
  }
  for (const std::size_t dimension : crowded) {
    const std::string limit = std::to_string(kMostValues);
    issues.push_back({"limit.values", plan.dimensions[dimension].label, 1, 0, {}, {{"limit", limit}}});
  }
}

void note_alike_names(const Plan& plan, const Figures& figures, std::vector<Issue>& issues) {
  std::map<std::string, std::set<std::string>> names;
  for (const Figure& figure : figures.all()) {
    for (const FigureCells& cells : figure.axes) {
      if (cells.axis().kind != cube::AxisKind::dimension) continue;
      const std::string& id = plan.dimensions[cells.axis().dimension].id;
      if (dataset::has_names(role_named(id).value_or(Role::none)))
        names[id].insert(cells.names().begin(), cells.names().end());
    }
  }
  for (const auto& [id, all] : names) {
    const auto alike = alike_names(std::vector<std::string>(all.begin(), all.end()));
    if (alike.empty()) continue;
    Issue issue{"name.alike", id, static_cast<int64_t>(alike.size()), 0, {}, {}};
    issue.values = {{"first", alike.front()[0]}, {"second", alike.front()[1]}};
    issues.push_back(std::move(issue));
  }
}

}  // namespace pegel::report

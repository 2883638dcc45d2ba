#include "report/target.h"

#include <algorithm>

#include "kpis/disjoint.h"

namespace pegel::report {

namespace {

using kpis::TargetLine;

constexpr std::string_view kKeepsRows = "smart_check";

// The company's target for all of the period: one line, or several that add up to it.
std::optional<Attainment> target_for(const std::vector<const TargetLine*>& lines, const Period& period) {
  for (const TargetLine* line : lines) {
    const Period own = line->period();
    if (own.start != period.start || own.end != period.end) continue;
    return Attainment{*line->target, line->attained.share, std::string(line->verdict())};
  }
  Estimate actual;
  double target = 0;
  Day covered = 0;
  for (const TargetLine* line : kpis::disjoint(lines)) {
    if (!line->actual.estimate.value || !kpis::adds_up(*line->card, line->variant)) return std::nullopt;
    actual.value = actual.value.value_or(0) + *line->actual.estimate.value;
    target += *line->target;
    covered += line->row.end + 1 - line->row.start;
  }
  if (covered == 0 || covered != period.end - period.start) return std::nullopt;
  const bool over = std::all_of(lines.begin(), lines.end(), [](const TargetLine* line) { return line->over; });
  const kpis::Attained attained = kpis::attain(actual, target, {}, lines.front()->direction);
  return Attainment{target, attained.share, std::string(over ? attained.verdict : "running")};
}

bool same_days(const TargetLine& a, const TargetLine& b) {
  return a.row.kpi == b.row.kpi && a.row.scope_type == b.row.scope_type && a.row.scope_id == b.row.scope_id &&
         a.row.start == b.row.start && a.row.end == b.row.end;
}

}  // namespace

Targets::Targets(Figures& figures, const kpis::Context& context) : context_(context), actuals_(figures, context) {
  const Figure* rows = figures.of(kKeepsRows);
  if (rows == nullptr) return;
  lines_ = kpis::target_lines(*rows->on(cube::AxisKind::total)->answers, actuals_, context_);
}

Estimate Targets::value(const Figure& figure, const kpis::Context& context) {
  if (lines_.empty()) return figure.on(cube::AxisKind::total)->answers->finish(0, context);
  return figure.kpi->from_targets.value(lines_, actuals_, context);
}

std::optional<Table> Targets::table(const Figure& figure, const kpis::Context& context) {
  return lines_.empty() ? std::nullopt : figure.kpi->from_targets.table(lines_, actuals_, context);
}

void Targets::give(std::vector<KpiReport>& kpis) const {
  if (!context_.plan.period) return;
  const Period& period = *context_.plan.period;
  const auto wanted = [&](const TargetLine& line) {
    return line.company() && line.card != nullptr && line.whole() && line.target && period.start <= line.row.start &&
           line.row.end < period.end;
  };
  const kpis::ByFigure figures = kpis::figures_of(lines_, wanted);
  for (KpiReport& kpi : kpis) {
    const auto found = figures.find({kpi.card->id, "company", ""});
    if (found != figures.end()) kpi.target = target_for(found->second, period);
  }
}

// Lines are sorted, so that two for the same days stand together.
void Targets::note_conflicts(Issues& issues) const {
  Issue conflict{"target.conflict", std::string(name_of(Role::target)), 0, 0, {}, {}};
  const TargetLine* last = nullptr;
  for (const TargetLine& line : lines_) {
    if (!line.whole()) continue;
    if (last != nullptr && same_days(*last, line) && conflict.count++ == 0) conflict.values["kpi"] = line.row.kpi;
    last = &line;
  }
  if (conflict.count > 0) issues.add(std::move(conflict));
}

}  // namespace pegel::report

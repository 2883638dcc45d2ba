#include "report/actual.h"

#include <algorithm>

#include "base/civil_date.h"
#include "cube/calendar.h"
#include "cube/grouping.h"
#include "cube/targeted.h"
#include "report/context.h"
#include "report/trend.h"

namespace pegel::report {

namespace {

using cube::AxisKind;

const Actual kNoActual{{}, "no_actual"};

Actual finished(const FigureCells& cells, uint32_t cell, const kpis::Context& context) {
  if (cell != kpis::kNoCell) return {cells.answers->finish(cell, context), {}};
  return {cells.answers->merged({})->finish(0, context), {}};
}

}  // namespace

bool adds_up(const Card& card) {
  return card.semantic == Semantic::flow && (card.unit == Unit::money || card.unit == Unit::count) &&
         card.id != "avg_deal_size";
}

Actual Actuals::of(const Target& target) {
  const Figure* figure = figures_.of(target.kpi);
  if (figure == nullptr) return kNoActual;
  return figure->card().semantic == Semantic::stock ? stock(*figure, target) : flow(*figure, target);
}

Actual Actuals::flow(const Figure& figure, const Target& target) {
  if (figure.on(AxisKind::day) == nullptr) return kNoActual;
  const auto [cells, why_not] = days_of(figure, target);
  if (cells == nullptr) return {{}, why_not};
  const Span span = span_of(context_.plan, figures_.cube(), figure.card().kind);
  const Day first = std::max(target.period.start, span.first);
  const Day last = std::min(target.period.end - 1, span.last);
  if (first > last) return {{}, "no_data"};
  const KpiContext context(context_.plan, figures_, figure);
  std::vector<uint32_t> days;
  const std::string prefix = cells->axis().kind == AxisKind::cross ? target.scope_id + '\n' : std::string();
  for (Day day = first; day <= last; ++day) {
    const uint32_t cell = cells->keys->find(prefix + base::iso_date(day));
    if (cell != kpis::kNoCell) days.push_back(cell);
  }
  Estimate estimate = cells->answers->merged(days)->finish(0, context.of_plan());
  if (estimate.undefined == "no_data" && adds_up(figure.card())) {
    estimate.value = 0;  // nothing won in days that have data is none, not unknown
    estimate.undefined = {};
  }
  return {std::move(estimate), {}};
}

Actual Actuals::stock(const Figure& figure, const Target& target) const {
  const Plan& plan = context_.plan;
  const KpiContext own(plan, figures_, figure);
  const kpis::Context& context = own.of_plan();
  const Actual unkept{{}, "stock_day"};
  if (target.period.end > context_.as_of && target.company()) {
    return finished(*figure.on(AxisKind::total), 0, context);
  }
  if (target.period.end > context_.as_of) {
    for (const FigureCells& cells : figure.axes) {
      if (cells.axis().kind != AxisKind::dimension) continue;
      const bool of_scope = plan.dimensions[cells.axis().dimension].id == name_of(cube::scope_role(target.scope_type));
      if (of_scope) return finished(cells, cells.keys->find(target.scope_id), context);
    }
    return {{}, "no_dimension"};
  }
  const int32_t ordinal = cube::ordinal_of(plan.grain, target.period.end - 1);
  const Period period = cube::period_at(plan.grain, ordinal);
  const bool kept =
      period.end == target.period.end && cube::ordinal_of(plan.grain, context_.as_of) - ordinal < cube::kStockPoints;
  const FigureCells* trend = figure.on(AxisKind::trend);
  if (!kept || !target.company() || trend == nullptr) return unkept;
  return finished(*trend, trend->keys->find(base::iso_date(period.start)), context);
}

// By the scope's type first; without a known one by the values: a name may be a person, a team, a partner or a channel.
Actuals::Place Actuals::days_of(const Figure& figure, const Target& target) {
  if (target.company()) return {figure.on(AxisKind::day), {}};
  const Role role = cube::scope_role(target.scope_type);
  std::string_view why_not = "no_dimension";
  for (const FigureCells& cells : figure.axes) {
    if (cells.axis().kind != AxisKind::cross) continue;
    const bool meant = role == Role::none || context_.plan.dimensions[cells.axis().dimension].id == name_of(role);
    if (!meant) continue;
    if (holds(cells, target.scope_id)) return {&cells, {}};
    why_not = "no_scope";
  }
  return {nullptr, why_not};
}

bool Actuals::holds(const FigureCells& cells, const std::string& value) {
  const auto [it, fresh] = values_.try_emplace(cells.keys);
  if (fresh) {
    for (const std::string& key : cells.names()) it->second.insert(key.substr(0, key.rfind('\n')));
  }
  return it->second.count(value) != 0;
}

}  // namespace pegel::report

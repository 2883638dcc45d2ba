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

Actual finished(const cube::Cells& cells, uint32_t cell, const kpis::Kpi& kpi, const kpis::Context& context) {
  if (cell != kpis::kNoCell) return {cells.partials->finish(cell, context), {}};
  const auto none = kpi.make({});
  none->reserve(1);
  return {none->finish(0, context), {}};
}

}  // namespace

bool adds_up(const Card& card) {
  return card.semantic == Semantic::flow && (card.unit == Unit::money || card.unit == Unit::count) &&
         card.id != "avg_deal_size";
}

Actual Actuals::of(const Target& target) {
  const auto kpi = std::find_if(cube_.kpis.begin(), cube_.kpis.end(),
                                [&](const auto& entry) { return entry.kpi->card.id == target.kpi; });
  if (kpi == cube_.kpis.end()) return kNoActual;
  return kpi->kpi->card.semantic == Semantic::stock ? stock(*kpi, target) : flow(*kpi, target);
}

Actual Actuals::flow(const cube::KpiCells& kpi, const Target& target) {
  if (kpi.on(AxisKind::day) == nullptr) return kNoActual;
  const auto [cells, why_not] = days_of(kpi, target);
  if (cells == nullptr) return {{}, why_not};
  const Span span = span_of(context_.plan, cube_, kpi.kpi->card.kind);
  const Day first = std::max(target.period.start, span.first);
  const Day last = std::min(target.period.end - 1, span.last);
  if (first > last) return {{}, "no_data"};
  const KpiContext context(context_.plan, cube_, kpi.kpi->card);
  const auto sum = kpi.kpi->make({});
  sum->reserve(1);
  const std::string prefix = cells->axis.kind == AxisKind::cross ? target.scope_id + '\n' : std::string();
  for (Day day = first; day <= last; ++day) {
    const uint32_t cell = cells->find(prefix + base::iso_date(day));
    if (cell != kpis::kNoCell) sum->merge(0, *cells->partials, cell);
  }
  Estimate estimate = sum->finish(0, context.of_plan());
  if (estimate.undefined == "no_data" && adds_up(kpi.kpi->card)) {
    estimate.value = 0;  // nothing won in days that have data is none, not unknown
    estimate.undefined = {};
  }
  return {std::move(estimate), {}};
}

Actual Actuals::stock(const cube::KpiCells& kpi, const Target& target) const {
  const Plan& plan = context_.plan;
  const KpiContext own(plan, cube_, kpi.kpi->card);
  const kpis::Context& context = own.of_plan();
  const Actual unkept{{}, "stock_day"};
  if (target.period.end > context_.as_of && target.company()) {
    return finished(*kpi.on(AxisKind::total), 0, *kpi.kpi, context);
  }
  if (target.period.end > context_.as_of) {
    for (const cube::Cells& cells : kpi.axes) {
      if (cells.axis.kind != AxisKind::dimension) continue;
      const bool of_scope = plan.dimensions[cells.axis.dimension].id == name_of(cube::scope_role(target.scope_type));
      if (of_scope) return finished(cells, cells.find(target.scope_id), *kpi.kpi, context);
    }
    return {{}, "no_dimension"};
  }
  const int32_t ordinal = cube::ordinal_of(plan.grain, target.period.end - 1);
  const Period period = cube::period_at(plan.grain, ordinal);
  const bool kept =
      period.end == target.period.end && cube::ordinal_of(plan.grain, context_.as_of) - ordinal < cube::kStockPoints;
  const cube::Cells* trend = kpi.on(AxisKind::trend);
  if (!kept || !target.company() || trend == nullptr) return unkept;
  return finished(*trend, trend->find(base::iso_date(period.start)), *kpi.kpi, context);
}

// By the scope's type first; without a known one by the values: a name may be a person, a team, a partner or a channel.
Actuals::Place Actuals::days_of(const cube::KpiCells& kpi, const Target& target) {
  if (target.company()) return {kpi.on(AxisKind::day), {}};
  const Role role = cube::scope_role(target.scope_type);
  std::string_view why_not = "no_dimension";
  for (const cube::Cells& cells : kpi.axes) {
    if (cells.axis.kind != AxisKind::cross) continue;
    const bool meant = role == Role::none || context_.plan.dimensions[cells.axis.dimension].id == name_of(role);
    if (!meant) continue;
    if (holds(cells, target.scope_id)) return {&cells, {}};
    why_not = "no_scope";
  }
  return {nullptr, why_not};
}

bool Actuals::holds(const cube::Cells& cells, const std::string& value) {
  const auto [it, fresh] = values_.try_emplace(&cells);
  if (fresh) {
    for (const std::string& key : cells.keys) it->second.insert(key.substr(0, key.rfind('\n')));
  }
  return it->second.count(value) != 0;
}

}  // namespace pegel::report

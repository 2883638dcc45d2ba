#include "report/actual.h"

#include <algorithm>
#include <limits>

#include "base/civil_date.h"
#include "cube/calendar.h"
#include "cube/grouping.h"
#include "cube/targeted.h"
#include "report/context.h"

namespace pegel::report {

namespace {

using cube::AxisKind;
using kpis::Actual;
using kpis::TargetLine;

const Actual kNoActual{{}, "no_actual"};

Actual finished(const FigureCells& cells, uint32_t cell, const kpis::Context& context) {
  if (cell != kpis::kNoCell) return {cells.answers->finish(cell, context), {}};
  return {cells.answers->merged({})->finish(0, context), {}};
}

uint32_t cell_of(const FigureCells& cells, const TargetLine& line, Day day) {
  const bool crossed = cells.axis().kind == AxisKind::cross;
  return cells.keys->find((crossed ? line.row.scope_id + '\n' : std::string()) + base::iso_date(day));
}

std::vector<uint32_t> cells_of(const FigureCells& cells, const TargetLine& line, Day first, Day last) {
  std::vector<uint32_t> days;
  for (Day day = first; day <= last; ++day) {
    const uint32_t cell = cell_of(cells, line, day);
    if (cell != kpis::kNoCell) days.push_back(cell);
  }
  return days;
}

}  // namespace

// What is expected is known of days to come; what happened is not.
Span Actuals::span_of(const Card& card) const {
  if (card.date == Role::expected_close) return {std::numeric_limits<Day>::min(), std::numeric_limits<Day>::max()};
  return report::span_of(context_.plan, figures_.cube(), card.kind);
}

Actual Actuals::in(std::string_view kpi, const TargetLine& line, const Period& days) {
  const Figure* figure = figures_.of(kpi);
  if (figure == nullptr) return kNoActual;
  Actual actual = found(*figure, line, days);
  if (line.in_other_currency(actual.estimate)) return {{}, kpis::kOtherCurrency};
  return actual;
}

Actual Actuals::found(const Figure& figure, const TargetLine& line, const Period& days) {
  const Way way = way_of(figure.card(), kpis::variant_of(context_.plan, figure.card()));
  return way.semantic == Semantic::stock ? stock(figure, line, days.end - 1) : flow(figure, line, days);
}

const Card* Actuals::card_of(std::string_view kpi) const {
  const kpis::Kpi* found = figures_.cube().kpis_of_plan->find(kpi);
  return found == nullptr ? nullptr : &found->card;
}

std::vector<double> Actuals::by_day(std::string_view kpi, const TargetLine& line, const Period& days) {
  std::vector<double> values(static_cast<std::size_t>(std::max(0, days.end - days.start)));
  const Figure* figure = figures_.of(kpi);
  const bool dated = figure != nullptr && figure->on(AxisKind::day) != nullptr;
  const FigureCells* cells = dated ? days_of(*figure, line).cells : nullptr;
  if (cells == nullptr) return values;
  const KpiContext context(context_.plan, figures_, *figure);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const uint32_t cell = cell_of(*cells, line, days.start + static_cast<Day>(i));
    if (cell != kpis::kNoCell) values[i] = cells->answers->finish(cell, context.of_plan()).value.value_or(0);
  }
  return values;
}

Period Actuals::before(const Period& days, Comparison how) const { return cube::compared_period(days, how); }

Period Actuals::last_whole() const {
  const cube::Calendar calendar(context_.plan);
  const Period current = cube::period_at(calendar, cube::ordinal_of(calendar, context_.as_of));
  if (current.end - 1 <= context_.as_of) return current;
  return cube::period_at(calendar, cube::ordinal_of(calendar, context_.as_of) - 1);
}

Period Actuals::data_of(std::string_view kpi) const {
  const Figure* figure = figures_.of(kpi);
  if (figure == nullptr) return {};
  const Span span = report::span_of(context_.plan, figures_.cube(), figure->card().kind);
  return {span.first, span.last + 1};
}

Actual Actuals::flow(const Figure& figure, const TargetLine& line, const Period& days) {
  if (figure.on(AxisKind::day) == nullptr) return kNoActual;
  const auto [cells, why_not] = days_of(figure, line);
  if (cells == nullptr) return {{}, why_not};
  const Span span = span_of(figure.card());
  const Day first = std::max(days.start, span.first);
  const Day last = std::min(days.end - 1, span.last);
  if (first > last) return {{}, "no_data"};
  const KpiContext context(context_.plan, figures_, figure);
  Estimate estimate = cells->answers->merged(cells_of(*cells, line, first, last))->finish(0, context.of_plan());
  if (estimate.undefined == "no_data" && kpis::adds_up(figure.card(), context.of_plan().variant)) {
    estimate.value = 0;  // nothing won in days that have data is none, not unknown
    estimate.undefined = {};
  }
  return {std::move(estimate), {}};
}

Actual Actuals::stock(const Figure& figure, const TargetLine& line, Day last) const {
  const Plan& plan = context_.plan;
  const KpiContext own(plan, figures_, figure);
  const kpis::Context& context = own.of_plan();
  const Actual unkept{{}, "stock_day"};
  if (last >= context_.as_of && line.company()) return finished(*figure.on(AxisKind::total), 0, context);
  if (last >= context_.as_of) {
    for (const FigureCells& cells : figure.axes) {
      if (cells.axis().kind != AxisKind::dimension) continue;
      const bool of_scope =
          plan.dimensions[cells.axis().dimension].id == name_of(dataset::scope_role(line.row.scope_type));
      if (of_scope) return finished(cells, cells.keys->find(line.row.scope_id), context);
    }
    return {{}, "no_dimension"};
  }
  const cube::Calendar calendar(plan);
  const int32_t ordinal = cube::ordinal_of(calendar, last);
  const Period period = cube::period_at(calendar, ordinal);
  const bool kept = period.end == last + 1 && cube::ordinal_of(calendar, context_.as_of) - ordinal < cube::kStockPoints;
  const FigureCells* trend = figure.on(AxisKind::trend);
  if (!kept || !line.company() || trend == nullptr) return unkept;
  return finished(*trend, trend->keys->find(base::iso_date(period.start)), context);
}

// By the scope's type first; without a known one by the values: a name may be a person, a team, a partner or a channel.
Actuals::Place Actuals::days_of(const Figure& figure, const TargetLine& line) {
  if (line.company()) return {figure.on(AxisKind::day), {}};
  const Role role = dataset::scope_role(line.row.scope_type);
  std::string_view why_not = "no_dimension";
  for (const FigureCells& cells : figure.axes) {
    if (cells.axis().kind != AxisKind::cross) continue;
    const bool meant = role == Role::none || context_.plan.dimensions[cells.axis().dimension].id == name_of(role);
    if (!meant) continue;
    if (holds(cells, line.row.scope_id)) return {&cells, {}};
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
